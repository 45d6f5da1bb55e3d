package org.callboard.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Notice;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Slot;

/** The facts of the day in plain English, times in the event's zone. */
final class Headlines {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY_AND_CLOCK =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);

  private final Agenda agenda;
  private final ZoneId zone;

  Headlines(Agenda agenda) {
    this.agenda = agenda;
    this.zone = agenda.programme().event().zone();
  }

  String of(Notice notice) {
    return switch (notice.kind()) {
      case ROOM_STATUS -> name(notice.subject()) + " is " + status(notice.subject());
      case HELD -> "On hold since " + CLOCK.format(notice.from().atZone(zone));
      case CANCELLED -> "Cancelled: " + session(notice).title();
      case MOVED_AWAY -> "Moved to " + names(session(notice).rooms());
      case MOVED_HERE -> movedHere(session(notice));
      case DELAYED -> delayed(session(notice));
      case PEOPLE -> people(session(notice), notice.slots());
      case ANNOUNCEMENT ->
          throw new IllegalArgumentException("An announcement has its own words: " + notice);
    };
  }

  /**
   * The rooms that a session has come from: those of its plan that it has left, else, where it has
   * spread to more, those of its plan.
   */
  static List<String> left(LiveSession session) {
    List<String> left =
        session.plan().rooms().stream().filter(room -> !session.isIn(room)).toList();
    return left.isEmpty() ? session.plan().rooms() : left;
  }

  private String movedHere(LiveSession session) {
    List<String> rooms = left(session);
    boolean isStillThere = rooms.stream().allMatch(session::isIn);
    return (isStillThere ? "Also here, as well as in " : "Moved here from ") + names(rooms);
  }

  private String status(String room) {
    return switch (agenda.room(room)) {
      case OPEN -> "open";
      case FILLING -> "filling up";
      case FULL -> "full";
      case CLOSED -> "closed";
    };
  }

  private String delayed(LiveSession session) {
    if (session.isPostponed()) {
      return session.title() + ": new time to be announced";
    }
    Instant from = session.plan().span().start();
    Instant to = session.span().start();
    if (!date(from).equals(date(to))) {
      return session.title() + ": " + format(DAY_AND_CLOCK, from, to);
    }
    long minutes = session.lateBy().toMinutes();
    String by = Math.abs(minutes) + " min " + (minutes < 0 ? "early" : "late");
    return session.title() + ": " + format(CLOCK, from, to) + ", " + by;
  }

  private String people(LiveSession session, List<Integer> slots) {
    List<Slot> changed = slots.stream().map(session.people()::get).toList();
    String names = changed.stream().map(Headlines::person).collect(Collectors.joining("; "));
    String roles =
        changed.stream()
            .map(slot -> role(slot.role()))
            .distinct()
            .collect(Collectors.joining(", "));
    return roles + " of " + session.title() + ": now " + names;
  }

  private static String person(Slot slot) {
    String name = slot.isOpen() ? "to be confirmed" : slot.name();
    return slot.affiliation().isEmpty() ? name : name + ", " + slot.affiliation();
  }

  private static String role(Role role) {
    return switch (role) {
      case SPEAKER -> "Speaker";
      case MODERATOR -> "Moderator";
      case HOST -> "Host";
      case INTRODUCED_BY -> "Introduction";
    };
  }

  private String format(DateTimeFormatter form, Instant from, Instant to) {
    return form.format(from.atZone(zone)) + " → " + form.format(to.atZone(zone));
  }

  private LocalDate date(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  private LiveSession session(Notice notice) {
    return agenda.session(notice.subject()).orElseThrow();
  }

  private String names(List<String> rooms) {
    return rooms.stream().map(this::name).collect(Collectors.joining(", "));
  }

  private String name(String room) {
    return agenda.programme().room(room).map(Room::name).orElse(room);
  }
}
