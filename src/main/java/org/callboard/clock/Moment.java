package org.callboard.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of the machine's two clocks.
 *
 * @param wall the wall clock, which people may step
 * @param nanos the monotonic clock in nanoseconds, which only ever runs forward
 */
public record Moment(Instant wall, long nanos) {

  /** Where the readings come from. */
  @FunctionalInterface
  public interface Source {
    Moment now();
  }

  /** How long ago an earlier reading was, by the clock that nobody can step. */
  public Duration since(Moment earlier) {
    return Duration.ofNanos(nanos - earlier.nanos);
  }

  /** How far the wall clock was stepped since an earlier reading; negative when it was set back. */
  public Duration stepSince(Moment earlier) {
    Duration byWall = Duration.between(earlier.wall, wall);
    return byWall.minus(since(earlier));
  }
}
