package org.callboard.feeds;

import java.time.Instant;
import java.util.Optional;
import org.callboard.change.Announcement;

/**
 * That an announcement was made.
 *
 * @param at event time at which it was made
 * @param changedAt wall time at which it was made or ended
 * @param takenBackAt event time at which its making was undone, where it was
 */
record Telling(
    Announcement announcement, Instant at, Instant changedAt, Optional<Instant> takenBackAt) {

  static Telling of(Announcement announcement, Revision revision) {
    return new Telling(announcement, revision.at(), revision.keptAt(), Optional.empty());
  }

  Telling changed(Revision revision, Optional<Instant> takenBack) {
    return new Telling(announcement, at, revision.keptAt(), takenBack);
  }
}
