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
 * Days the same for the same seed: half of them as nobody would plan them, with overlaps, zero
 * lengths and venue-wide items anywhere; half of them as conferences are, room by room in blocks
 * with breaks and gaps between.
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
      List<String> languages = i % 2 == 0 ? List.of() : List.of("en");
      rooms.add(new Room("r" + i, "Room " + i, List.of(), languages, 0, "floor " + i % 2, 0));
    }
    List<Session> sessions = random.nextBoolean() ? tidy(rooms) : wild(rooms);
    Event event =
        new Event("Random", "", ZoneId.of("Europe/Brussels"), "", Optional.empty(), List.of("en"));
    return new Programme(event, days(), rooms, sessions);
  }

  private List<Session> wild(List<Room> rooms) {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < random.nextInt(60); i++) {
      sessions.add(session("s" + i, any(Kind.values()), someRooms(rooms), span()));
    }
    return sessions;
  }

  private List<Session> tidy(List<Room> rooms) {
    List<Session> sessions = new ArrayList<>();
    for (int day = 0; day < 2; day++) {
      Instant start = BEGINNING.plus(Duration.ofHours(24L * day + 9));
      for (int block = 0; block < 2 + random.nextInt(4); block++) {
        start = block(sessions, rooms, start);
      }
    }
    return sessions;
  }

  /** Sessions side by side, then a break for all, a break for each, a gap, or nothing. */
  private Instant block(List<Session> sessions, List<Room> rooms, Instant start) {
    Span whole = Span.of(start, minutes(6, 18));
    for (Room room : rooms) {
      if (random.nextInt(5) > 0) {
        sessions.add(session("s" + sessions.size(), Kind.TALK, List.of(room.id()), whole));
      }
    }
    Span pause = Span.of(whole.end(), minutes(1, 8));
    Kind kind = random.nextInt(4) == 0 ? Kind.LUNCH : Kind.BREAK;
    switch (random.nextInt(4)) {
      case 0 -> sessions.add(session("s" + sessions.size(), kind, List.of(), pause));
      case 1 ->
          rooms.forEach(
              room ->
                  sessions.add(session("s" + sessions.size(), kind, List.of(room.id()), pause)));
      case 2 -> {
        return whole.end();
      }
      default -> {}
    }
    return pause.end();
  }

  private Duration minutes(int leastFives, int mostFives) {
    return Duration.ofMinutes(5L * (leastFives + random.nextInt(mostFives - leastFives)));
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

  private Session session(String id, Kind kind, List<String> rooms, Span span) {
    List<Slot> people = new ArrayList<>(List.of(Slot.open(Role.MODERATOR)));
    for (int i = 0; i < random.nextInt(3); i++) {
      people.add(new Slot(Role.SPEAKER, "N" + random.nextInt(20), ""));
    }
    return new Session(
        id,
        "",
        "T" + id,
        kind,
        rooms,
        span,
        random.nextInt(10) == 0 ? 10 : 0,
        random.nextInt(12) == 0,
        random.nextInt(4) == 0 ? List.of("fr") : List.of(),
        "",
        people,
        "",
        List.of());
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
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
