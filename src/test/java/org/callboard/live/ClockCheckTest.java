package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.clock.Reading;
import org.callboard.desk.OwnClock;
import org.junit.jupiter.api.Test;

/** Whose clock is wrong, by what the database and the other nodes say. */
class ClockCheckTest {
  private static final Instant NOW = Instant.parse("2026-05-08T09:00:00Z");

  private volatile Moment now = new Moment(NOW, 0);
  private final EventTime time = new EventTime(EventClock.real(), () -> now);
  private final List<Neighbour> others = new ArrayList<>();
  private final ClockCheck check = new ClockCheck(time, new Heard());

  /** The others that were heard. */
  private final class Heard implements Neighbours {
    @Override
    public boolean isClustered() {
      return true;
    }

    @Override
    public boolean isJoined() {
      return true;
    }

    @Override
    public int members() {
      return others.size() + 1;
    }

    @Override
    public String self() {
      return "self";
    }

    @Override
    public List<Neighbour> all() {
      return others;
    }
  }

  private ClockCheck database(double aheadSeconds) {
    time.shared(Reading.of(now, NOW.plus(seconds(aheadSeconds)), now));
    return check;
  }

  private ClockCheck node(double aheadSeconds) {
    others.add(
        new Neighbour(
            "id",
            "node-" + others.size(),
            1,
            now,
            Optional.of(new Neighbour.Comparison(seconds(aheadSeconds), Duration.ZERO))));
    return check;
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Test
  void a_clock_is_wrong_when_the_database_and_another_node_say_so() {
    database(-21_600);
    assertThat(node(-21_600).isWrong()).isTrue();
    OwnClock verdict = check.verdict();
    assertThat(verdict.trouble().orElseThrow())
        .contains("clock", "6 h 0 min ahead of the database's", "NTP");
    assertThat(verdict.isCovered()).isTrue();
    assertThat(check.differing())
        .containsExactly(
            new ClockCheck.Voice("database", seconds(-21_600)),
            new ClockCheck.Voice("node-0", seconds(-21_600)));
  }

  @Test
  void the_node_beside_one_that_is_wrong_is_right() {
    database(0.01);
    assertThat(node(21_600).isWrong()).isFalse();
    assertThat(check.verdict()).isEqualTo(OwnClock.GOOD);
    assertThat(check.differing()).containsExactly(new ClockCheck.Voice("node-0", seconds(21_600)));
  }

  @Test
  void a_database_that_is_wrong_alone_makes_no_node_wrong() {
    database(3_600);
    node(0);
    assertThat(node(0.2).isWrong()).isFalse();
    assertThat(check.differing()).hasSize(1);
  }

  @Test
  void half_of_those_who_are_heard_is_not_most() {
    database(3_600);
    assertThat(node(0).isWrong()).isFalse();
    node(3_600);
    assertThat(check.isWrong()).isTrue();
  }

  @Test
  void two_that_differ_cannot_tell_which_is_right() {
    assertThat(database(3_600).isWrong()).as("a database and nobody else").isFalse();
    assertThat(check.differing()).hasSize(1);
    now = new Moment(NOW.plusSeconds(11), Duration.ofSeconds(11).toNanos());
    node(3_600);
    assertThat(check.voices()).as("the database is gone").hasSize(1);
    assertThat(check.isWrong()).isFalse();
  }

  @Test
  void a_node_that_is_silent_says_nothing() {
    database(3_600);
    node(3_600);
    now = new Moment(NOW.plusSeconds(6), Duration.ofSeconds(6).toNanos());
    assertThat(check.voices()).hasSize(1);
    assertThat(check.isWrong()).isFalse();
  }

  @Test
  void a_difference_of_two_seconds_is_an_alarm_and_no_more() {
    database(-1.9);
    assertThat(node(-1.9).isWrong()).isFalse();
    assertThat(check.differing()).hasSize(2);
  }

  @Test
  void where_every_clock_shows_another_time_nobody_covers() {
    database(-21_600);
    assertThat(node(-25_200).isWrong()).isTrue();
    assertThat(check.verdict().isCovered()).isFalse();
  }

  @Test
  void a_step_of_the_own_clock_is_seen_at_once() {
    database(0);
    node(0);
    assertThat(check.differing()).isEmpty();
    now = new Moment(NOW.plusSeconds(3_601), Duration.ofSeconds(1).toNanos());
    assertThat(check.differing())
        .containsExactly(new ClockCheck.Voice("database", seconds(-3_600)));
  }

  @Test
  void a_difference_is_said_in_two_units() {
    assertThat(ClockCheck.words(seconds(5_430))).isEqualTo("1 h 30 min");
    assertThat(ClockCheck.words(seconds(21_599.9))).isEqualTo("6 h 0 min");
    assertThat(ClockCheck.words(seconds(150))).isEqualTo("2 min 30 s");
    assertThat(ClockCheck.words(seconds(2.46))).isEqualTo("2.4 s");
  }
}
