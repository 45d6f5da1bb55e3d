package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs a node asks of it over HTTP. */
class OpsRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String CANCEL = "{'type':'cancel','session':'social-integration'}";

  @TempDir Path data;
  @TempDir Path elsewhere;

  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    EventClock clock = EventClock.rehearsal(ExampleEvent.FRIDAY_10_50, 1, TestNode.SYSTEM.now());
    node =
        TestNode.keeping(
            Database.url(data.toString()),
            ExampleEvent.programme(),
            new EventTime(clock, TestNode.SYSTEM));
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private HttpResponse<String> get(String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(node.url(path))).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + path, failed);
    }
  }

  private List<String> metrics() {
    return get("/metrics").body().lines().toList();
  }

  @Test
  void a_lost_journal_makes_it_unready_and_it_is_ready_again_once_that_is_back() throws Exception {
    assertThat(organiser.get("/health/ready").status()).isEqualTo(200);
    Path file = data.resolve(Database.FILE);
    Files.move(file, elsewhere.resolve(Database.FILE));

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> organiser.get("/health/ready").status() == 503);
    Organiser.Answer unready = organiser.get("/health/ready");
    assertThat(unready.json().getJsonArray("missing")).containsExactly("journal");
    assertThat(unready.json().encode()).doesNotContain(data.toString());
    try (Described described = new Described()) {
      assertThat(described.faults("NotReady", unready.json())).isEmpty();
    }
    assertThat(organiser.get("/health/live").status()).isEqualTo(200);
    assertThat(organiser.get("/health/boards").status()).isEqualTo(200);
    assertThat(organiser.get("/api/boards").status()).isEqualTo(200);

    Files.move(elsewhere.resolve(Database.FILE), file);
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> organiser.get("/health/ready").status() == 200);
  }

  @Test
  void a_node_that_drains_is_not_ready_and_lives_on() {
    assertThat(get("/api/boards").headers().firstValue("Connection")).isEmpty();
    node.drain();
    assertThat(get("/api/boards").headers().firstValue("Connection")).contains("close");

    Organiser.Answer unready = organiser.get("/health/ready");
    assertThat(unready.status()).isEqualTo(503);
    assertThat(unready.json().getJsonArray("missing")).containsExactly("draining");
    assertThat(organiser.get("/health/boards").json().getJsonArray("missing"))
        .containsExactly("draining");
    assertThat(organiser.get("/health/live").status()).isEqualTo(200);
    assertThat(organiser.change(CANCEL).status()).isEqualTo(201);
  }

  @Test
  void changes_and_their_entries_are_counted_by_what_became_of_them() {
    organiser.change(CANCEL);
    organiser.change("{'type':'cancel','session':'none'}");

    assertThat(metrics())
        .contains(
            "callboard_changes_total{outcome=\"published\",type=\"cancel\"} 1.0",
            "callboard_changes_total{outcome=\"impossible\",type=\"cancel\"} 1.0",
            "callboard_journal_entries_total{outcome=\"appended\"} 1.0",
            "callboard_journal_append_seconds_count 1",
            "callboard_journal_head 2.0",
            "callboard_board_projection_seconds_count 1");
  }

  @Test
  void requests_are_counted_by_route_and_never_by_path() {
    get("/api/boards/auditorium");
    get("/api/boards/no-such-room");
    get("/rooms/no-such-door");
    get("/nothing-here/secret");

    List<String> lines = metrics();
    assertThat(lines)
        .contains(
            "callboard_http_requests_total{route=\"/api/boards/{room}\",status=\"200\"} 1.0",
            "callboard_http_requests_total{route=\"/api/boards/{room}\",status=\"404\"} 1.0",
            "callboard_http_requests_total{route=\"/rooms/{id}\",status=\"404\"} 1.0",
            "callboard_http_requests_total{route=\"other\",status=\"404\"} 1.0");
    assertThat(lines).noneMatch(line -> line.contains("auditorium") || line.contains("secret"));
  }

  @Test
  void a_screen_is_counted_while_it_is_there_and_what_it_is_sent() {
    java.net.http.WebSocket screen =
        CLIENT
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(node.url("/live").replace("http", "ws")),
                new java.net.http.WebSocket.Listener() {})
            .join();
    screen.sendText("{\"type\":\"subscribe\",\"topics\":[\"room:scala\",\"venue\"]}", true).join();

    Awaitility.await()
        .until(
            () ->
                metrics()
                    .containsAll(
                        List.of(
                            "callboard_live_connections 1.0",
                            "callboard_live_subscribers{topics=\"room\"} 1.0")));
    // Its two topics, and perhaps a tick that came meanwhile.
    Awaitility.await().until(() -> value("callboard_live_messages_sent_total") >= 2);
    screen.abort();
    Awaitility.await()
        .until(
            () ->
                metrics()
                    .containsAll(
                        List.of(
                            "callboard_live_connections 0.0",
                            "callboard_live_subscribers{topics=\"room\"} 0.0")));
  }

  @Test
  void numbers_are_read_however_much_memory_was_given_back_meanwhile() {
    System.gc();
    assertThat(metrics())
        .contains("callboard_live_connections 0.0")
        .noneMatch(line -> line.startsWith("callboard_live") && line.endsWith("NaN"));
  }

  @Test
  void what_prometheus_reads_names_no_author_and_no_place() {
    organiser.change(CANCEL);
    assertThat(get("/metrics").headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(get("/metrics").body())
        .contains("jvm_memory_used_bytes", "callboard_event_loop_lag_seconds_count")
        .doesNotContain("organiser", data.toString(), "social-integration");
  }

  private double value(String series) {
    return metrics().stream()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .sum();
  }
}
