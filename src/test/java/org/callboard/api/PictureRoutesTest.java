package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Boards for what shows no page: images for e-paper, and plain text. */
class PictureRoutesTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:15 Opening
          *     10:15-10:30 Coffee
          scala 10:30-12:00 Film
          """);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String IMAGE = "/rooms/hall/board.png?w=200&h=120";
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(DAY, Instant.parse("2017-11-16T08:10:00Z"), 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static HttpRequest request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url(path)));
    return (headers.length > 0 ? request.headers(headers) : request).build();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) {
    try {
      return CLIENT.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + path, failed);
    }
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_board_comes_as_an_image_that_a_device_may_ask_for_again() {
    HttpResponse<byte[]> first = get(IMAGE + "&at=2017-11-16T09:15", "Accept-Encoding", "gzip");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "Content-Type")).isEqualTo("image/png");
    assertThat(header(first, "Content-Encoding")).isEmpty();
    assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(first, "ETag")).matches("\"[0-9a-f]{24}\"");
    assertThat(first.body()).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void an_image_that_has_not_turned_is_not_sent_twice() {
    String tag = header(get(IMAGE + "&at=2017-11-16T09:15"), "ETag");

    HttpResponse<byte[]> same = get(IMAGE + "&at=2017-11-16T09:45", "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(header(same, "Callboard-Next-Change")).isEqualTo("1800");
    assertThat(get(IMAGE + "&at=2017-11-16T10:20", "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-11-16T09:45,        1800",
    "2017-11-16T10:14:59,     1",
    "2017-11-16T09:15,        3600",
    "2017-11-16T09:00,        3600",
    "2017-11-20T09:15,        3600",
    "2017-11-20T23:59,        60"
  })
  void a_device_is_told_how_long_it_may_sleep(String at, String seconds) {
    assertThat(header(get(IMAGE + "&at=" + at), "Callboard-Next-Change")).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "w=63,          64 to 4096",
    "w=4096&h=4096, at most 8294400",
    "w=-1,          The parameter w is not readable",
    "w=99999999999, 64 to 4096",
    "h=1e3,         The parameter h is not readable",
    "colours=3,     'it takes one of 2, 4, 16, full'",
    "theme=pink,    'it takes one of day, night'",
    "lang=xx,       'it takes one of en, fr, es, tr, nl'",
    "at=soon,       write 2017-11-16T10:31"
  })
  void a_parameter_that_is_none_is_refused_with_what_is_allowed(String query, String detail) {
    HttpResponse<byte[]> response = get("/rooms/hall/board.png?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new JsonObject(text(response)).getString("detail")).contains(detail);
  }

  @Test
  void an_image_of_a_room_that_is_none_is_not_there() {
    HttpResponse<byte[]> response = get("/rooms/attic/board.png");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response)).contains("No room has the id attic");
  }

  @Test
  void a_crowd_that_asks_for_large_images_is_held_off_and_harms_nobody() {
    List<CompletableFuture<HttpResponse<byte[]>>> crowd =
        IntStream.range(0, 80)
            .mapToObj(i -> "/rooms/hall/board.png?w=" + (1500 + i) + "&h=1000")
            .map(path -> CLIENT.sendAsync(request(path), HttpResponse.BodyHandlers.ofByteArray()))
            .toList();

    assertThat(get("/api/boards/hall").statusCode()).isEqualTo(200);
    List<HttpResponse<byte[]>> answers = crowd.stream().map(CompletableFuture::join).toList();
    assertThat(answers).allMatch(each -> each.statusCode() == 200 || each.statusCode() == 503);
    assertThat(answers)
        .filteredOn(each -> each.statusCode() == 503)
        .isNotEmpty()
        .allMatch(each -> header(each, "Retry-After").equals("5"));
    assertThat(get(IMAGE).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/rooms/hall             | text/plain                  | text/plain",
        "/                       | text/plain                  | text/plain",
        "/rooms/hall?format=text | */*                         | text/plain",
        "/?format=text           | text/html                   | text/plain",
        "/rooms/hall?format=html | text/plain                  | text/html",
        "/rooms/hall             | */*                         | text/html",
        "/rooms/hall             | text/html,*/*;q=0.8         | text/html",
        "/rooms/hall             | text/plain;q=0.5, text/html | text/html",
        "/rooms/hall             | text/html;q=0.5, text/plain | text/plain",
        "/                       | image/webp                  | text/html"
      })
  void a_board_comes_as_its_reader_likes_it(String path, String accept, String type) {
    HttpResponse<byte[]> response = get(path, "Accept", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).startsWith(type);
    assertThat(header(response, "Vary").toLowerCase(Locale.ROOT)).contains("accept");
  }

  @Test
  void the_text_of_a_room_that_is_none_lists_those_that_are() {
    HttpResponse<byte[]> response = get("/rooms/attic?format=text");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response)).contains("There is no such room here").contains("/rooms/hall");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?format=pdf", "/rooms/hall?format=TEXT", "/rooms/attic?format=1"})
  void a_format_that_is_none_is_refused(String path) {
    HttpResponse<byte[]> response = get(path);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(text(response)).contains("it takes one of html, text");
  }
}
