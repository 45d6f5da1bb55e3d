package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The grid that people are given times on, while a session may start or end at any second. */
final class FullMinute {
  private FullMinute() {}

  static Instant atOrAfter(Instant instant) {
    Instant begun = instant.truncatedTo(ChronoUnit.MINUTES);
    return begun.equals(instant) ? instant : begun.plus(1, ChronoUnit.MINUTES);
  }

  static Duration atLeast(Duration length) {
    Duration whole = length.truncatedTo(ChronoUnit.MINUTES);
    return whole.equals(length) ? length : whole.plusMinutes(1);
  }
}
