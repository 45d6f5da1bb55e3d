package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host's link is not good for, and links that are not good at all. */
class HostileHostLinkTest {
  private static final String NO_LINK = "cb_Zm9vYmFyYmF6cXV4LUFCQ0RFRkdISUpLTE1OT1BRUlM";

  private final AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
  private TestNode node;
  private Organiser organiser;
  private JsonObject link;
  private Organiser host;

  @BeforeEach
  void start() {
    Moment.Source stepped =
        () -> {
          Moment real = TestNode.SYSTEM.now();
          return new Moment(real.wall().plus(step.get()), real.nanos());
        };
    EventClock clock = EventClock.rehearsal(ExampleEvent.FRIDAY_10_50, 1, stepped.now());
    node = TestNode.on(ExampleEvent.programme(), clock, stepped, 0);
    organiser = Organiser.admin(node);
    link = organiser.post("/api/host-links", "{\"room\":\"alcazar\"}").json();
    host = Organiser.bearing(node, link.getString("token"));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private long revision() {
    return organiser.get("/api/event").json().getLong("revision");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'start','session':'social-integration'}",
        "{'type':'extend','session':'break-4','minutes':5}",
        "{'type':'room','room':'scala','status':'full'}",
        "{'type':'call','room':'scala','kind':'help'}",
        "{'type':'cancel','session':'migrant-smuggling-and-human-trafficking'}",
        "{'type':'move','session':'migrant-smuggling-and-human-trafficking','rooms':['scala']}",
        "{'type':'retime','session':'migrant-smuggling-and-human-trafficking','start':'2017-11-17T10:00:00Z','end':'2017-11-17T11:00:00Z'}",
        "{'type':'announce','level':'notice','headline':'Free beer','until':'2017-11-17T12:00:00Z'}",
        "{'type':'announce','level':'safety','headline':'Leave'}",
        "{'type':'hold','rooms':['alcazar']}",
        "{'type':'clock','speed':30}",
        "{'type':'undo','revision':1}",
        "{'type':'answer','call':'c1'}",
        "{'type':'cancel','session':'social-integration','due':'2017-11-17T12:00:00Z'}"
      })
  void a_host_is_refused_what_is_not_its_own_and_nothing_changes(String change) {
    long before = revision();
    assertThat(host.change(change).status()).isEqualTo(403);
    assertThat(host.preview(change).status()).isEqualTo(403);
    assertThat(revision()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/me",
        "/api/changes",
        "/api/changes?after=1",
        "/api/scheduled",
        "/api/calls",
        "/api/accounts",
        "/api/host-links",
        "/api/boards",
        "/api/event",
        "/api/host/",
        "/api/sessions/social-integration/why"
      })
  void a_link_reads_nothing_by_its_token(String path) {
    assertThat(host.get(path).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/host-links|{\"room\":\"scala\"}",
        "/api/accounts|{\"user\":\"eve\",\"role\":\"admin\"}",
        "/api/me/password|{\"current\":\"x\",\"password\":\"correct horse battery\"}",
        "/api/logout|{}",
        "/api/changes/|{\"type\":\"room\",\"room\":\"alcazar\",\"status\":\"full\"}"
      })
  void a_link_does_nothing_else(String path, String body) {
    assertThat(host.post(path, body).status()).isEqualTo(403);
  }

  @Test
  void an_account_of_a_host_makes_no_links() {
    organiser.post(
        "/api/accounts",
        "{\"user\":\"hal\",\"role\":\"host\",\"rooms\":[\"alcazar\"],\"password\":\"correct horse battery\"}");
    Organiser hal = Organiser.login(node, "hal", "correct horse battery");
    assertThat(hal.post("/api/host-links", "{\"room\":\"alcazar\"}").status()).isEqualTo(403);
    assertThat(hal.get("/api/host-links").status()).isEqualTo(403);
    assertThat(hal.get("/api/host").status()).isEqualTo(403);
    assertThat(Organiser.stranger(node).get("/api/host-links").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400",
        "{\"room\":7}|400",
        "{\"room\":\"alcazar\",\"expires\":null}|400",
        "{\"room\":\"alcazar\",\"expires\":\"tomorrow\"}|400",
        "{\"room\":\"alcazar\",\"expires\":\"2017-11-17T12:00:00Z\"}|400",
        "{\"room\":\"alcazar\",\"expires\":\"2199-11-17T12:00:00Z\"}|400",
        "{\"room\":\"alcazar\",\"rooms\":[\"scala\"]}|400",
        "{\"room\":\"attic\"}|422",
        "[]|400"
      })
  void a_malformed_link_is_refused(String body, int status) {
    assertThat(organiser.post("/api/host-links", body).status()).isEqualTo(status);
    assertThat(organiser.get("/api/host-links").objects("links")).hasSize(1);
  }

  @Test
  void what_is_no_link_or_no_longer_is_one_and_the_same_to_who_asks() throws Exception {
    JsonObject ended =
        organiser
            .post(
                "/api/host-links",
                new JsonObject()
                    .put("room", "scala")
                    .put("expires", node.wall().plusSeconds(3_600).toString())
                    .encode())
            .json();
    JsonObject revoked = organiser.post("/api/host-links", "{\"room\":\"scala\"}").json();
    Organiser.bearing(node, revoked.getString("token")).get("/api/host");
    assertThat(delete("/api/host-links/" + revoked.getString("id"))).isEqualTo(204);
    assertThat(delete("/api/host-links/" + revoked.getString("id"))).isEqualTo(404);
    step.set(Duration.ofHours(2));

    List<String> tokens =
        List.of(ended.getString("token"), revoked.getString("token"), NO_LINK, "x", "%00");
    List<String> pages = new ArrayList<>();
    for (String token : tokens) {
      pages.add(page("/host/" + token, 404));
      assertThat(pages.get(0)).contains("This link does not work").doesNotContain(token + "\"");
    }
    assertThat(pages).allMatch(pages.get(0)::equals);
    for (String token : tokens.subList(0, 4)) {
      Organiser.Answer answer =
          Organiser.bearing(node, token).change("{'type':'room','room':'scala','status':'full'}");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.detail()).isEqualTo("The bearer token is not valid, or no longer.");
    }
    page("/host/" + link.getString("token"), 200);
  }

  @Test
  void a_session_of_an_organiser_opens_no_hosts_page() throws Exception {
    page("/host/" + organiser.token(), 404);
  }

  @Test
  void a_link_in_the_cookie_of_a_session_is_nobody() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url("/api/me")))
            .header("Cookie", SessionCookie.NAME + "=" + link.getString("token"))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(401);
  }

  private int delete(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(node.url(path)))
            .header("Authorization", "Bearer " + organiser.token())
            .DELETE()
            .build())
        .statusCode();
  }

  /** A page without what differs from second to second. */
  private String page(String path, int status) throws Exception {
    HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(node.url(path))).build());
    assertThat(page.statusCode()).as(path).isEqualTo(status);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    return page.body();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
