package org.callboard.live;

import java.time.Duration;
import org.callboard.clock.Moment;

/** How long ago something was, by the clock that nobody can step. */
final class Ages {

  private Ages() {}

  static Duration between(Moment then, Moment now) {
    return Duration.ofNanos(now.nanos() - then.nanos());
  }
}
