package org.callboard.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.callboard.agenda.Agenda;
import org.callboard.app.TestNode;
import org.callboard.claims.Claims;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.desk.Desk;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Replica;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.UnreadableProgramme;
import org.callboard.journal.Entry;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Journal;
import org.callboard.programme.Programme;
import org.callboard.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is watched: a real server that changes, stays, fails, sends on, and a file. */
class WatcherTest {
  private static final String EDITION =
      """
      event: {name: Camp, timezone: Europe/Berlin}
      rooms: [{id: adams, name: Adams}]
      sessions:
        - {id: opening, title: Opening, rooms: [adams], start: 2126-05-08T09:00, end: 2126-05-08T10:00}
        - {id: radios, title: Radios, rooms: [adams], start: 2126-05-08T10:00, end: 2126-05-08T11:00}
      """;

  private static final String NEXT = EDITION.replace("title: Opening", "title: Welcome");

  @TempDir private Path folder;

  private final Vertx vertx = Vertx.vertx();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String text = EDITION;
  private volatile Consumer<HttpServerRequest> answer = this::serve;
  private Database database;
  private Desk desk;
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    database = Database.open(Database.url(folder.toString()));
    EventTime time = new EventTime(EventClock.real(), TestNode.SYSTEM);
    Journal journal = new JdbcJournal(database);
    Entry first = FirstEdition.entry(programme(), time);
    journal.append(0, List.of(first));
    desk =
        new Desk(
            vertx,
            vertx.createSharedWorkerExecutor("journal", 1),
            journal,
            new Replica(List.of(first), time),
            time,
            (before, after) -> {},
            (proposal, outcome) -> {});
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> answer.accept(request))
            .listen(0, "127.0.0.1")
            .await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
    database.close();
  }

  private static Programme programme() throws UnreadableProgramme {
    return Programmes.read("first", EDITION.getBytes(UTF_8), Optional.empty()).programme();
  }

  /** Answers 304 to who has it already. */
  private void serve(HttpServerRequest request) {
    String tag = "\"" + text.hashCode() + "\"";
    boolean isKnown = tag.equals(request.getHeader("If-None-Match"));
    asked.add(isKnown ? "304" : "200");
    if (isKnown) {
      request.response().setStatusCode(304).end();
    } else {
      request.response().putHeader("ETag", tag).end(text);
    }
  }

  private Watcher watch(String source, boolean isTaken, String owner) {
    WatchSettings settings =
        new WatchSettings(source, Duration.ofMillis(20), Optional.empty(), false, isTaken);
    Claims claims = new Claims(database, Instant::now, owner);
    Watcher watcher = new Watcher(settings, desk, claims, Instant::now);
    vertx.deployVerticle(watcher).await();
    return watcher;
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.actualPort() + path;
  }

  private Agenda agenda() {
    return desk.replica().present().prefix().agenda();
  }

  private void awaits(String what, BooleanSupplier isSo) {
    Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(isSo::getAsBoolean);
  }

  private void looksAgain() {
    int before = asked.size();
    awaits("three more looks", () -> asked.size() >= before + 3);
  }

  @Test
  void an_unchanged_source_makes_nothing_and_a_changed_one_is_offered_once() {
    watch(address("/schedule"), false, "one");
    looksAgain();
    assertThat(asked.subList(1, 3)).containsOnly("304");
    assertThat(desk.replica().present().revision()).isEqualTo(1);

    text = NEXT;
    awaits("an offer", () -> agenda().offer().isPresent());
    looksAgain();
    assertThat(desk.replica().present().revision()).isEqualTo(2);
    assertThat(agenda().session("opening").orElseThrow().title()).isEqualTo("Opening");

    text = EDITION;
    awaits("the offer is taken back", () -> agenda().offer().isEmpty());
  }

  @Test
  void an_edition_is_imported_by_one_of_two_nodes_and_a_shrunken_one_is_asked_about() {
    watch(address("/schedule"), true, "one");
    watch(address("/schedule"), true, "other");
    looksAgain();
    text = NEXT;
    awaits("imported", () -> agenda().edition() == 2);
    looksAgain();
    assertThat(desk.replica().present().revision()).isEqualTo(2);

    text = NEXT.substring(0, NEXT.indexOf("  - {id: radios"));
    awaits("asked about", () -> agenda().offer().isPresent());
    assertThat(agenda().sessions()).hasSize(2);
  }

  @Test
  void what_fails_is_said_and_the_day_stays_until_it_is_well_again() {
    Watcher watcher = watch(address("/schedule"), true, "one");
    looksAgain();
    answer = request -> request.response().setStatusCode(500).end();
    awaits("troubled", () -> watcher.state().trouble().contains("500"));
    answer = request -> request.response().end("<html>Sorry</html>");
    awaits("unreadable", () -> watcher.state().trouble().contains("web page"));
    assertThat(watcher.state().json().getString("lastGood")).isNotNull();
    assertThat(desk.replica().present().revision()).isEqualTo(1);
    text = NEXT;
    answer = this::serve;
    awaits("well again", () -> watcher.state().isWell() && agenda().edition() == 2);
  }

  @Test
  void only_the_named_host_is_asked_and_it_may_send_on_a_few_times() {
    answer =
        request -> {
          if (request.path().equals("/old")) {
            request.response().setStatusCode(302).putHeader("Location", "/schedule").end();
          } else if (request.path().equals("/away")) {
            String other = "http://localhost:" + server.actualPort() + "/schedule";
            request.response().setStatusCode(302).putHeader("Location", other).end();
          } else {
            serve(request);
          }
        };
    text = NEXT;
    Watcher away = watch(address("/away"), true, "one");
    awaits("refused", () -> away.state().trouble().contains("watch.url"));
    assertThat(asked).isEmpty();
    watch(address("/old"), true, "one");
    awaits("imported", () -> agenda().edition() == 2);
  }

  @Test
  void what_has_no_end_is_not_read_to_its_end() {
    answer =
        request -> {
          request.response().setChunked(true);
          byte[] piece = new byte[1024 * 1024];
          for (int i = 0; i < 70; i++) {
            request.response().write(Buffer.buffer(piece));
          }
        };
    Watcher watcher = watch(address("/endless"), true, "one");
    awaits("bounded", () -> watcher.state().trouble().contains("64 MB"));
  }

  @Test
  void a_file_is_read_when_it_changes() throws Exception {
    Path file = folder.resolve("programme.yaml");
    Watcher watcher = watch(file.toString(), true, "one");
    awaits("no file", () -> watcher.state().trouble().contains("no such file"));
    Path draft = folder.resolve("draft");
    Files.writeString(draft, NEXT);
    Files.move(draft, file);
    awaits("imported", () -> agenda().edition() == 2);
    assertThat(watcher.state().source()).isEqualTo("programme.yaml");
  }
}
