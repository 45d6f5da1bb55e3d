package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.pages.QrReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host runs a room by a link, and the organisers hear of it. */
class HostLinkStoriesTest {
  private static final String SMUGGLING = "migrant-smuggling-and-human-trafficking";

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

  private JsonObject link(String room) {
    Organiser.Answer answer =
        organiser.post("/api/host-links", new JsonObject().put("room", room).encode());
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private Organiser host(String room) {
    return Organiser.bearing(node, link(room).getString("token"));
  }

  @Test
  void a_new_link_is_an_address_and_its_qr_code() {
    JsonObject link = link("alcazar");
    assertThat(link.getString("url")).isEqualTo(node.url("/host/" + link.getString("token")));
    JsonObject code = link.getJsonObject("qr");
    assertThat(QrReader.read(code.getInteger("size"), code.getString("path")))
        .isEqualTo(link.getString("url"));
  }

  @Test
  void a_host_starts_extends_and_ends_what_is_in_its_room() {
    Organiser host = host("alcazar");
    assertThat(host.change("{'type':'start','session':'" + SMUGGLING + "'}").status())
        .isEqualTo(201);
    assertThat(host.change("{'type':'extend','session':'" + SMUGGLING + "','minutes':5}").status())
        .isEqualTo(201);
    assertThat(host.change("{'type':'finish','session':'" + SMUGGLING + "'}").status())
        .isEqualTo(201);
    assertThat(host.change("{'type':'room','room':'alcazar','status':'full'}").status())
        .isEqualTo(201);
    assertThat(organiser.get("/api/changes?after=1").objects("changes"))
        .hasSize(4)
        .allMatch(change -> change.getString("author").equals("host:alcazar"));
  }

  @Test
  void a_host_may_take_back_what_it_did_and_nothing_else() {
    Organiser host = host("alcazar");
    long own = host.change("{'type':'room','room':'alcazar','status':'full'}").revision();
    assertThat(host.change("{'type':'undo','revision':" + own + "}").status()).isEqualTo(201);

    long other = organiser.change("{'type':'room','room':'alcazar','status':'full'}").revision();
    assertThat(host.change("{'type':'undo','revision':" + other + "}").status()).isEqualTo(403);
    assertThat(host("scala").change("{'type':'undo','revision':" + own + "}").status())
        .isEqualTo(403);
  }

  @Test
  void a_call_reaches_the_organisers_alone_until_one_answers() {
    Organiser host = host("alcazar");
    String text = "{'type':'call','room':'alcazar','kind':'help','detail':'No microphone'}";
    assertThat(host.change(text).status()).isEqualTo(201);
    assertThat(host.change(text).detail()).contains("Alcazar called at 10:50 already");

    JsonObject call = organiser.get("/api/calls").objects("calls").get(0);
    assertThat(call.getString("room")).isEqualTo("alcazar");
    assertThat(call.getString("kind")).isEqualTo("help");
    assertThat(call.getString("detail")).isEqualTo("No microphone");
    assertThat(call.getString("by")).isEqualTo("host:alcazar");
    Organiser stranger = Organiser.stranger(node);
    assertThat(stranger.get("/api/calls").status()).isEqualTo(401);
    for (String open :
        List.of("/api/event", "/api/boards", "/api/boards/alcazar", "/api/announcements")) {
      assertThat(stranger.get(open).json().encode()).doesNotContain("microphone", "host:");
    }

    String answer = "{'type':'answer','call':'" + call.getString("id") + "'}";
    assertThat(host.change(answer).status()).isEqualTo(403);
    assertThat(host.get("/api/host").objects("calls")).hasSize(1);
    assertThat(organiser.change(answer).status()).isEqualTo(201);
    assertThat(organiser.get("/api/calls").objects("calls")).isEmpty();
    assertThat(host.get("/api/host").objects("calls")).isEmpty();
  }

  @Test
  void a_host_reads_what_was_started_as_long_as_it_holds() {
    Organiser host = host("alcazar");
    long revision = host.change("{'type':'start','session':'" + SMUGGLING + "'}").revision();
    JsonObject started = host.get("/api/host").json().getJsonObject("started");
    assertThat(started.getString(SMUGGLING)).startsWith("2017-11-17T09:50:");
    host.change("{'type':'undo','revision':" + revision + "}");
    assertThat(host.get("/api/host").json().getJsonObject("started")).isEmpty();
  }

  @Test
  void links_are_listed_with_their_use_and_without_their_token() {
    JsonObject link = link("alcazar");
    Organiser.bearing(node, link.getString("token")).get("/api/host");
    JsonObject listed = organiser.get("/api/host-links").objects("links").get(0);
    assertThat(listed.getString("id")).isEqualTo(link.getString("id"));
    assertThat(listed.getString("createdBy")).isEqualTo("organiser");
    assertThat(listed.getString("seen")).isNotNull();
    assertThat(listed.encode()).doesNotContain(link.getString("token"));
  }

  @Test
  void in_a_rehearsal_a_link_holds_for_a_day() {
    Instant expires = Instant.parse(link("alcazar").getString("expires"));
    assertThat(expires)
        .isBetween(
            Instant.now().plus(Duration.ofHours(24)).minusSeconds(60),
            Instant.now().plus(Duration.ofHours(24)));
  }

  @Test
  void at_the_event_a_link_holds_until_two_hours_after_its_last_day() {
    Instant friday = ExampleEvent.FRIDAY_10_50;
    Duration back = Duration.between(TestNode.SYSTEM.now().wall(), friday);
    try (TestNode event =
        TestNode.on(
            ExampleEvent.programme(),
            EventClock.real(),
            () ->
                new org.callboard.clock.Moment(
                    TestNode.SYSTEM.now().wall().plus(back), TestNode.SYSTEM.now().nanos()),
            0)) {
      Organiser there = Organiser.admin(event);
      Instant last =
          there.get("/api/event").objects("days").stream()
              .map(day -> Instant.parse(day.getString("end")))
              .max(Instant::compareTo)
              .orElseThrow();
      JsonObject made = there.post("/api/host-links", "{\"room\":\"alcazar\"}").json();
      assertThat(Instant.parse(made.getString("expires"))).isEqualTo(last.plusSeconds(7_200));
    }
  }

  @Test
  void the_page_of_a_link_is_the_room_and_is_never_kept_or_referred_from() throws Exception {
    JsonObject link = link("alcazar");
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(link.getString("url"))).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Alcazar", "Nothing on here now")
        .doesNotContain(link.getString("token"));
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
  }
}
