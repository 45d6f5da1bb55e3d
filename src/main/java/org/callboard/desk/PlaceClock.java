package org.callboard.desk;

import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.clock.Reading;
import org.callboard.journal.Journal;

/** How a node reads the clock of the journal's place, which is the one that all nodes share. */
public final class PlaceClock {

  private PlaceClock() {}

  /** Reads it, where the place has a clock of its own; blocks. */
  public static void read(Journal journal, EventTime time) {
    Moment asked = time.moment();
    journal
        .time()
        .map(there -> Reading.of(asked, there, time.moment()))
        .ifPresent(newer -> time.shared(time.shared().map(last -> last.then(newer)).orElse(newer)));
  }
}
