package org.callboard.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What another clock showed when it was asked over a line.
 *
 * @param there what it showed
 * @param here this machine's clocks at that time, taken as the middle between question and answer
 *     (as in RFC 5905 §8)
 * @param roundTrip how long question and answer took; {@code here} may be wrong by half of that
 */
public record Reading(Instant there, Moment here, Duration roundTrip) {
  /** Clocks drift apart, so a reading is worth less each time that it is carried on. */
  private static final Duration WEAR = Duration.ofMillis(1);

  public static Reading of(Moment asked, Instant there, Moment answered) {
    Duration roundTrip = answered.since(asked);
    Duration half = roundTrip.dividedBy(2);
    return new Reading(
        there, new Moment(asked.wall().plus(half), asked.nanos() + half.toNanos()), roundTrip);
  }

  /**
   * What is known once it was read again: the newer one, or this one carried on where the newer
   * says the same less exactly.
   */
  public Reading then(Reading newer) {
    Duration apart = Duration.between(at(newer.here), newer.there).abs();
    boolean agrees = apart.multipliedBy(2).compareTo(roundTrip.plus(newer.roundTrip)) <= 0;
    boolean isClearer = newer.roundTrip.compareTo(roundTrip) <= 0;
    return agrees && !isClearer
        ? new Reading(at(newer.here), newer.here, roundTrip.plus(WEAR))
        : newer;
  }

  /** What the other clock shows, as far as the monotonic clock can tell. */
  public Instant at(Moment now) {
    return there.plus(age(now));
  }

  /** How far the other clock is ahead of this machine's wall clock; negative when behind. */
  public Duration ahead(Moment now) {
    return Duration.between(now.wall(), at(now));
  }

  public Duration age(Moment now) {
    return now.since(here);
  }
}
