package org.callboard.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The event time of a node: its clock, which a rehearsal may set, where its readings come from, and
 * the clock that it shares with other nodes, where there is one. Any thread may ask; the desk sets
 * it.
 */
public final class EventTime {
  private final Moment.Source source;
  private volatile EventClock clock;
  private volatile Optional<Reading> shared = Optional.empty();

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

  /** The clock that all nodes of a journal share was read. */
  public void shared(Reading reading) {
    shared = Optional.of(reading);
  }

  /** How that clock was last read; empty where no node shares one. */
  public Optional<Reading> shared() {
    return shared;
  }

  /** Real time now, by the clock that all nodes share; by the wall clock where there is none. */
  public Instant sharedNow() {
    Moment now = moment();
    return shared.map(reading -> reading.at(now)).orElse(now.wall());
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
