package org.callboard.desk;

import java.time.Duration;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.clock.Reading;
import org.callboard.journal.Journal;

/** How a node reads the clock of the journal's place, which is the one that all nodes share. */
public final class PlaceClock {
  /** An answer that took longer tells too little, but more than none. */
  private static final Duration LONGEST = Duration.ofMillis(500);

  private PlaceClock() {}

  /** Reads it, where the place has a clock of its own; blocks. */
  public static void read(Journal journal, EventTime time) {
    Moment asked = time.moment();
    journal
        .time()
        .map(there -> Reading.of(asked, there, time.moment()))
        .filter(reading -> time.shared().isEmpty() || isClear(reading))
        .ifPresent(time::shared);
  }

  private static boolean isClear(Reading reading) {
    return reading.roundTrip().compareTo(LONGEST) <= 0;
  }
}
