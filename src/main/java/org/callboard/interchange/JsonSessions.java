package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sessions in a JSON tree of no one format: every mapping with a title and a start is one; a
 * date or a room that encloses it is its own where it names none.
 */
final class JsonSessions {
  private static final Set<String> REPEATED =
      Set.of("timeslots", "relatedsessions", "superevent", "extra");
  private static final Set<String> LISTS =
      Set.of("sessions", "events", "talks", "schedule", "agenda", "program", "programme");
  private static final List<String> INNER =
      List.of(
          "entries",
          "contributions",
          "subevent",
          "subevents",
          "sessions",
          "talks",
          "presentations",
          "papers",
          "events",
          "items",
          "days",
          "tracks",
          "schedule",
          "agenda",
          "program",
          "programme",
          "timetable");
  private static final Pattern COMPACT_DATE = Pattern.compile("(?:19|20)\\d{6}");

  private final SessionFields fields;
  private final Gathering gathering;
  private final Set<Object> seen = new HashSet<>();

  /** What encloses a node: the day and the room of a session that names none. */
  private record Place(Optional<LocalDate> day, String room) {

    private Place on(Optional<LocalDate> date) {
      return date.isPresent() ? new Place(date, room) : this;
    }

    private Place in(String name) {
      return name.isBlank() ? this : new Place(day, name);
    }
  }

  private JsonSessions(SessionFields fields, Gathering gathering) {
    this.fields = fields;
    this.gathering = gathering;
  }

  static Reading read(Node tree, ReadingOptions options, Warnings warnings)
      throws UnreadableProgramme {
    JsonEvent event = JsonEvent.of(tree);
    SourceClock clock = SourceClock.of(event.zone(), options, warnings);
    Gathering gathering = new Gathering(event.named(clock.zone(), warnings), warnings);
    event.listRooms(gathering);
    SessionTimes times = new SessionTimes(clock, SessionTimes.USUAL_CHANGE);
    JsonSessions sessions =
        new JsonSessions(new SessionFields(times, event.roomNames(), event.people()), gathering);
    sessions.walk(event.body(), new Place(Optional.empty(), ""));
    if (gathering.sessions() == 0) {
      throw new UnreadableProgramme(
          tree.line(),
          "this looks like JSON without sessions that have a title and a start; read are "
              + Programmes.READ);
    }
    warnOfGuess(event, gathering, warnings);
    return new Reading(event.format(), gathering.programme(), warnings.inOrder());
  }

  private static void warnOfGuess(JsonEvent event, Gathering gathering, Warnings warnings) {
    if (event.format().equals(JsonEvent.UNKNOWN)) {
      warnings.add(
          0,
          "json-guess",
          "this JSON is of no format known here; whatever has a title and a start was read as a"
              + " session, "
              + gathering.sessions()
              + " in all: look whether these are yours, or give schedule.json");
    }
  }

  /** Whether there was a session in it. */
  private boolean walk(Node node, Place place) {
    if (node instanceof Node.Items items) {
      return list(items, place);
    }
    return node instanceof Node.Fields fields && mapping(new Piece(fields), place);
  }

  /** In a list that has sessions, what has a title and no start is one without a start. */
  private boolean list(Node.Items items, Place place) {
    boolean found = false;
    int titled = 0;
    for (Node each : items.nodes()) {
      boolean isSession = walk(each, place);
      found |= isSession;
      titled +=
          !isSession
                  && each instanceof Node.Fields fields
                  && SessionFields.isTitled(new Piece(fields))
              ? 1
              : 0;
    }
    for (int i = 0; found && i < titled; i++) {
      gathering.unscheduled();
    }
    return found;
  }

  private boolean mapping(Piece piece, Place place) {
    Optional<Told> told = fields.told(piece, place.day(), place.room());
    if (told.isPresent() && !told.get().title().isBlank()) {
      return inner(piece, told.get(), place) || session(told.get());
    }
    return occurrences(piece, place) || children(piece, place);
  }

  /** A session that is held several times is each of them. */
  private boolean occurrences(Piece piece, Place place) {
    List<Piece> times =
        SessionFields.isTitled(piece) ? piece.pieces("occurrences", "performances") : List.of();
    boolean found = false;
    for (Piece time : times) {
      Map<String, Node> both = new LinkedHashMap<>(piece.raw());
      both.keySet().removeAll(Set.of("occurrences", "performances"));
      both.putAll(time.raw());
      if (piece.raw().containsKey("id")) {
        both.put("id", piece.raw().get("id"));
      }
      found |= mapping(new Piece(new Node.Fields(time.line(), both)), place);
    }
    return found;
  }

  private boolean session(Told told) {
    if (seen.add(List.of(told.id(), told.title(), told.start(), told.end(), told.rooms()))) {
      gathering.session(told);
    }
    return true;
  }

  /** A session that holds others is only what they have in common. */
  private boolean inner(Piece piece, Told block, Place place) {
    Place within = place.in(block.rooms().isEmpty() ? "" : block.rooms().get(0));
    boolean found = false;
    for (String key : INNER) {
      found |= piece.node(key).map(node -> walk(node, within)).orElse(false);
    }
    return found;
  }

  private boolean children(Piece piece, Place place) {
    boolean isRoom = LISTS.stream().anyMatch(piece::has);
    Place within = place.on(SessionTimes.date(piece.text("date", "day")));
    within = isRoom ? within.in(piece.text("name", "title", "room", "roomname")) : within;
    boolean found = false;
    for (Map.Entry<String, Node> each : piece.raw().entrySet()) {
      if (!REPEATED.contains(Piece.folded(each.getKey()))) {
        found |= walk(each.getValue(), within.on(date(each.getKey())));
      }
    }
    return found;
  }

  private static Optional<LocalDate> date(String key) {
    try {
      return COMPACT_DATE.matcher(key).matches()
          ? Optional.of(LocalDate.parse(key, DateTimeFormatter.BASIC_ISO_DATE))
          : SessionTimes.date(key);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
