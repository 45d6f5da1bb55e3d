package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.callboard.agenda.Agenda;
import org.callboard.app.TestNode;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.programme.Programme;
import org.callboard.wire.BoardJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may read over HTTP, and how a bad request is answered. */
class BoardApiTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:15 Opening
          *     10:15-10:30 Coffee
          scala 10:30-12:00 Film
          """);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(DAY, Instant.parse("2017-11-16T08:10:00Z"), 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + request.uri(), failed);
    }
  }

  private static JsonObject json(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  @Test
  void the_event_says_what_it_is_and_what_time_it_is_there() {
    JsonObject event = json("/api/event");

    assertThat(event.getString("timezone")).isEqualTo("Europe/Brussels");
    assertThat(event.getJsonArray("rooms")).hasSize(2);
    assertThat(event.getJsonArray("days")).hasSize(1);
    assertThat(event.getJsonObject("clock").getBoolean("rehearsal")).isTrue();
    assertThat(event.getJsonObject("clock").getString("now")).startsWith("2017-11-16T08:1");
  }

  @Test
  void a_session_is_answered_by_its_id() {
    JsonObject session = json("/api/sessions/s1");

    assertThat(session.getString("title")).isEqualTo("Coffee");
    assertThat(session.getBoolean("venueWide")).isTrue();
    assertThat(json("/api/sessions").getJsonArray("sessions")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-11-16T08:00:00Z, ",
    "2017-11-16T09:15,     s0",
    "2017-11-16 10:20,     s1",
    "2017-11-16T11:00:00%2B01:00, ",
    "2030-01-01T00:00:00Z, "
  })
  void a_board_is_answered_for_any_instant_as_the_core_decides_it(String at, String ignored) {
    Boards boards = Boards.of(1, Agenda.of(DAY));
    JsonObject answered = json("/api/boards/hall?at=" + at.replace(" ", "%20"));
    Board board = boards.board("hall").orElseThrow();

    Instant instant = Instant.parse(answered.getString("at"));
    assertThat(answered).isEqualTo(new JsonObject(BoardJson.of(boards, board, instant).encode()));
    assertThat(
            json("/api/boards?at=" + at.replace(" ", "%20")).getJsonArray("rooms").getJsonObject(0))
        .isEqualTo(answered);
  }

  @Test
  void a_board_that_has_not_turned_is_not_sent_twice() {
    HttpResponse<String> first = get("/api/boards/hall?at=2017-11-16T09:15");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(get("/api/boards/hall?at=2017-11-16T09:45", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
    assertThat(get("/api/boards/hall?at=2017-11-16T10:20", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "400, /api/boards?at=soon,        write 2017-11-16T10:31",
    "404, /api/boards/attic,          No room has the id attic",
    "404, /api/sessions/nobody,       No session has the id nobody",
    "404, /api/anything,              Nothing is served at /api/anything"
  })
  void a_refusal_is_a_problem_that_says_what_to_do(int status, String path, String detail) {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(response.body()).getInteger("status")).isEqualTo(status);
    assertThat(new JsonObject(response.body()).getString("detail")).contains(detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/event", "/display/display.js", "/nothing", "/api/nothing"})
  void every_answer_carries_the_security_headers(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../config/callboard.yaml",
        "/%2e%2e/config/callboard.yaml",
        "/display/..%2f..%2fconfig/callboard.yaml",
        "/.git/config",
        "/display/"
      })
  void nothing_outside_the_web_root_is_served(String path) {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }
}
