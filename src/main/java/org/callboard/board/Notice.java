package org.callboard.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a board shows beside now and next: a fact that nobody had to type, or an announcement.
 *
 * @param subject the id of the session, of the room for a room's status, or of the announcement
 * @param slots for people: the indexes of the session's slots that changed
 * @param from from when it may be shown; the epoch for a fact that holds since the entry
 * @param until when it ends by itself; empty while nobody can tell
 */
public record Notice(
    Kind kind, String subject, List<Integer> slots, Instant from, Optional<Instant> until) {

  public Notice {
    slots = List.copyOf(slots);
  }

  /** What sort of fact it is. */
  public enum Kind {
    ANNOUNCEMENT,
    ROOM_STATUS,
    HELD,
    CANCELLED,
    MOVED_AWAY,
    MOVED_HERE,
    DELAYED,
    PEOPLE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> ofWord(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether its subject is a session. */
    public boolean isOfSession() {
      return this != ANNOUNCEMENT && this != ROOM_STATUS && this != HELD;
    }
  }

  boolean holdsAt(Instant instant) {
    return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
  }
}
