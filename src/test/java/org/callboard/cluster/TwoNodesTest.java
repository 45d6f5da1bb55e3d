package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.TestNode;
import org.callboard.live.TestScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes are one callboard, whichever of them somebody asks. */
class TwoNodesTest {
  private static TestCluster cluster;
  private static ChildServer one;
  private static ChildServer other;
  private static Organiser atOne;
  private static Organiser atOther;

  @BeforeAll
  static void start() {
    cluster = new TestCluster(2);
    one = cluster.start(0);
    other = cluster.start(1);
    atOne = Organiser.login(one.url(), "organiser", TestNode.PASSWORD);
    atOther = Organiser.bearing(other.url(), atOne.token());
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  @Test
  void a_change_at_one_node_is_on_the_boards_of_the_other() {
    long revision =
        atOne.change("{'type':'delay','session':'social-integration','minutes':5}").revision();
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> atOther.get("/api/event").json().getLong("revision") >= revision);
    assertThat(atOther.get("/api/changes?after=" + (revision - 1)).objects("changes"))
        .isEqualTo(atOne.get("/api/changes?after=" + (revision - 1)).objects("changes"));
  }

  @Test
  void a_screen_of_one_node_and_what_it_has_painted_are_seen_at_the_other() {
    TestScreen screen =
        TestScreen.open(port(other)).subscribeAs("left-door", "door", "room:alcazar");
    long revision = atOther.get("/api/event").json().getLong("revision");
    screen.painted(revision);
    await().until(() -> state("left-door"), state -> state.equals("online " + revision));
    screen.leave();
    await().until(() -> state("left-door"), state -> state.equals("offline " + revision));
    assertThat(atOne.delete("/api/screens/left-door").status()).isEqualTo(204);
    await()
        .until(() -> screens(atOther).noneMatch(each -> each.getString("id").equals("left-door")));
  }

  private static String state(String id) {
    return screens(atOne)
        .filter(each -> each.getString("id").equals(id))
        .filter(each -> each.getJsonObject("painted") != null)
        .map(
            each ->
                each.getString("state") + " " + each.getJsonObject("painted").getLong("revision"))
        .findFirst()
        .orElse("unknown");
  }

  private static Stream<JsonObject> screens(Organiser organiser) {
    return organiser.get("/api/screens").objects("screens").stream();
  }

  @Test
  void organisers_at_different_nodes_see_what_the_other_has_open() {
    Organiser admin = atOther;
    admin.post(
        "/api/accounts",
        "{\"user\":\"bo\",\"role\":\"organiser\",\"password\":\"a password of bo\"}");
    Organiser bo = Organiser.login(other.url(), "bo", "a password of bo");
    String open = "{\"tab\":\"t\",\"session\":\"social-integration\"}";
    await()
        .until(
            () -> {
              bo.post("/api/presence", open);
              return atOne.post("/api/presence", open).objects("others").size() == 1;
            });
  }

  @Test
  void each_node_says_how_it_stands_and_compares_its_clock_with_the_other() {
    await()
        .until(
            () -> {
              JsonObject ready = atOne.get("/health/ready").json();
              JsonObject cluster = ready.getJsonObject("cluster");
              JsonArray others = cluster.getJsonArray("others");
              return cluster.getInteger("members") == 2
                  && others.size() == 1
                  && others.getJsonObject(0).getLong("clockAheadMillis") != null
                  && others.getJsonObject(0).getLong("clockAheadMillis") < 500;
            });
  }

  private static int port(ChildServer server) {
    return URI.create(server.url()).getPort();
  }
}
