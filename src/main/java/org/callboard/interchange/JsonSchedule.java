package org.callboard.interchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The meaning of schedule.json: its first version, in which days hold rooms and rooms hold
 * sessions, and schedule2, in which sessions stand in one list. What XML tools make of a
 * schedule.xml is built like the first.
 */
final class JsonSchedule {
  static final String FIRST = "schedule.json";
  static final String SECOND = "schedule2.json";

  private final Piece conference;
  private final Schedule schedule;
  private final Warnings warnings;

  private JsonSchedule(Piece root, Piece body, ReadingOptions options, Warnings warnings) {
    this.warnings = warnings;
    this.conference = body.piece("conference").orElse(body);
    boolean own =
        root.piece("generator")
            .or(() -> body.piece("generator"))
            .map(each -> each.text("name"))
            .orElse("")
            .equals("callboard");
    this.schedule = new Schedule(conference, options, own, warnings);
  }

  /** The reading; empty where the mapping on top is no such schedule. */
  static Optional<Reading> read(Piece root, ReadingOptions options, Warnings warnings)
      throws UnreadableProgramme {
    Piece body = root.piece("schedule").orElse(root);
    boolean first = !days(body).isEmpty();
    List<Node> events = first ? List.of() : events(body);
    if (!first && (events.isEmpty() || !body.has("conference"))) {
      return Optional.empty();
    }
    JsonSchedule json = new JsonSchedule(root, body, options, warnings);
    json.conference.pieces("rooms").forEach(json.schedule::room);
    if (first) {
      json.warnOfMisplaced(body);
      json.warnOfConverted(body);
      days(body).forEach(json::day);
    } else {
      json.conference.pieces("days").forEach(day -> json.schedule.day(day, date(day)));
      Map<String, LocalDate> dates = dates(body);
      events.stream()
          .flatMap(node -> Piece.pieces(node).stream())
          .forEach(
              each -> json.session(each, Optional.ofNullable(dates.get(each.text("day"))), ""));
    }
    return Optional.of(json.reading(first ? FIRST : SECOND));
  }

  /** The schema of the first version has rooms in the conference, and refuses them beside it. */
  private void warnOfMisplaced(Piece body) {
    if (body.has("conference") && body.has("rooms")) {
      warnings.add(
          body.node("rooms").map(Node::line).orElse(0),
          "misplaced",
          "rooms stands in schedule, where the schema forbids it: move it into conference");
    }
  }

  /** In XML a day is called day; only JSON that a tool made of it calls it so. */
  private void warnOfConverted(Piece body) {
    if (body.has("day")) {
      warnings.add(
          body.node("day").map(Node::line).orElse(0),
          "converted",
          "this is a schedule.xml that a tool has turned into JSON, and no schema says how: look"
              + " whether all is there, or give the schedule.xml itself");
    }
  }

  /** The dates of days by what sessions refer to them with. */
  private static Map<String, LocalDate> dates(Piece body) {
    Map<String, LocalDate> dates = new HashMap<>();
    List<Piece> days =
        body.piece("days").map(Piece::raw).orElse(Map.of()).values().stream()
            .flatMap(node -> Piece.pieces(node).stream())
            .toList();
    for (Piece day : days) {
      date(day).ifPresent(date -> dates.put(day.text("id", "index"), date));
    }
    return dates;
  }

  private Reading reading(String format) throws UnreadableProgramme {
    return new Reading(format, schedule.programme(), warnings.inOrder());
  }

  private static List<Piece> days(Piece body) {
    List<Piece> days = body.piece("conference").orElse(body).pieces("days");
    List<Piece> held = days.isEmpty() ? body.pieces("days", "day") : days;
    boolean hold =
        held.stream().anyMatch(day -> day.has("rooms") || day.has("room") || day.has("event"));
    return hold ? held : body.pieces("day");
  }

  /** A list, or a mapping from ids. */
  private static List<Node> events(Piece body) {
    List<Node> events = body.nodes("events");
    return events.size() == 1
            && events.get(0) instanceof Node.Fields byId
            && !SessionFields.isTitled(new Piece(byId))
        ? List.copyOf(byId.nodes().values())
        : events;
  }

  private void day(Piece day) {
    Optional<LocalDate> date = date(day);
    schedule.day(day, date);
    day.nodes("rooms", "room").forEach(rooms -> rooms(rooms, date));
    day.pieces("event", "events").forEach(each -> session(each, date, ""));
  }

  /** Rooms as a mapping from names to lists of sessions, or as things with a name and sessions. */
  private void rooms(Node rooms, Optional<LocalDate> date) {
    if (!(rooms instanceof Node.Fields fields)) {
      return;
    }
    Piece piece = new Piece(fields);
    List<Piece> sessions = piece.pieces("event", "events", "sessions", "talks");
    if (piece.has("name")
        && (!sessions.isEmpty()
            || fields.nodes().values().stream().noneMatch(Node.Items.class::isInstance))) {
      schedule.room(piece);
      sessions.forEach(each -> session(each, date, piece.text("name")));
    } else {
      for (Map.Entry<String, Node> room : fields.nodes().entrySet()) {
        schedule.room(room.getValue().line(), room.getKey());
        Piece.pieces(room.getValue()).forEach(each -> session(each, date, room.getKey()));
      }
    }
  }

  private void session(Piece session, Optional<LocalDate> date, String room) {
    schedule.session(session, date, room);
  }

  private static Optional<LocalDate> date(Piece day) {
    return SessionTimes.date(day.text("date", "daystart", "start"));
  }
}
