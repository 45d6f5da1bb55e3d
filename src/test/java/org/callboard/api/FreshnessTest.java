package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches on the way may keep of what anybody may read, and whom they never give it. */
class FreshnessTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static TestNode node;
  private static Organiser organiser;

  @BeforeAll
  static void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
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
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + path, failed);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/boards",
        "/api/boards/alcazar",
        "/api/sessions",
        "/api/sessions/closing-plenary",
        "/api/announcements",
        "/api/event"
      })
  void what_is_the_same_for_everybody_may_be_kept_for_a_second_by_any_cache(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=1, stale-if-error=600");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
    assertThat(header(answer, "ETag")).startsWith("W/\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/boards", "/api/boards/alcazar", "/api/sessions", "/api/announcements"})
  void what_has_not_changed_is_not_sent_again_until_it_changes(String path) {
    String tag = header(get(path), "ETag");
    HttpResponse<String> same = get(path, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(header(same, "ETag")).isEqualTo(tag);
    assertThat(header(same, "Cache-Control")).contains("max-age=1");
    delay();
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void the_event_tells_the_time_so_its_tag_is_another_each_second() {
    HttpResponse<String> first = get("/api/event");
    HttpResponse<String> later = get("/api/event");
    while (now(later).equals(now(first))) {
      assertThat(header(later, "ETag")).isEqualTo(header(first, "ETag"));
      later = get("/api/event");
    }
    assertThat(header(later, "ETag")).isNotEqualTo(header(first, "ETag"));
  }

  private static String now(HttpResponse<String> event) {
    return new JsonObject(event.body()).getJsonObject("clock").getString("now");
  }

  @Test
  void whoever_is_logged_in_asks_the_node_each_time() {
    for (String[] who :
        new String[][] {
          {"Authorization", "Bearer " + organiser.token()},
          {"Cookie", SessionCookie.NAME + "=" + organiser.token()}
        }) {
      HttpResponse<String> answer = get("/api/sessions", who);
      assertThat(header(answer, "Cache-Control")).as(who[0]).isEqualTo("private, no-cache");
      assertThat(
              get("/api/sessions", who[0], who[1], "If-None-Match", header(answer, "ETag"))
                  .statusCode())
          .isEqualTo(304);
    }
  }

  @Test
  void another_instant_or_another_revision_is_asked_for_each_time() {
    for (String query : new String[] {"?at=2017-11-17T09:00", "?asOf=1"}) {
      assertThat(header(get("/api/boards" + query), "Cache-Control")).isEqualTo("no-cache");
    }
  }

  @Test
  void a_state_that_is_older_than_what_the_asker_knows_of_is_kept_by_nobody() {
    long revision = delay();
    String known = "/api/boards?revision=";
    assertThat(header(get(known + revision), "Cache-Control")).contains("max-age=1");
    HttpResponse<String> older = get(known + (revision + 1));
    assertThat(older.statusCode()).isEqualTo(200);
    assertThat(header(older, "Cache-Control")).isEqualTo("no-store");
    assertThat(get(known + "new").statusCode()).isEqualTo(400);
  }

  private static long delay() {
    return organiser
        .change("{'type':'delay','session':'closing-plenary','minutes':5,'ripple':'none'}")
        .revision();
  }
}
