package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.Test;

/** The live channel over real sockets: what a screen is told, and when. */
class LiveChannelTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:00 Opening
          scala 09:30-10:00 Film
          """);
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");

  private static TestNode quietNode() {
    return TestNode.rehearsing(DAY, NINE.plusSeconds(600), 1);
  }

  /** Ten minutes before nine by a wall clock that can be set. */
  private static TestNode steppedNode(AtomicReference<Duration> step) {
    Duration toEvent = Duration.between(TestNode.SYSTEM.now().wall(), NINE.minusSeconds(600));
    Moment.Source stepped =
        () -> {
          Moment real = TestNode.SYSTEM.now();
          return new Moment(real.wall().plus(toEvent).plus(step.get()), real.nanos());
        };
    return TestNode.on(DAY, EventClock.real(), stepped, 0);
  }

  @Test
  void a_subscription_is_answered_at_once_with_every_topic() {
    try (TestNode node = quietNode()) {
      TestScreen screen = TestScreen.open(node.port()).subscribe("*");

      assertThat(screen.next("venue").json().getJsonObject("event").getString("name"))
          .isEqualTo("Test event");
      JsonObject first = screen.next("board").json();
      JsonObject second = screen.next("board").json();
      assertThat(List.of(first.getString("topic"), second.getString("topic")))
          .containsExactlyInAnyOrder("room:hall", "room:scala");
    }
  }

  @Test
  void a_door_hears_of_its_own_room_only() {
    AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
    try (TestNode node = steppedNode(step)) {
      TestScreen door = TestScreen.open(node.port()).subscribe("room:hall");
      assertThat(door.next("board").json().getJsonArray("frames").getJsonObject(1).getLong("from"))
          .isEqualTo(NINE.toEpochMilli());

      step.set(Duration.ofMinutes(45)); // the film has begun as well

      assertThat(door.next("frames").json().getJsonObject("frames").fieldNames())
          .containsExactly("room:hall");
    }
  }

  @Test
  void a_board_turns_on_a_connected_screen_when_its_instant_comes() {
    AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
    try (TestNode node = steppedNode(step)) {
      TestScreen screen = TestScreen.open(node.port()).subscribe("*");
      screen.next("board");
      step.set(Duration.between(node.wall(), NINE.minusSeconds(3))); // and those are waited for

      JsonObject turn = screen.next("frames").json();

      assertThat(turn.getJsonObject("frames").getInteger("room:hall")).isEqualTo(1);
      assertThat(Instant.ofEpochMilli(turn.getLong("at"))).isBetween(NINE, NINE.plusSeconds(1));
    }
  }

  @Test
  void a_step_of_the_wall_clock_turns_boards_forward_and_back() {
    AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
    try (TestNode node = steppedNode(step)) {
      TestScreen screen = TestScreen.open(node.port()).subscribe("room:hall");
      assertThat(screen.next("board").json().getInteger("frame")).isZero();

      step.set(Duration.ofMinutes(30));
      assertThat(screen.next("frames").json().getJsonObject("frames").getInteger("room:hall"))
          .isEqualTo(1);

      step.set(Duration.ZERO);
      assertThat(screen.next("frames").json().getJsonObject("frames").getInteger("room:hall"))
          .isZero();
    }
  }

  @Test
  void a_screen_measures_its_clock_against_event_time() {
    try (TestNode node = quietNode()) {
      TestScreen screen = TestScreen.open(node.port()).say("{\"type\":\"time\",\"t0\":1234.5}");

      JsonObject answer = screen.next("time").json();

      assertThat(answer.getDouble("t0")).isEqualTo(1234.5);
      assertThat(Instant.ofEpochMilli(answer.getLong("t1")))
          .isBetween(NINE.plusSeconds(600), NINE.plusSeconds(660));
    }
  }

  @Test
  void the_clock_ticks_with_its_rate_and_revision() {
    try (TestNode node = quietNode()) {
      JsonObject tick = TestScreen.open(node.port()).subscribe("venue").next("tick").json();

      assertThat(tick.getDouble("speed")).isEqualTo(1);
      assertThat(tick.getLong("revision")).isEqualTo(1);
      assertThat(tick.getString("build")).isEqualTo("test");
    }
  }

  @Test
  void a_stopping_server_says_when_to_come_back() {
    TestNode node = quietNode();
    TestScreen screen = TestScreen.open(node.port()).subscribe("venue");
    screen.next("venue");

    node.close();

    assertThat(screen.next("bye").json().getLong("retryAfter")).isPositive();
    assertThat(screen.closed().code()).isEqualTo(1001);
  }

  @Test
  void many_screens_are_told_the_same_turn() {
    AtomicReference<Duration> step = new AtomicReference<>(Duration.ZERO);
    try (TestNode node = steppedNode(step)) {
      List<TestScreen> screens = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        screens.add(TestScreen.open(node.port()).subscribe("*"));
        screens.get(i).next("board");
      }
      step.set(Duration.ofMinutes(15));
      for (TestScreen screen : screens) {
        assertThat(screen.next("frames").json().getJsonObject("frames").getInteger("room:hall"))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void one_address_may_hold_only_so_many_connections() {
    try (TestNode node = quietNode()) {
      for (int i = 0; i < 50; i++) {
        TestScreen.open(node.port());
      }
      assertThatThrownBy(() -> TestScreen.open(node.port())).hasMessageContaining("Handshake");
    }
  }
}
