package org.callboard.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.callboard.agenda.Caution;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;

/** Entries for tests, each told from the others by what is asked in it. */
public final class Entries {
  private static final Instant THEN = Instant.parse("2017-11-16T09:30:00.123Z");

  private Entries() {}

  /** An entry without a key. */
  public static Entry entry(long revision, String what) {
    return entry(revision, what, "");
  }

  public static Entry entry(long revision, String what, String key) {
    return new Entry(
        revision,
        THEN.plusMillis(revision),
        THEN.plusSeconds(revision),
        "organiser",
        key,
        "{\"type\":\"room\",\"room\":\"" + what + "\"}",
        List.of(new Effect.RoomSet(what, RoomStatus.OPEN, RoomStatus.FULL)),
        List.of(new Caution("room-conflict", "Taken: é, 語, 🎭", List.of("a", "b"))),
        "",
        Optional.empty());
  }

  /** Entries without keys, from a revision to another, both included. */
  public static List<Entry> entries(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(revision -> entry(revision, "s" + revision))
        .toList();
  }
}
