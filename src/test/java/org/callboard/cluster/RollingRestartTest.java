package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes that end one after the other while screens and organisers go on, as at an upgrade. */
class RollingRestartTest {
  /** Later a node gives up and ends as it is. */
  private static final Duration DRAINED = Duration.ofSeconds(9);

  private final RollingCluster cluster = new RollingCluster();
  private Relay balancer;

  @BeforeEach
  void start() {
    cluster.node(0).start();
    cluster.node(1).start();
    balancer = new Relay(cluster.node(0).port());
  }

  @AfterEach
  void end() {
    balancer.close();
    cluster.close();
  }

  @Test
  void a_node_that_ends_gives_notice_and_its_screens_and_organisers_go_on_at_the_other() {
    String url = "http://127.0.0.1:" + balancer.port();
    String token = Organiser.login(url, "organiser", TestNode.PASSWORD).token();
    await().until(() -> missing(0).isEmpty() && missing(1).isEmpty());
    RollingScreens screens = new RollingScreens(balancer.port(), 30);
    await().atMost(Duration.ofSeconds(15)).until(screens::allHold);
    RollingWriters writers = new RollingWriters(url, token, 3, Duration.ofMillis(20));
    Thread notice = new Thread(this::turnWhenItIsNotReady);
    notice.start();

    long begun = System.nanoTime();
    assertThat(cluster.node(0).end()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DRAINED);

    await().atMost(Duration.ofSeconds(8)).until(screens::allHold);
    writers.close();
    assertThat(writers.answers()).as("no change was lost on its way").containsOnlyKeys("201");
    Checker.of(cluster.database()).holds(writers.attempts());
    long head = tellEverybody(Organiser.bearing(url, token));
    await().atMost(Duration.ofSeconds(5)).until(() -> screens.know(head) == 30);
    await().atMost(Duration.ofSeconds(5)).until(screens::areAlike); // the venue is told first
    assertThat(screens.gaps()).hasSize(30).allMatch(millis -> millis < 5_000);
    screens.close();
    onlyWhoeverIsAloneWithoutTheDatabaseIsNotBelieved();
  }

  /** What concerns no room alone is sent to every screen at once. */
  private static long tellEverybody(Organiser organiser) {
    return organiser
        .change(
            "{'type':'announce','level':'notice','headline':'Welcome','until':'2017-11-17T18:00:00+01:00'}")
        .revision();
  }

  /** What a load balancer does that asks each node how it is. */
  private void turnWhenItIsNotReady() {
    await().pollInterval(Duration.ofMillis(50)).until(() -> missing(0).contains("draining"));
    balancer.turnTo(cluster.node(1).port());
  }

  private void onlyWhoeverIsAloneWithoutTheDatabaseIsNotBelieved() {
    cluster.loseDatabase();
    await().atMost(Duration.ofSeconds(20)).until(() -> missing(1).contains("cut"));
    assertThat(cluster.node(1).get("/api/boards").statusCode()).isEqualTo(200);
    cluster.findDatabase();
  }

  /** What is missing for the boards of a node to be believed. */
  private List<Object> missing(int number) {
    HttpResponse<String> answer = cluster.node(number).get("/health/boards");
    return answer.statusCode() == 200
        ? List.of()
        : new JsonObject(answer.body()).getJsonArray("missing").stream().toList();
  }
}
