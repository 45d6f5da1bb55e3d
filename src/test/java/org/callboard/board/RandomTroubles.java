package org.callboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;

/** What else may befall a random day: rooms held or full, delays without end, announcements. */
final class RandomTroubles {
  private static final Instant BEGINNING = Instant.parse("2017-10-27T21:00:00Z");
  private static final int MINUTES = 3 * 24 * 60;

  private final Random random;
  private final Programme programme;
  private int announced;

  RandomTroubles(long seed, Programme programme) {
    this.random = new Random(seed);
    this.programme = programme;
  }

  Effect one() {
    return switch (random.nextInt(6)) {
      case 0 -> new Effect.Held(room(), Optional.empty(), maybe(instant()));
      case 1 -> new Effect.RoomSet(room(), RoomStatus.OPEN, any(RoomStatus.values()));
      case 2 -> postponed();
      default -> new Effect.Announced(announcement());
    };
  }

  private Effect postponed() {
    return programme.sessions().isEmpty()
        ? new Effect.Announced(announcement())
        : new Effect.Postponed(
            programme.sessions().get(random.nextInt(programme.sessions().size())).id(),
            random.nextBoolean());
  }

  private Announcement announcement() {
    Level level = any(Level.values());
    Instant from = instant();
    Optional<Instant> end = Optional.of(from.plusSeconds(60L * random.nextInt(600)));
    return Calls.of(
        level,
        any(Mode.values()),
        "a" + announced++,
        from,
        level.mustEnd() ? end : end.filter(any -> random.nextBoolean()),
        random.nextBoolean() ? Target.VENUE : target());
  }

  private Target target() {
    return any(
        List.of(
                new Target(room(), "", "", ""),
                new Target(room(), "", "", "door"),
                new Target("", "", "", "lobby"),
                new Target("", "", "tv-1", ""))
            .toArray(new Target[0]));
  }

  private String room() {
    return programme.rooms().get(random.nextInt(programme.rooms().size())).id();
  }

  private Instant instant() {
    return BEGINNING.plusSeconds(60L * random.nextInt(MINUTES));
  }

  private Optional<Instant> maybe(Instant instant) {
    return Optional.of(instant).filter(any -> random.nextBoolean());
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
