package org.callboard.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The event time of a node: its clock, which a rehearsal may set, and where its readings come from.
 * Any thread may ask; the desk sets it.
 */
public final class EventTime {
  private final Moment.Source source;
  private volatile EventClock clock;

  public EventTime(EventClock clock, Moment.Source source) {
    this.clock = clock;
    this.source = source;
  }

  public EventClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.at(source.now());
  }

  /** Now, to the second that has begun. */
  public Instant second() {
    return now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** One reading of the machine's clocks. */
  public Moment moment() {
    return source.now();
  }

  /** How long a timer must run from now until an event instant; zero when it has passed. */
  public Duration realTimeUntil(Instant instant) {
    return clock.realTimeUntil(instant, source.now());
  }

  /** The rehearsal goes on from another instant, at a pace. */
  public void set(Instant at, double speed) {
    clock = EventClock.rehearsal(at, speed, source.now());
  }
}
