package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may say where messages are sent, what is shown of that, and how a lost one is sent again. */
class WebhookRoutesTest {
  private static final String HOOK = "{'label':'Press','url':'https://hooks.example/abc'}";

  private static TestNode node;
  private static Organiser admin;
  private static HttpServer receiver;
  private static final BlockingQueue<String> RECEIVED = new LinkedBlockingQueue<>();
  private static volatile int status = 204;

  @BeforeAll
  static void start() throws IOException {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    admin = Organiser.admin(node);
    receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          RECEIVED.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterAll
  static void stop() {
    node.close();
    receiver.stop(0);
  }

  @AfterEach
  void removeAll() {
    hooks().forEach(hook -> admin.delete("/api/webhooks/" + hook.getString("id")));
    assertThat(hooks()).isEmpty();
  }

  private static List<JsonObject> hooks() {
    return admin.get("/api/webhooks").objects("webhooks");
  }

  private static List<JsonObject> dead() {
    return admin.get("/api/dead-letters").objects("deadLetters");
  }

  private static Organiser.Answer add(String text) {
    return admin.post("/api/webhooks", text.replace('\'', '"'));
  }

  private static Organiser.Answer again(String text) {
    return admin.post("/api/dead-letters", text.replace('\'', '"'));
  }

  private static Organiser account(String role) {
    String body = "{\"user\":\"the-" + role + "\",\"role\":\"" + role + "\",\"password\":\"%s\"}";
    String password = "a password of " + role;
    assertThat(admin.post("/api/accounts", String.format(body, password)).status()).isEqualTo(201);
    return Organiser.login(node, "the-" + role, password);
  }

  private static List<Integer> statuses(Organiser asker) {
    return List.of(
        asker.get("/api/webhooks").status(),
        asker.post("/api/webhooks", HOOK.replace('\'', '"')).status(),
        asker.delete("/api/webhooks/any").status(),
        asker.get("/api/dead-letters").status(),
        asker.post("/api/dead-letters", "{\"webhook\":\"any\",\"revision\":1}").status());
  }

  @Test
  void only_admins_say_where_messages_are_sent() {
    assertThat(statuses(Organiser.stranger(node))).containsOnly(401);
    assertThat(statuses(Organiser.bearing(node, "made up"))).containsOnly(401);
    assertThat(statuses(account("organiser"))).containsOnly(403);
    assertThat(statuses(account("duty"))).containsOnly(403);
    JsonObject link = admin.post("/api/host-links", "{\"room\":\"alcazar\"}").json();
    assertThat(statuses(Organiser.bearing(node, link.getString("token")))).containsOnly(403);
    assertThat(statuses(admin)).containsExactly(200, 201, 404, 200, 404);
  }

  @Test
  void a_secret_is_shown_when_it_is_made_and_never_again() {
    JsonObject added =
        add("{'label':'Chat','url':'http://10.0.0.9:8065/x?y=1','template':'slack','what':'announcements'}")
            .json();
    String secret = added.getString("secret");
    assertThat(secret).startsWith("whsec_").hasSizeGreaterThan(30);
    String other = add(HOOK).json().getString("secret");
    assertThat(other).isNotEqualTo(secret);

    JsonObject listed = hooks().get(0);
    assertThat(listed.getLong("waiting")).isZero();
    listed.remove("waiting");
    added.remove("secret");
    assertThat(listed).isEqualTo(added);
    assertThat(listed.fieldNames())
        .containsExactlyInAnyOrder("id", "label", "url", "template", "what", "created");
    assertThat(admin.text("/api/webhooks")).doesNotContain(secret, other, "whsec");
    assertThat(hooks().get(1).getString("template")).isEqualTo("json");
    assertThat(hooks().get(1).getString("what")).isEqualTo("all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'label':'Press'}",
        "{'url':'https://hooks.example/abc'}",
        "{'label':'','url':'https://hooks.example/abc'}",
        "{'label':7,'url':'https://hooks.example/abc'}",
        "{'label':'Press','url':'hooks.example/abc'}",
        "{'label':'Press','url':'ftp://hooks.example/abc'}",
        "{'label':'Press','url':'file:///etc/passwd'}",
        "{'label':'Press','url':'https://ada:secret@hooks.example/abc'}",
        "{'label':'Press','url':'https:///abc'}",
        "{'label':'Press','url':'https://hooks.example/a b'}",
        "{'label':'Press','url':'https://hooks.example/abc','template':'teams'}",
        "{'label':'Press','url':'https://hooks.example/abc','what':'everything'}",
        "{'label':'Press','url':'https://hooks.example/abc','secret':'mine'}",
        "{'label':'Press','url':'https://hooks.example/abc'"
      })
  void what_is_no_webhook_is_refused_and_nothing_is_added(String body) {
    Organiser.Answer refused = add(body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).isNotBlank().doesNotContain("Exception");
    assertThat(hooks()).isEmpty();
  }

  @Test
  void what_is_too_long_or_of_another_type_is_refused() throws Exception {
    assertThat(add(HOOK.replace("Press", "P".repeat(81))).status()).isEqualTo(400);
    assertThat(add(HOOK.replace("abc", "a".repeat(2_000))).status()).isEqualTo(400);
    assertThat(add(HOOK.replace("Press", "P".repeat(100_000))).status()).isEqualTo(413);
    HttpRequest form =
        HttpRequest.newBuilder(URI.create(node.url("/api/webhooks")))
            .header("Authorization", "Bearer " + admin.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("label=Press"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(form, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(hooks()).isEmpty();
  }

  @Test
  void there_are_only_so_many() {
    for (int i = 0; i < 50; i++) {
      assertThat(add(HOOK).status()).isEqualTo(201);
    }
    assertThat(add(HOOK).detail()).contains("50 webhooks already");
    assertThat(hooks()).hasSize(50);
  }

  @Test
  void one_that_is_removed_is_gone() {
    String id = add(HOOK).json().getString("id");
    assertThat(admin.delete("/api/webhooks/" + id).status()).isEqualTo(204);
    assertThat(admin.delete("/api/webhooks/" + id).status()).isEqualTo(404);
    assertThat(admin.delete("/api/webhooks/" + id + "%27%20or%201=1").status()).isEqualTo(404);
    assertThat(hooks()).isEmpty();
  }

  @Test
  void a_message_that_nobody_took_is_a_dead_letter_until_it_is_sent_again() throws Exception {
    status = 410;
    RECEIVED.clear();
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    String id = add("{'label':'Receiver','url':'" + url + "'}").json().getString("id");
    long revision =
        admin
            .change("{'type':'delay','session':'closing-plenary','minutes':5,'ripple':'none'}")
            .revision();
    await().atMost(Duration.ofSeconds(20)).until(() -> dead().size() == 1);
    JsonObject letter = dead().get(0);
    assertThat(letter.getString("webhook")).isEqualTo(id);
    assertThat(letter.getLong("revision")).isEqualTo(revision);
    assertThat(letter.getInteger("attempts")).isEqualTo(1);
    assertThat(letter.getString("trouble")).contains("410");
    assertThat(letter.getJsonObject("body").getLong("revision")).isEqualTo(revision);
    String sent = RECEIVED.poll(10, TimeUnit.SECONDS);

    status = 204;
    String body = "{'webhook':'" + id + "','revision':" + revision + "}";
    assertThat(again(body.replace(id, "another")).status()).isEqualTo(404);
    assertThat(again("{'webhook':'" + id + "','revision':" + (revision + 1) + "}").status())
        .isEqualTo(404);
    assertThat(again("{'webhook':'" + id + "'}").status()).isEqualTo(400);
    assertThat(again("{'webhook':'" + id + "','revision':'all'}").status()).isEqualTo(400);
    assertThat(again(body.replace("}", ",'force':true}")).status()).isEqualTo(400);
    assertThat(dead()).hasSize(1);

    assertThat(again(body).status()).isEqualTo(204);
    assertThat(RECEIVED.poll(10, TimeUnit.SECONDS)).as("the same id").isEqualTo(sent);
    assertThat(dead()).isEmpty();
    assertThat(again(body).status()).as("it was delivered").isEqualTo(404);
    assertThat(RECEIVED).isEmpty();
  }
}
