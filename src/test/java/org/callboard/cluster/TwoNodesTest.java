package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.TestNode;
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
}
