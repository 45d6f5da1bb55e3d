package org.callboard.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * How event time follows from a reading of the machine's clocks. The real clock follows the wall
 * clock, steps included; a rehearsal follows the monotonic clock from an anchor, so that no step
 * disturbs it.
 *
 * @param speed event seconds in a second, above 0 and at most {@link #FASTEST}
 */
public record EventClock(boolean isRehearsal, Instant anchor, long anchorNanos, double speed) {
  /** The fastest rehearsal: an event hour in a second. */
  public static final double FASTEST = 3600;

  private static final double NANOS_PER_SECOND = 1e9;

  public EventClock {
    if (!(speed > 0) || speed > FASTEST) {
      throw new IllegalArgumentException("A speed is above 0 and at most 3600: speed=" + speed);
    }
  }

  public static EventClock real() {
    return new EventClock(false, Instant.EPOCH, 0, 1);
  }

  /** A clock that shows an event instant at a moment and runs on from there. */
  public static EventClock rehearsal(Instant at, double speed, Moment from) {
    return new EventClock(true, at, from.nanos(), speed);
  }

  public Instant at(Moment moment) {
    return isRehearsal ? anchor.plus(scaled(moment.nanos() - anchorNanos, speed)) : moment.wall();
  }

  /** How long a timer must run from a moment until an event instant; zero when it has passed. */
  public Duration realTimeUntil(Instant instant, Moment moment) {
    Duration eventTime = Duration.between(at(moment), instant);
    if (eventTime.isNegative()) {
      return Duration.ZERO;
    }
    return Duration.ofNanos((long) Math.ceil(toNanos(eventTime) / speed));
  }

  private static Duration scaled(long nanos, double speed) {
    double seconds = nanos / NANOS_PER_SECOND * speed;
    long whole = (long) Math.floor(seconds);
    return Duration.ofSeconds(whole, Math.round((seconds - whole) * NANOS_PER_SECOND));
  }

  /** As a double, since a boundary may be further off than a long of nanoseconds holds. */
  private static double toNanos(Duration duration) {
    return duration.getSeconds() * NANOS_PER_SECOND + duration.getNano();
  }
}
