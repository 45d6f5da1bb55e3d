package org.callboard.agenda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.programme.Day;
import org.callboard.programme.Room;
import org.callboard.programme.Span;

/**
 * The sessions of one or more conference days in the order in which they come: which follows which,
 * and in what rooms.
 *
 * <p>A session <em>follows</em> an earlier one of its day when it starts at or after the other's
 * end; or when it was planned to, and starts after the other and not before its planned end. So two
 * that ran into each other because one is late are still one after the other, and two that are
 * meant to run side by side in one room never become a queue.
 */
final class Line {
  private static final Comparator<LiveSession> IN_ORDER =
      Comparator.comparing((LiveSession session) -> session.span().start())
          .thenComparing(session -> !session.span().length().isZero())
          .thenComparing(session -> session.plan().span().start())
          .thenComparing(session -> session.span().end())
          .thenComparing(LiveSession::id);

  private final Agenda agenda;
  private final Set<String> everywhere;
  private final List<LiveSession> sessions;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Optional<Day>> days = new HashMap<>();
  private final List<String> allRooms;

  /**
   * The line of the days on which some sessions are.
   *
   * @param causes ids of sessions that are in it even while their time is unknown
   * @param everywhere ids of those that hold up every room
   */
  Line(Agenda agenda, Collection<String> causes, Set<String> everywhere) {
    this.agenda = agenda;
    this.everywhere = everywhere;
    Set<Optional<Day>> wanted =
        causes.stream()
            .flatMap(id -> agenda.session(id).stream())
            .map(this::day)
            .collect(Collectors.toSet());
    this.sessions =
        agenda.sessions().stream()
            .filter(session -> session.isOn() || causes.contains(session.id()))
            .filter(session -> wanted.contains(day(session)))
            .sorted(IN_ORDER)
            .toList();
    for (LiveSession session : sessions) {
      places.put(session.id(), places.size());
    }
    List<String> rooms = agenda.programme().rooms().stream().map(Room::id).toList();
    this.allRooms = rooms.isEmpty() ? List.of("") : rooms;
  }

  List<LiveSession> sessions() {
    return sessions;
  }

  List<LiveSession> before(LiveSession session) {
    return sessions.subList(0, places.get(session.id()));
  }

  boolean follows(LiveSession earlier, LiveSession later) {
    return isSameDay(earlier, later)
        && places.get(earlier.id()) < places.get(later.id())
        && (isOver(earlier.span(), later.span()) || isOverByPlan(earlier, later));
  }

  private static boolean isOverByPlan(LiveSession earlier, LiveSession later) {
    return earlier.span().start().isBefore(later.span().start())
        && isOver(earlier.plan().span(), later.plan().span())
        && isOver(earlier.plan().span(), later.span());
  }

  /** Whether one starts after another did, in a room that is really its. */
  boolean startsAfter(LiveSession earlier, LiveSession later) {
    return isSameDay(earlier, later)
        && earlier.span().start().isBefore(later.span().start())
        && (earlier.isVenueWide()
            || later.isVenueWide()
            || earlier.rooms().stream().anyMatch(later.rooms()::contains));
  }

  List<String> rooms(LiveSession session) {
    return isEverywhere(session) ? allRooms : session.rooms();
  }

  List<String> shared(LiveSession one, LiveSession other) {
    if (isEverywhere(one)) {
      return rooms(other);
    }
    if (isEverywhere(other)) {
      return one.rooms();
    }
    List<String> shared = new ArrayList<>(one.rooms());
    shared.retainAll(other.rooms());
    return shared;
  }

  List<LiveSession> in(String room) {
    return sessions.stream().filter(session -> rooms(session).contains(room)).toList();
  }

  List<String> allRooms() {
    return allRooms;
  }

  private boolean isEverywhere(LiveSession session) {
    return session.isVenueWide() || everywhere.contains(session.id());
  }

  private boolean isSameDay(LiveSession one, LiveSession other) {
    return day(one).equals(day(other));
  }

  private Optional<Day> day(LiveSession session) {
    return days.computeIfAbsent(
        session.id(), id -> agenda.programme().dayOf(session.span().start()));
  }

  private static boolean isOver(Span earlier, Span later) {
    return !earlier.end().isAfter(later.start());
  }
}
