package org.callboard.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Another clock, read over a line that takes its time. */
class ReadingTest {
  private static final Instant WALL = Instant.parse("2026-05-08T09:00:00Z");

  private static Moment at(long millis) {
    return new Moment(WALL.plusMillis(millis), Duration.ofMillis(millis).toNanos());
  }

  /** One that was asked at an age, took so long, and showed so much more than is right. */
  private static Reading reading(long asked, long roundTrip, long off) {
    Instant there = WALL.plusSeconds(60).plusMillis(asked + roundTrip / 2 + off);
    return Reading.of(at(asked), there, at(asked + roundTrip));
  }

  private static long ahead(Reading reading, long millis) {
    return reading.ahead(at(millis)).toMillis();
  }

  @Test
  void a_clock_showed_what_it_said_in_the_middle_between_question_and_answer() {
    Reading reading = reading(0, 100, 0);
    assertThat(reading.here()).isEqualTo(at(50));
    assertThat(reading.roundTrip()).isEqualTo(Duration.ofMillis(100));
    assertThat(ahead(reading, 5_000)).isEqualTo(60_000);
  }

  @Test
  void a_step_of_the_own_wall_clock_moves_it_away_and_not_what_the_other_shows() {
    Moment stepped = new Moment(WALL.plusSeconds(3_600), at(1_000).nanos());
    Reading reading = reading(0, 0, 0);
    assertThat(reading.at(stepped)).isEqualTo(WALL.plusSeconds(61));
    assertThat(reading.ahead(stepped)).isEqualTo(Duration.ofSeconds(61 - 3_600));
  }

  @Test
  void a_reading_over_a_slow_line_does_not_spoil_a_clear_one() {
    Reading clear = reading(0, 2, 0);
    Reading carried = clear.then(reading(2_000, 400, 180));
    assertThat(ahead(carried, 4_000)).isEqualTo(60_000);
    assertThat(carried.age(at(2_200))).isEqualTo(Duration.ZERO);
  }

  @Test
  void a_clear_reading_takes_the_place_of_one_over_a_slow_line() {
    assertThat(ahead(reading(0, 400, 180).then(reading(2_000, 2, 0)), 2_000)).isEqualTo(60_000);
  }

  @Test
  void a_clock_that_was_set_is_believed_though_the_line_is_slow() {
    Reading stepped = reading(0, 2, 0).then(reading(2_000, 400, 5_000));
    assertThat(ahead(stepped, 2_000)).isEqualTo(65_000);
  }
}
