package org.callboard.agenda;

import java.time.Instant;
import java.util.List;

/**
 * What a change is asked in: everything beside the agenda that its plan may depend on.
 *
 * @param now what the event clock shows, in whole seconds
 * @param revision the revision that the entry would have; ids of what it makes are told from it
 * @param isRehearsal whether the clock may be set
 * @param author who asks
 * @param past the entries of the journal, oldest first
 */
public record Occasion(
    Instant now, long revision, boolean isRehearsal, String author, List<Past> past) {

  /** An occasion on which nothing has happened yet. */
  public static Occasion at(Instant now) {
    return new Occasion(now, 1, false, "", List.of());
  }
}
