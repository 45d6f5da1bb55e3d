package org.callboard.agenda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Room;

/** What people find at the door of a session: no place, not their language, or no room at all. */
final class Doors {
  private final Situation in;
  private final Agenda agenda;
  private final List<Finding> found = new ArrayList<>();

  private Doors(Situation in, Agenda agenda) {
    this.in = in;
    this.agenda = agenda;
  }

  static List<Finding> of(Situation in, Agenda agenda, Set<String> touched) {
    Doors doors = new Doors(in, agenda);
    for (String id : touched) {
      agenda.session(id).filter(session -> !session.isCancelled()).ifPresent(doors::look);
    }
    return doors.found;
  }

  private void look(LiveSession session) {
    for (String id : session.rooms()) {
      agenda
          .programme()
          .room(id)
          .ifPresentOrElse(room -> look(session, room), () -> found.add(gone(session, id)));
    }
  }

  private void look(LiveSession session, Room room) {
    RoomStatus status = agenda.room(room.id());
    if (status == RoomStatus.FULL || status == RoomStatus.CLOSED) {
      found.add(
          finding(
              "room-full",
              session,
              room.id(),
              room.name() + " is " + status.word() + "; choose another room, or open it first."));
    }
    Set<String> missing = promised(session);
    missing.removeAll(room.languages());
    if (!missing.isEmpty() && !room.languages().isEmpty()) {
      found.add(
          finding(
              "languages",
              session,
              room.id(),
              Situation.quoted(session)
                  + " is held in "
                  + names(promised(session))
                  + ", and "
                  + room.name()
                  + " has "
                  + names(room.languages())
                  + " only; choose a room that has "
                  + names(missing)
                  + ", or bring interpreters."));
    }
  }

  /**
   * Where a session names no languages, people expect those of the rooms that it was planned in.
   */
  private Set<String> promised(LiveSession session) {
    Set<String> promised = new LinkedHashSet<>(session.languages());
    if (promised.isEmpty()) {
      session.plan().rooms().stream()
          .flatMap(id -> agenda.programme().room(id).stream())
          .forEach(room -> promised.addAll(room.languages()));
    }
    return promised;
  }

  private Finding gone(LiveSession session, String room) {
    return finding(
        "edition-conflict",
        session,
        room,
        Situation.quoted(session)
            + " is in "
            + in.roomName(room)
            + ", which the edition does not have; move it.");
  }

  private static Finding finding(String code, LiveSession session, String room, String message) {
    return new Finding(code, room, message, List.of(session.id()));
  }

  private static String names(Iterable<String> codes) {
    Set<String> names = new LinkedHashSet<>();
    codes.forEach(
        code -> names.add(Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)));
    return names.stream().collect(Collectors.joining(", "));
  }
}
