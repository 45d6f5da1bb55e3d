package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node's own virtual screen, over its real sockets. */
class SelfTestTest {
  private static final int MOST_CONNECTIONS = 50; // of one address to a node under test

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

  private List<String> metrics() {
    return organiser.text("/metrics").lines().toList();
  }

  private JsonObject told() {
    return organiser.get("/api/screens").json().getJsonObject("selfTest");
  }

  @Test
  void a_probe_arrives_and_is_counted_and_timed() {
    SelfTestResult result = node.testItself();

    assertThat(result.isGood()).isTrue();
    assertThat(result.took()).isPositive();
    assertThat(told().getString("state")).isEqualTo("good");
    assertThat(organiser.get("/health/ready").json().getString("selfTest")).isEqualTo("good");
    assertThat(metrics())
        .contains("callboard_selftest_failures 0.0", "callboard_selftest_arrival_seconds_count 1")
        .anyMatch(line -> line.matches("callboard_selftest_age_seconds [0-9.E-]+"));
  }

  @Test
  void no_screen_is_sent_the_probe_and_none_is_listed_for_it() {
    TestScreen lobby = TestScreen.open(node.port()).subscribeAs("Lobby", "lobby", "*");

    node.testItself();

    assertThat(lobby.heardBeforeTime()).doesNotContain("probe");
    assertThat(organiser.get("/api/screens").objects("screens")).hasSize(1);
  }

  @Test
  void where_screens_find_no_way_in_it_fails_and_the_second_time_is_an_alarm() {
    List<TestScreen> crowd =
        IntStream.range(0, MOST_CONNECTIONS).mapToObj(i -> TestScreen.open(node.port())).toList();

    assertThat(node.testItself().isAlarm()).isFalse();
    assertThat(told().getString("state")).isEqualTo("failed");
    assertThat(node.testItself().isAlarm()).isTrue();

    assertThat(told().getString("state")).isEqualTo("failing");
    assertThat(told().getString("why")).contains("429");
    assertThat(organiser.get("/health/ready").status()).isEqualTo(200);
    assertThat(metrics()).contains("callboard_selftest_failures 2.0");

    crowd.forEach(TestScreen::leave);
    assertThat(node.testItself().isGood()).isTrue();
    assertThat(told().getString("state")).isEqualTo("good");
  }
}
