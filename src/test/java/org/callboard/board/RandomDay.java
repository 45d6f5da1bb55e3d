package org.callboard.board;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.callboard.change.Effect;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * Days that nobody would plan, the same for the same seed: overlaps, zero lengths, venue-wide
 * items.
 */
public final class RandomDay {
  /** Local midnight before a night on which clocks go back in Brussels. */
  private static final Instant BEGINNING = Instant.parse("2017-10-27T22:00:00Z");

  private static final int SLOTS_OF_FIVE_MINUTES = 3 * 24 * 12;

  private final Random random;

  public RandomDay(long seed) {
    this.random = new Random(seed);
  }

  public Programme programme() {
    List<Room> rooms = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      rooms.add(Room.named("r" + i, "Room " + i));
    }
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < random.nextInt(60); i++) {
      sessions.add(session("s" + i, rooms));
    }
    Event event =
        new Event("Random", "", ZoneId.of("Europe/Brussels"), "", Optional.empty(), List.of("en"));
    return new Programme(event, days(), rooms, sessions);
  }

  public List<Effect> effects(Programme programme) {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < 20 && !programme.sessions().isEmpty(); i++) {
      Session session = programme.sessions().get(random.nextInt(programme.sessions().size()));
      effects.add(effect(session, programme.rooms()));
    }
    return effects;
  }

  public Instant instant() {
    return BEGINNING.minusSeconds(3600).plusSeconds(random.nextInt(3 * 86_400 + 7_200));
  }

  private Effect effect(Session session, List<Room> rooms) {
    return switch (random.nextInt(4)) {
      case 0 -> new Effect.Retimed(session.id(), session.span(), span(), 0);
      case 1 -> new Effect.Moved(session.id(), session.rooms(), someRooms(rooms));
      case 2 -> new Effect.Cancelled(session.id(), random.nextBoolean());
      default ->
          new Effect.Assigned(
              session.id(),
              0,
              session.people().get(0),
              new Slot(Role.HOST, "N" + random.nextInt(), ""));
    };
  }

  private Session session(String id, List<Room> rooms) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    List<Slot> people = List.of(Slot.open(Role.MODERATOR));
    return new Session(
        id,
        "",
        "T" + id,
        kind,
        someRooms(rooms),
        span(),
        0,
        false,
        List.of(),
        "",
        people,
        "",
        List.of());
  }

  private List<String> someRooms(List<Room> rooms) {
    return rooms.stream().map(Room::id).filter(id -> random.nextInt(3) == 0).toList();
  }

  private Span span() {
    Instant start = BEGINNING.plus(Duration.ofMinutes(5L * random.nextInt(SLOTS_OF_FIVE_MINUTES)));
    return Span.of(start, Duration.ofMinutes(5L * random.nextInt(40)));
  }

  private static List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      days.add(
          new Day("Day " + i, Span.of(BEGINNING.plus(Duration.ofDays(i)), Duration.ofHours(20))));
    }
    return days;
  }
}
