package org.callboard.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.awaitility.Awaitility;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.callboard.change.Effect;
import org.callboard.claims.Claims;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Replica;
import org.callboard.journal.Entry;
import org.callboard.programme.Programme;
import org.callboard.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages on their way to a real receiver: one that answers, fails, is slow, or is gone. */
class CourierTest {
  private static final Courier.Pace QUICK =
      new Courier.Pace(Duration.ofMillis(10), Duration.ofSeconds(5), Duration.ofMillis(5), 3);

  private static final Courier.Pace IMPATIENT =
      new Courier.Pace(Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofMillis(5), 3);

  private static final Programme PROGRAMME =
      DayText.programme("hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel <b>");

  /** What came in. */
  private record Received(String id, String time, String signature, String body) {}

  @TempDir private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private Database database;
  private Outbox outbox;
  private HttpServer server;

  /** How the receiver answers; a request that it does not answer hangs. */
  private volatile BiConsumer<Integer, HttpServerRequest> answer =
      (count, request) -> request.response().setStatusCode(204).end();

  private int count;

  @BeforeEach
  void start() {
    database = Database.open(Database.url(folder.toString()));
    outbox = new Outbox(database, Instant::now);
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
            .listen(0, "127.0.0.1")
            .await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
    database.close();
  }

  private void take(HttpServerRequest request, Buffer body) {
    received.add(
        new Received(
            request.getHeader("webhook-id"),
            request.getHeader("webhook-timestamp"),
            request.getHeader("webhook-signature"),
            body.toString()));
    answer.accept(++count, request);
  }

  private Target target(Template template) {
    String url = "http://127.0.0.1:" + server.actualPort() + "/hook";
    Target target =
        new Target(
            "t1", "Press", url, template, Target.Kind.ALL, Signature.newSecret(), Instant.EPOCH);
    outbox.add(target, 1);
    return target;
  }

  private void deploy(String owner) {
    deploy(owner, QUICK);
  }

  private String deploy(String owner, Courier.Pace pace) {
    EventTime time = new EventTime(EventClock.real(), TestNode.SYSTEM);
    List<Entry> entries = new ArrayList<>(List.of(FirstEdition.entry(PROGRAMME, time)));
    for (int i = 0; i < 3; i++) {
      entries.add(entry(time, i + 2, new Effect.Cancelled("s1", i % 2 == 0)));
    }
    entries.add(entry(time, 5, new Effect.Held("hall", Optional.empty(), Optional.of(time.now()))));
    Claims claims = new Claims(database, Instant::now, owner);
    return vertx
        .deployVerticle(
            new Courier(outbox, claims, new Replica(entries, time), pace, TestNode.SYSTEM))
        .await();
  }

  private static Entry entry(EventTime time, long revision, Effect effect) {
    return new Entry(
        revision,
        time.now(),
        time.second(),
        "ada",
        "",
        "{\"type\":\"cancel\"}",
        List.of(effect),
        List.of(),
        "",
        Optional.empty());
  }

  private Received next() throws InterruptedException {
    Received next = received.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("a message within 10 s").isNotNull();
    return next;
  }

  private void awaitDead(int number) {
    Awaitility.await().until(() -> outbox.dead().size() >= number);
    assertThat(outbox.dead()).hasSize(number);
  }

  @Test
  void each_entry_is_sent_once_in_order_and_signed_though_two_nodes_could() throws Exception {
    Target target = target(Template.JSON);
    deploy("one");
    deploy("other");
    for (int revision = 2; revision <= 4; revision++) {
      Received message = next();
      assertThat(message.id()).isEqualTo("msg_t1_" + revision);
      assertThat(message.signature())
          .isEqualTo(
              Signature.of(
                  target.secret(), message.id(), Long.parseLong(message.time()), message.body()));
      assertThat(new JsonObject(message.body()).getLong("revision")).isEqualTo(revision);
      assertThat(message.body()).doesNotContain("ada");
    }
    assertThat(received.poll(200, TimeUnit.MILLISECONDS)).as("nobody sees a hold").isNull();
    assertThat(outbox.dead()).isEmpty();
  }

  @Test
  void what_fails_is_sent_again_and_what_follows_waits_for_it() throws Exception {
    target(Template.JSON);
    answer = (count, request) -> request.response().setStatusCode(count < 3 ? 500 : 200).end();
    deploy("one");
    assertThat(List.of(next().id(), next().id(), next().id())).containsOnly("msg_t1_2");
    assertThat(next().id()).isEqualTo("msg_t1_3");
    assertThat(next().id()).isEqualTo("msg_t1_4");
  }

  @Test
  void what_is_given_up_holds_up_nothing_and_can_be_sent_again() throws Exception {
    target(Template.JSON);
    answer = (count, request) -> {}; // takes the message and never answers
    String impatient = deploy("one", IMPATIENT);
    awaitDead(3);
    assertThat(outbox.dead().get(0).trouble()).isNotBlank();
    assertThat(outbox.dead().get(0).attempts()).isEqualTo(3);
    vertx.undeploy(impatient).await();
    BlockingQueue<String> taken = new LinkedBlockingQueue<>(); // but for what comes late
    answer =
        (count, request) -> {
          taken.add(request.getHeader("webhook-id"));
          request.response().end();
        };
    deploy("one");
    assertThat(outbox.resend("t1", 2)).isTrue();
    Awaitility.await().until(() -> taken.contains("msg_t1_2") && outbox.state("t1").waiting() == 0);
    assertThat(outbox.dead()).hasSize(2);
    assertThat(outbox.resend("t1", 99)).isFalse();
  }

  @Test
  void what_waits_for_one_that_is_paused_is_not_sent_until_it_goes_on() throws Exception {
    target(Template.JSON);
    answer =
        (count, request) -> {
          outbox.pause("t1", Optional.of(Instant.now())); // and two more wait
          request.response().end();
        };
    deploy("one");
    assertThat(next().id()).isEqualTo("msg_t1_2");
    Awaitility.await().until(() -> outbox.state("t1").delivered().isPresent());
    assertThat(received.poll(200, TimeUnit.MILLISECONDS)).isNull();
    answer = (count, request) -> request.response().end();
    outbox.pause("t1", Optional.empty());
    assertThat(List.of(next().id(), next().id())).containsExactly("msg_t1_3", "msg_t1_4");
  }

  @Test
  void a_receiver_that_is_gone_is_asked_once() throws Exception {
    target(Template.JSON);
    answer = (count, request) -> request.response().setStatusCode(410).end();
    deploy("one");
    awaitDead(3);
    assertThat(received).hasSize(3);
    assertThat(outbox.remove("t1")).isTrue();
    assertThat(outbox.dead()).isEmpty();
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    target(Template.JSON);
    answer =
        (count, request) ->
            request.response().setStatusCode(307).putHeader("Location", "/elsewhere").end();
    deploy("one");
    awaitDead(3);
    assertThat(outbox.dead().get(0).trouble()).contains("307");
    assertThat(received).hasSize(9);
  }

  @Test
  void a_programme_puts_no_markup_into_a_chat() throws Exception {
    target(Template.SLACK);
    deploy("one");
    String text = new JsonObject(next().body()).getString("text");
    assertThat(text).isEqualTo("Test event\n“Panel &lt;b&gt;” is cancelled");
    Message message =
        new Message(1, Instant.EPOCH, "E", false, List.of("@all [x](y) **z**"), List.of(), "");
    assertThat(Template.MATTERMOST.body(message).getString("text"))
        .doesNotContain("@all", "[x]", "**");
    assertThat(Template.MATRIX.body(message).getString("msgtype")).isEqualTo("m.notice");
  }

  /** The example of the Standard Webhooks specification. */
  @Test
  void a_signature_is_as_the_scheme_says() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }
}
