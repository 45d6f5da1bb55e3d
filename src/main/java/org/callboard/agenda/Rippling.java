package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.change.Ripple;
import org.callboard.programme.Day;
import org.callboard.programme.Room;
import org.callboard.programme.Span;

/**
 * What the shift of one session does to those that follow on its conference day. It walks them in
 * order of live start with a cursor for each room: the instant before which nothing can begin
 * there. A gap absorbs and ends the walk in its room; a break gives way to its minimum length
 * before it pushes on; a pinned session stays; any other moves to the cursor with its length kept.
 * A shift forward in time lets what is late return toward its plan, never before it.
 */
final class Rippling {
  private final Agenda agenda;
  private final Ripple ripple;
  private final boolean isPull;
  private final Map<String, Instant> cursors = new HashMap<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final List<Caution> cautions = new ArrayList<>();

  private Rippling(Agenda agenda, Ripple ripple, Shift cause) {
    this.agenda = agenda;
    this.ripple = ripple;
    this.isPull = cause.to().end().isBefore(cause.from().end());
  }

  /** The shift itself first, then all that follows from it. */
  static Rippling of(Agenda agenda, LiveSession session, Span to, Ripple ripple) {
    Shift cause = new Shift(session.id(), session.span(), to, 0);
    Rippling rippling = new Rippling(agenda, ripple, cause);
    rippling.shifts.add(cause);
    rippling.warnPastDayEnd(session, to);
    if (ripple != Ripple.NONE) {
      rippling.walk(session, to);
    }
    return rippling;
  }

  List<Shift> shifts() {
    return List.copyOf(shifts);
  }

  List<Caution> cautions() {
    return List.copyOf(cautions);
  }

  private void walk(LiveSession cause, Span to) {
    roomsReached(cause).forEach(room -> cursors.put(room, to.end()));
    for (LiveSession session : following(cause)) {
      visit(session);
    }
  }

  private Collection<String> roomsReached(LiveSession cause) {
    return ripple == Ripple.VENUE || cause.isVenueWide() ? allRooms() : cause.rooms();
  }

  private List<LiveSession> following(LiveSession cause) {
    Optional<Day> day = agenda.programme().dayOf(cause.span().start());
    return agenda.sessions().stream()
        .filter(session -> !session.id().equals(cause.id()) && !session.isCancelled())
        .filter(session -> !session.span().start().isBefore(cause.span().end()))
        .filter(session -> agenda.programme().dayOf(session.span().start()).equals(day))
        .sorted(Comparator.comparing(session -> session.span().start()))
        .toList();
  }

  private void visit(LiveSession session) {
    Set<String> reached =
        roomsOf(session).stream().filter(cursors::containsKey).collect(Collectors.toSet());
    Optional<Instant> cursor = reached.stream().map(cursors::get).max(Instant::compareTo);
    if (cursor.isEmpty()) {
      return;
    }
    if (session.isVenueWide() && ripple == Ripple.ROOM) {
      takeWhatIsLeft(session, reached);
    } else if (session.span().start().isBefore(cursor.get())) {
      push(session, cursor.get());
    } else if (isPull && session.lateBy().compareTo(Duration.ZERO) > 0) {
      shift(session, returned(session, cursor.get()));
    } else {
      reached.forEach(cursors::remove);
    }
  }

  private void push(LiveSession session, Instant cursor) {
    if (session.plan().pinned()) {
      cautions.add(
          new Caution(
              "pinned-overlap",
              session.title() + " is pinned and does not wait for what runs into it.",
              List.of(session.id())));
      moveCursors(session, latest(cursor, session.span().end()));
      return;
    }
    shift(session, pushed(session, cursor));
  }

  private void shift(LiveSession session, Span to) {
    if (!to.equals(session.span())) {
      Duration absorbed = session.span().length().minus(to.length());
      shifts.add(new Shift(session.id(), session.span(), to, Math.max(0, absorbed.toMinutes())));
      warnPastDayEnd(session, to);
    }
    moveCursors(session, to.end());
  }

  /** A break gives way down to its minimum; anything else keeps its length. */
  private static Span pushed(LiveSession session, Instant cursor) {
    return session
        .minimumLength()
        .map(minimum -> new Span(cursor, latest(session.span().end(), cursor.plus(minimum))))
        .orElseGet(() -> session.span().startingAt(cursor));
  }

  /** Back toward the plan, as far as the cursor lets it; a break also grows back. */
  private static Span returned(LiveSession session, Instant cursor) {
    Instant start = latest(session.plan().span().start(), cursor);
    return session
        .minimumLength()
        .map(minimum -> new Span(start, latest(session.plan().span().end(), start.plus(minimum))))
        .orElseGet(() -> session.span().startingAt(start));
  }

  /**
   * In one room's ripple a venue-wide break stays for everyone else; the room takes what is left.
   */
  private void takeWhatIsLeft(LiveSession pause, Set<String> rooms) {
    Duration minimum = pause.minimumLength().orElse(pause.span().length());
    for (String room : rooms) {
      Instant cursor = cursors.get(room);
      if (cursor.isAfter(pause.span().start())) {
        cursors.put(room, latest(pause.span().end(), cursor.plus(minimum)));
      } else if (!isPull) {
        cursors.remove(room);
      } else {
        cursors.put(room, pause.span().end());
      }
    }
  }

  private void moveCursors(LiveSession session, Instant end) {
    roomsOf(session).forEach(room -> cursors.put(room, end));
  }

  private void warnPastDayEnd(LiveSession session, Span to) {
    agenda
        .programme()
        .dayOf(session.plan().span().start())
        .filter(day -> to.end().isAfter(day.span().end()))
        .ifPresent(
            day ->
                cautions.add(
                    new Caution(
                        "past-day-end",
                        session.title() + " would run past the end of " + day.label() + ".",
                        List.of(session.id()))));
  }

  private Collection<String> roomsOf(LiveSession session) {
    return session.isVenueWide() ? allRooms() : session.rooms();
  }

  private List<String> allRooms() {
    return agenda.programme().rooms().stream().map(Room::id).toList();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
