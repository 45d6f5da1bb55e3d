package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What each room has of the venue-wide sessions that stay where they are while a room ripples: of a
 * break what is left when the room comes to it, and at least the minimum.
 */
final class Remainders {
  private final Line line;
  private final NewTimes times;
  private final boolean isVenue;
  private final Set<String> causes;
  private final List<LiveSession> visited = new ArrayList<>();
  private final Map<String, Instant> oldEnds = new HashMap<>();
  private final Map<String, Instant> newEnds = new HashMap<>();

  Remainders(Line line, NewTimes times, boolean isVenue, Set<String> causes) {
    this.line = line;
    this.times = times;
    this.isVenue = isVenue;
    this.causes = causes;
  }

  boolean stays(LiveSession session) {
    return !isVenue && session.isVenueWide() && !causes.contains(session.id());
  }

  /** Works out for each room when it is done with a session that stays. */
  void visit(LiveSession session) {
    visited.add(session);
    for (String room : line.allRooms()) {
      oldEnds.put(key(session, room), left(session, comesAt(session, room, this::oldEnd)));
      newEnds.put(key(session, room), left(session, comesAt(session, room, this::newEnd)));
    }
  }

  Stream<LiveSession> all() {
    return visited.stream();
  }

  /** When a room was done with a session. */
  Instant oldEnd(LiveSession session, String room) {
    return oldEnds.getOrDefault(key(session, room), session.span().end());
  }

  /** When a room will be done with a session. */
  Instant newEnd(LiveSession session, String room) {
    return newEnds.getOrDefault(key(session, room), times.end(session));
  }

  /** When all that a session follows in a room is over; its own start where nothing is late. */
  Instant comesAt(LiveSession session, String room, BiFunction<LiveSession, String, Instant> ends) {
    return lastEnd(session, room, ends)
        .filter(session.span().start()::isBefore)
        .orElse(session.span().start());
  }

  Optional<Instant> lastEnd(
      LiveSession session, String room, BiFunction<LiveSession, String, Instant> ends) {
    return line.before(session).stream()
        .filter(earlier -> line.follows(earlier, session) && line.rooms(earlier).contains(room))
        .map(earlier -> ends.apply(earlier, room))
        .max(Comparator.naturalOrder());
  }

  private static Instant left(LiveSession session, Instant from) {
    Instant end = session.span().end();
    if (session.minimumLength().isEmpty() || !from.isAfter(session.span().start())) {
      return end;
    }
    Duration length = session.span().length();
    Duration minimum = session.minimumLength().get();
    Instant least =
        FullMinute.atOrAfter(from).plus(minimum.compareTo(length) < 0 ? minimum : length);
    return least.isAfter(end) ? least : end;
  }

  private static String key(LiveSession session, String room) {
    return session.id() + "\n" + room;
  }
}
