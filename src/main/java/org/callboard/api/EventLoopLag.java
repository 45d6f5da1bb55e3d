package org.callboard.api;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.callboard.metrics.Meters;

/** How late one event loop comes to a timer, again and again: what blocks it shows here. */
final class EventLoopLag {
  private static final long BEAT_MILLIS = 500;
  private static final long BEAT_NANOS = Duration.ofMillis(BEAT_MILLIS).toNanos();

  private final Meters meters;
  private long last;

  private EventLoopLag(Meters meters) {
    this.meters = meters;
    this.last = meters.nanos();
  }

  /** Measures the event loop that calls, for as long as its verticle lives. */
  static void measure(Vertx vertx, Meters meters) {
    EventLoopLag lag = new EventLoopLag(meters);
    vertx.setPeriodic(BEAT_MILLIS, beat -> lag.beat());
  }

  private void beat() {
    long now = meters.nanos();
    meters.late(Duration.ofNanos(Math.max(0, now - last - BEAT_NANOS)));
    last = now;
  }
}
