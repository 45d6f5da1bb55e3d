package org.callboard.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan as imported: one immutable edition. Sessions stand in order of planned start. */
public record Programme(Event event, List<Day> days, List<Room> rooms, List<Session> sessions) {

  /** Until when the night lasts, from midnight. */
  private static final Duration NIGHT = Duration.ofHours(5);

  private static final Comparator<Session> BY_START =
      Comparator.comparing((Session session) -> session.span().start());

  public Programme {
    days = days.stream().sorted(Comparator.comparing(day -> day.span().start())).toList();
    rooms = List.copyOf(rooms);
    sessions = sessions.stream().sorted(BY_START).toList();
    requireDistinct("room", rooms.stream().map(Room::id).toList());
    requireDistinct("session", sessions.stream().map(Session::id).toList());
    requireKnownRooms(rooms, sessions);
  }

  public Optional<Room> room(String id) {
    return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
  }

  public Optional<Session> session(String id) {
    return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
  }

  /** Its sessions by id, in order, for who looks for many. */
  public Map<String, Session> sessionsById() {
    Map<String, Session> byId = new LinkedHashMap<>();
    sessions.forEach(session -> byId.put(session.id(), session));
    return byId;
  }

  /** The same event with other sessions. */
  public Programme with(List<Session> others) {
    return new Programme(event, days, rooms, others);
  }

  /**
   * The conference day of an instant: the last that began before it, unless that is over and the
   * next one is of the same morning; else the first. Empty only for a programme without days.
   */
  public Optional<Day> dayOf(Instant instant) {
    Optional<Day> begun =
        days.stream()
            .filter(day -> !day.span().start().isAfter(instant))
            .reduce((earlier, later) -> later);
    Optional<Day> coming =
        days.stream().filter(day -> day.span().start().isAfter(instant)).findFirst();
    boolean isUnderWay = begun.filter(day -> day.contains(instant)).isPresent();
    return isUnderWay
        ? begun
        : coming
            .filter(day -> areOfOneDate(instant, day.span().start()))
            .or(() -> begun)
            .or(() -> coming);
  }

  /** The first hours of a date are of the night before. */
  private boolean areOfOneDate(Instant one, Instant other) {
    return date(one).equals(date(other));
  }

  private LocalDate date(Instant instant) {
    return instant.minus(NIGHT).atZone(event.zone()).toLocalDate();
  }

  /** From the first start to the end of the last day or session; empty when there is neither. */
  public Optional<Span> extent() {
    if (sessions.isEmpty()) {
      return Optional.empty();
    }
    Instant start = sessions.get(0).span().start();
    Instant end =
        sessions.stream()
            .map(session -> session.span().end())
            .max(Comparator.naturalOrder())
            .orElse(start);
    return Optional.of(new Span(start, end));
  }

  private static void requireDistinct(String what, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException("Two " + what + "s have the same id: id=" + id);
      }
    }
  }

  private static void requireKnownRooms(List<Room> rooms, List<Session> sessions) {
    Set<String> known = rooms.stream().map(Room::id).collect(Collectors.toSet());
    for (Session session : sessions) {
      for (String room : session.rooms()) {
        if (!known.contains(room)) {
          throw new IllegalArgumentException(
              "A session is in a room that the programme does not have: session="
                  + session.id()
                  + " room="
                  + room);
        }
      }
    }
  }
}
