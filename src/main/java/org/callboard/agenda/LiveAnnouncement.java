package org.callboard.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.change.Announcement;

/**
 * An announcement as it stands.
 *
 * @param endedAt when somebody ended it, or the next version took its place
 */
public record LiveAnnouncement(Announcement announcement, Optional<Instant> endedAt) {

  /** When it closes, whoever closes it; empty while it may stay open. */
  public Optional<Instant> end() {
    return Stream.concat(announcement.until().stream(), endedAt.stream()).min(Instant::compareTo);
  }

  /** Whether people are told at an instant. */
  public boolean isOpenAt(Instant instant) {
    return !instant.isBefore(announcement.from()) && !isOverAt(instant);
  }

  public boolean isOverAt(Instant instant) {
    return end().map(end -> !instant.isBefore(end)).orElse(false);
  }
}
