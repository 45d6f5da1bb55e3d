package org.callboard.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventClockTest {
  private static final Instant WALL = Instant.parse("2026-05-04T10:00:00Z");
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final Moment START = new Moment(WALL, 5_000_000_000L);

  private static Moment later(Duration real) {
    return new Moment(WALL.plus(real), START.nanos() + real.toNanos());
  }

  @Test
  void the_real_clock_follows_the_wall_clock_and_its_steps() {
    Moment stepped = new Moment(WALL.minusSeconds(3600), START.nanos());
    assertThat(EventClock.real().at(START)).isEqualTo(WALL);
    assertThat(EventClock.real().at(stepped)).isEqualTo(WALL.minusSeconds(3600));
  }

  @Test
  void a_rehearsal_runs_at_its_speed_from_its_anchor() {
    EventClock clock = EventClock.rehearsal(NINE, 30, START);
    assertThat(clock.at(START)).isEqualTo(NINE);
    assertThat(clock.at(later(Duration.ofSeconds(2)))).isEqualTo(NINE.plusSeconds(60));
  }

  @Test
  void a_rehearsal_does_not_feel_a_step_of_the_wall_clock() {
    EventClock clock = EventClock.rehearsal(NINE, 1, START);
    Moment stepped = new Moment(WALL.plusSeconds(86_400), START.nanos() + 1_000_000_000L);
    assertThat(clock.at(stepped)).isEqualTo(NINE.plusSeconds(1));
  }

  @Test
  void a_step_is_how_far_the_two_clocks_parted() {
    Moment stepped = new Moment(WALL.minusSeconds(57), START.nanos() + 3_000_000_000L);
    assertThat(stepped.stepSince(START)).isEqualTo(Duration.ofSeconds(-60));
    assertThat(later(Duration.ofSeconds(3)).stepSince(START)).isZero();
  }

  @Test
  void a_timer_for_an_instant_runs_the_shorter_the_faster_the_rehearsal() {
    EventClock clock = EventClock.rehearsal(NINE, 60, START);
    assertThat(clock.realTimeUntil(NINE.plusSeconds(600), START)).isEqualTo(Duration.ofSeconds(10));
    assertThat(clock.realTimeUntil(NINE.minusSeconds(600), START)).isZero();
  }

  @Test
  void a_timer_for_an_instant_centuries_away_does_not_overflow() {
    assertThat(EventClock.real().realTimeUntil(Instant.parse("2500-01-01T00:00:00Z"), START))
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 3601, Double.NaN, Double.POSITIVE_INFINITY})
  void a_speed_that_no_clock_can_run_at_is_refused(double speed) {
    assertThatThrownBy(() -> EventClock.rehearsal(NINE, speed, START))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speed=");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-11-16T10:31:00+01:00, 2017-11-16T09:31:00Z",
    "2017-11-16T10:31:00Z,      2017-11-16T10:31:00Z",
    "2017-11-16T10:31,          2017-11-16T09:31:00Z",
    "2017-11-16 10:31,          2017-11-16T09:31:00Z",
    "2017-11-16T10:31:00 01:00, 2017-11-16T09:31:00Z",
    "2017-10-29T02:30,          2017-10-29T00:30:00Z",
    "2018-03-25T02:30,          2018-03-25T01:30:00Z"
  })
  void an_instant_is_read_with_its_offset_or_in_event_time(String text, Instant expected) {
    assertThat(InstantText.parse(text, ZoneId.of("Europe/Brussels"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten past ten", "2017-13-40T10:00", "10:31", "2017-11-16"})
  void an_unreadable_instant_is_refused_with_what_would_do(String text) {
    assertThatThrownBy(() -> InstantText.parse(text, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write 2017-11-16T10:31");
  }
}
