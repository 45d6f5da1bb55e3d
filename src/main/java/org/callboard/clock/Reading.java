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

  public static Reading of(Moment asked, Instant there, Moment answered) {
    Duration roundTrip = Duration.ofNanos(answered.nanos() - asked.nanos());
    Duration half = roundTrip.dividedBy(2);
    return new Reading(
        there, new Moment(asked.wall().plus(half), asked.nanos() + half.toNanos()), roundTrip);
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
    return Duration.ofNanos(now.nanos() - here.nanos());
  }
}
