package org.callboard.agenda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.change.Change;
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
 * Editions and what becomes of them as text, a session a line: {@code id | room | 09:00-10:00 |
 * title | people}, names apart by commas, a question mark for one that is not known.
 */
final class Printed {
  private Printed() {}

  static Change edition(String table) {
    return new Change.Import(programme(table), false);
  }

  static Programme programme(String table) {
    List<Session> sessions = table.lines().map(Printed::session).toList();
    Set<String> rooms = new LinkedHashSet<>(List.of("adams", "borg", "clarke"));
    sessions.forEach(session -> rooms.addAll(session.rooms()));
    return new Programme(
        new Event("Camp", "", Tables.ZONE, "", Optional.empty(), List.of()),
        List.of(new Day("Thursday", new Span(Tables.at("08:00"), Tables.at("23:00")))),
        rooms.stream().map(room -> Room.named(room, room)).toList(),
        sessions);
  }

  private static Session session(String line) {
    String[] cells = line.split("\\|", -1);
    String[] times = cells[2].strip().split("-");
    List<Slot> people = new ArrayList<>();
    for (String name : cells.length > 4 ? cells[4].strip().split(", *") : new String[0]) {
      people.add(new Slot(Role.SPEAKER, name.equals("?") ? "" : name, ""));
    }
    people.removeIf(slot -> slot.isOpen() && !line.contains("?"));
    return new Session(
        cells[0].strip(),
        "",
        cells[3].strip(),
        Kind.TALK,
        List.of(cells[1].strip()),
        new Span(Tables.at(times[0]), Tables.at(times[1])),
        0,
        false,
        List.of(),
        "",
        people,
        "",
        List.of());
  }

  /** The live day, in order of plan; what differs from the plan is marked with it. */
  static String day(Agenda agenda) {
    return agenda.sessions().stream().map(Printed::line).collect(Collectors.joining());
  }

  private static String line(LiveSession session) {
    String people =
        session.people().stream()
            .map(slot -> slot.isOpen() ? "?" : slot.name())
            .collect(Collectors.joining(", "));
    return "%s | %s | %s | %s | %s%s\n"
        .formatted(
            session.id(),
            String.join("+", session.rooms()),
            Tables.clock(session.span()),
            session.title(),
            people,
            session.isCancelled() ? " | off" : "");
  }

  static List<String> conflicts(Agenda agenda) {
    return agenda.conflicts().stream().map(each -> each.id()).toList();
  }
}
