package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The day as server-sent events, read by a plain client. */
class EventStreamTest {
  /** What a node for tests lets one address hold. */
  private static final int MOST_PER_ADDRESS = 50;

  private final HttpClient client = HttpClient.newHttpClient();
  private TestNode node;

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private Stream<String> lines(String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url("/api/events/stream")));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<Stream<String>> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
    return response.body();
  }

  /** What is told next, past names and comments. */
  static JsonObject next(Iterator<String> lines) {
    String line = lines.next();
    while (!line.startsWith("data: ")) {
      line = lines.next();
    }
    return new JsonObject(line.substring(6));
  }

  @Test
  void a_reader_is_told_the_state_and_then_what_changed_and_nothing_that_is_not_public()
      throws Exception {
    try (Stream<String> stream = lines()) {
      Iterator<String> lines = stream.iterator();
      JsonObject first = next(lines);
      assertThat(first.getLong("revision")).isEqualTo(1);
      assertThat(first.getJsonArray("rooms")).hasSizeGreaterThan(3);
      Organiser.admin(node)
          .change(
              "{'type':'delay','session':'social-integration','minutes':15,'ripple':'none','reason':'secret'}");
      JsonObject second = next(lines);
      assertThat(second.getLong("revision")).isEqualTo(2);
      assertThat(second.getJsonArray("rooms")).contains("auditorium");
      assertThat(second.encode()).doesNotContain("secret", "organiser");
    }
  }

  @Test
  void readers_behind_a_proxy_count_under_their_own_addresses() {
    try (TestNode behind =
        TestNode.behindProxy(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50)) {
      for (int i = 0; i < MOST_PER_ADDRESS; i++) {
        assertThat(opened(behind, "192.0.2.1")).isEqualTo(200);
      }
      assertThat(opened(behind, "192.0.2.1")).isEqualTo(429);
      assertThat(opened(behind, "192.0.2.2")).isEqualTo(200);
    }
  }

  /** The status of one that stays open until its node ends. */
  private int opened(TestNode at, String address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at.url("/api/events/stream")))
            .header("X-Forwarded-For", address)
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()).join().statusCode();
  }

  @Test
  void a_reader_that_comes_back_is_told_what_it_missed() throws Exception {
    Organiser.admin(node)
        .change("{'type':'delay','session':'social-integration','minutes':15,'ripple':'none'}");
    try (Stream<String> stream = lines("Last-Event-ID", "1")) {
      JsonObject missed = next(stream.iterator());
      assertThat(missed.getLong("revision")).isEqualTo(2);
      assertThat(missed.getJsonArray("rooms")).containsExactly("auditorium");
    }
  }
}
