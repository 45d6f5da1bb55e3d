package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar feeds over real HTTP, while the day changes. */
class ExportRoutesTest {
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Map<String, String> EXPORTS =
      Map.of(
          "/exports/schedule.xml", "application/xml; charset=utf-8",
          "/exports/schedule.json", "application/json",
          "/exports/schedule2.json", "application/json",
          "/exports/programme.json", "application/json",
          "/exports/programme.yaml", "application/yaml",
          "/exports/programme.csv", "text/csv; charset=utf-8",
          "/exports/programme.ics", "text/calendar; charset=utf-8",
          "/exports/announcements.atom", "application/atom+xml; charset=utf-8");

  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    node = TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private HttpResponse<String> ask(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(node.url(path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("No answer: " + path, failed);
    }
  }

  private HttpResponse<String> get(String path, String... headers) {
    return ask("GET", path, headers);
  }

  private VEvent smuggling(String path) {
    return Biweekly.parse(get(path).body()).first().getEvents().stream()
        .filter(event -> event.getUid().getValue().startsWith(SMUGGLING + "@"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_feed_follows_a_delay() {
    String feed = "/exports/rooms/alcazar.ics";
    VEvent before = smuggling(feed);
    organiser.change("{'type':'delay','session':'" + SMUGGLING + "','minutes':15}");
    VEvent after = smuggling(feed);
    assertThat(after.getUid()).isEqualTo(before.getUid());
    assertThat(after.getSequence().getValue()).isEqualTo(before.getSequence().getValue() + 1);
    assertThat(after.getDateStart().getValue().getTime())
        .isEqualTo(before.getDateStart().getValue().getTime() + 15 * 60_000);
    assertThat(smuggling("/exports/programme.ics").getSequence().getValue()).isEqualTo(1);
  }

  @Test
  void one_session_is_a_calendar_of_its_own_and_so_are_those_that_somebody_chose() {
    HttpResponse<String> one = get("/exports/sessions/" + SMUGGLING + ".ics");
    assertThat(one.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
    assertThat(one.body()).contains("URL:" + node.url("/sessions/" + SMUGGLING).substring(0, 20));
    assertThat(Biweekly.parse(one.body()).first().getEvents()).hasSize(1);
    String two = "/exports/programme.ics?session=social-integration&session=" + SMUGGLING;
    assertThat(Biweekly.parse(get(two).body()).first().getEvents()).hasSize(2);
  }

  @Test
  void what_has_not_changed_is_not_sent_again() {
    String feed = "/exports/programme.ics";
    String tag = get(feed).headers().firstValue("ETag").orElseThrow();
    assertThat(get(feed, "If-None-Match", tag).statusCode()).isEqualTo(304);
    organiser.change("{'type':'cancel','session':'" + SMUGGLING + "'}");
    HttpResponse<String> changed = get(feed, "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).contains("STATUS:CANCELLED");
    assertThat(ask("HEAD", feed).headers().firstValue("ETag"))
        .isEqualTo(changed.headers().firstValue("ETag"));
  }

  @Test
  void it_speaks_the_language_that_is_asked_for() {
    organiser.change("{'type':'cancel','session':'" + SMUGGLING + "'}");
    String one = "/exports/sessions/" + SMUGGLING + ".ics";
    assertThat(get(one + "?lang=fr").body()).contains("SUMMARY:Annulé: ");
    assertThat(get(one, "Accept-Language", "de, nl-BE;q=0.9, nl;q=0.8").body())
        .contains("SUMMARY:Geannuleerd: ");
    assertThat(get(one).body()).contains("SUMMARY:Cancelled: ");
  }

  @Test
  void every_export_is_the_live_day_and_is_not_sent_twice() {
    Map<String, HttpResponse<String>> planned = new LinkedHashMap<>();
    EXPORTS.keySet().forEach(path -> planned.put(path, get(path)));
    planned.forEach(
        (path, answer) -> {
          assertThat(answer.headers().firstValue("Content-Type")).hasValue(EXPORTS.get(path));
          assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
          assertThat(get(path, "If-None-Match", tag(answer)).statusCode()).isEqualTo(304);
        });
    organiser.change("{'type':'delay','session':'" + SMUGGLING + "','minutes':15}");
    organiser.change("{'type':'move','session':'" + SMUGGLING + "','rooms':['scala']}");
    planned.forEach(
        (path, answer) -> {
          HttpResponse<String> live = get(path, "If-None-Match", tag(answer));
          assertThat(live.statusCode()).as(path).isEqualTo(200);
          assertThat(live.body()).as(path).isNotEqualTo(answer.body()).contains("Scala");
          HttpResponse<String> head = ask("HEAD", path);
          assertThat(head.body()).isEmpty();
          assertThat(tag(head)).isEqualTo(tag(live));
        });
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void a_takeover_is_an_alert_that_is_no_more_than_an_exercise_in_a_rehearsal() {
    organiser.change("{'type':'announce','level':'safety','headline':'Leave the building'}");
    String feed = get("/exports/announcements.atom").body();
    String alert = feed.replaceAll("(?s).*href=\"[^\"]*(/exports/alerts/[^\"]*)\".*", "$1");
    HttpResponse<String> message = get(alert);
    assertThat(message.headers().firstValue("Content-Type")).hasValue("application/cap+xml");
    assertThat(message.body())
        .contains("<headline>Leave the building</headline>")
        .contains("<status>Exercise</status>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/exports/alerts/a1.cap",
        "/exports/alerts/.cap",
        "/exports/alerts/a1",
        "/exports/schedule.pdf",
        "/exports/rooms/attic.ics",
        "/exports/rooms/dijlezaal",
        "/exports/rooms/.ics",
        "/exports/sessions/nobody.ics",
        "/exports/sessions/%00.ics",
        "/exports/sessions/..%2F..%2Fetc%2Fpasswd.ics"
      })
  void what_is_no_calendar_is_not_found(String path) {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void more_sessions_than_anybody_stars_are_refused() {
    assertThat(get("/exports/programme.ics?" + "session=a&".repeat(101)).statusCode())
        .isEqualTo(400);
  }
}
