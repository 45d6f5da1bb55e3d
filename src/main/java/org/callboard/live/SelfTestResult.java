package org.callboard.live;

import java.time.Duration;
import java.util.Optional;
import org.callboard.clock.Moment;

/**
 * What came of the last test of the way to the screens.
 *
 * @param at when it ended; empty before the first
 * @param took how long a probe took from the event bus to the screen; zero where none arrived
 * @param failures how many in a row have failed, this one included
 * @param why it failed; empty where it did not
 */
public record SelfTestResult(Optional<Moment> at, Duration took, int failures, String why) {
  public static final SelfTestResult NONE =
      new SelfTestResult(Optional.empty(), Duration.ZERO, 0, "");

  /** One failure may be a hiccup; two are not. */
  private static final int ALARMING = 2;

  static SelfTestResult good(Moment at, long nanos) {
    return new SelfTestResult(Optional.of(at), Duration.ofNanos(nanos), 0, "");
  }

  SelfTestResult failedAgain(Moment at, String reason) {
    return new SelfTestResult(Optional.of(at), Duration.ZERO, failures + 1, reason);
  }

  public boolean isGood() {
    return failures == 0;
  }

  /** Whether somebody must look. */
  public boolean isAlarm() {
    return failures >= ALARMING;
  }

  /** none, good, failed once, or failing. */
  public String state() {
    if (at.isEmpty()) {
      return "none";
    }
    return isGood() ? "good" : isAlarm() ? "failing" : "failed";
  }
}
