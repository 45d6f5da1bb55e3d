package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests for what is not there, by methods that are not taken, and of what is no HTTP. */
class HostileRequestTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static TestNode node;

  @BeforeAll
  static void start() {
    node =
        TestNode.rehearsing(
            DayText.programme("hall 09:00-10:15 Opening"),
            Instant.parse("2017-11-16T08:10:00Z"),
            1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpResponse<String> ask(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url(path))).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + method + " " + path, failed);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(new JsonObject(answer.body()).getInteger("status")).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("detail")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/rooms/hall",
        "/rooms/hall/board.png",
        "/programme",
        "/console",
        "/api/boards",
        "/api/boards/hall?at=2017-11-16T09:15",
        "/api/openapi.yaml",
        "/exports/programme.ics",
        "/health/ready",
        "/metrics"
      })
  void what_can_be_read_can_be_asked_for_its_head(String path) {
    HttpResponse<String> head = ask("HEAD", path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Type"))
        .isNotEmpty()
        .isEqualTo(header(ask("GET", path), "Content-Type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE  | /api/event           | GET, HEAD",
        "OPTIONS | /api/boards/hall     | GET, HEAD",
        "PUT     | /api/changes         | GET, HEAD, POST",
        "GET     | /api/login           | POST",
        "PATCH   | /rooms/hall          | GET, HEAD",
        "POST    | /                    | GET, HEAD",
        "HEAD    | /api/events/stream   | GET"
      })
  void who_asks_by_another_method_is_told_by_which(String method, String path, String taken) {
    HttpResponse<String> answer = ask(method, path);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo(taken);
    if (!method.equals("HEAD")) {
      assertProblem(answer, 405);
      assertThat(new JsonObject(answer.body()).getString("detail")).contains(method, taken);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/none",
    "POST, /api/none",
    "GET,  /exports/none",
    "GET,  /exports/rooms/none.ics",
    "GET,  /health/none"
  })
  void a_program_that_asks_for_what_is_not_there_is_told_so(String method, String path) {
    assertProblem(ask(method, path), 404);
  }

  @Test
  void a_person_who_asks_for_what_is_not_there_sees_the_rooms() {
    HttpResponse<String> answer = ask("GET", "/rooms/none");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("/rooms/hall");
  }

  @Test
  void an_address_or_a_head_beyond_its_bound_is_a_problem_and_the_server_goes_on() {
    assertProblem(ask("GET", "/" + "x".repeat(10_000)), 414);
    assertProblem(ask("GET", "/", "X-Long", "x".repeat(20_000)), 431);
    assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/boards/%zz", "/%", "/api/boards?at=%zz"})
  void an_address_that_is_none_is_a_problem(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Accept-Language | ;q=z",
        "Accept-Language | ,,;",
        "Accept          | ;;;",
        "Cookie          | callboard_language; =;",
        "If-None-Match   | W/\"x"
      })
  void a_header_that_says_nothing_keeps_nobody_from_the_programme(String name, String value) {
    for (String path : new String[] {"/", "/programme", "/console", "/exports/programme.ics"}) {
      assertThat(ask("GET", path, name, value).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void what_is_no_http_is_a_problem() throws Exception {
    assertThat(raw("HELLO\r\n\r\n")).contains(" 400 ", "application/problem+json", "RFC 9112");
  }

  /** What comes back until the line ends. */
  private static String raw(String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", node.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void who_asks_the_live_channel_for_a_page_is_told_what_it_speaks() {
    HttpResponse<String> answer = ask("GET", "/live");
    assertProblem(answer, 426);
    assertThat(header(answer, "Upgrade")).isEqualTo("websocket");
  }
}
