package org.callboard.interchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.programme.Event;
import org.callboard.programme.Slot;

/**
 * What a JSON tree says beside its sessions: the event, its zone, and the rooms and people that
 * sessions refer to.
 */
record JsonEvent(Node tree, Piece root) {
  /** The format of a tree that is of none. */
  static final String UNKNOWN = "json";

  private static final List<String> ZONES =
      List.of("timezonename", "timezone", "tz", "eventtimezone", "timezoneid");

  static JsonEvent of(Node tree) {
    Node.Fields fields =
        tree instanceof Node.Fields top ? top : new Node.Fields(tree.line(), Map.of());
    return new JsonEvent(tree, new Piece(fields));
  }

  /** Where the sessions stand: not beside a schedule where there is one. */
  Node body() {
    return root.node("schedule").filter(node -> !(node instanceof Node.Text)).orElse(tree);
  }

  String format() {
    if (root.has("speakers") && root.has("categories") || isGrid()) {
      return "sessionize";
    }
    if (root.text("type").startsWith("HTTPAPIResult")) {
      return "indico";
    }
    return root.has("context") || root.has("graph") ? "json-ld" : UNKNOWN;
  }

  Optional<ZoneId> zone() {
    return Stream.concat(
            Stream.of(root),
            Stream.of("event", "conference", "settings", "meta", "project")
                .flatMap(key -> root.piece(key).stream()))
        .flatMap(piece -> ZONES.stream().map(piece::text))
        .flatMap(name -> SourceClock.zone(name).stream())
        .findFirst()
        .or(() -> deep(tree, 0));
  }

  Event named(ZoneId zone, Warnings warnings) {
    String name =
        Stream.of("event", "conference", "project", "superevent")
            .flatMap(key -> root.piece(key).stream())
            .map(piece -> piece.text("name", "title"))
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse(root.text("name", "title", "eventname"));
    if (name.isBlank()) {
      warnings.add(0, "name", "the event has no name in this file; give it one after reading");
    }
    return new Event(
        name.isBlank() ? "Untitled event" : PlainText.title(name),
        "",
        zone,
        "",
        Optional.empty(),
        List.of());
  }

  void listRooms(Gathering gathering) {
    things("rooms").forEach(room -> gathering.room(room.line(), name(room), 0));
  }

  /** Names of rooms by what sessions refer to them with. */
  Map<String, String> roomNames() {
    Map<String, String> names = new HashMap<>();
    for (Piece room : things("rooms")) {
      SessionFields.references(room).forEach(reference -> names.putIfAbsent(reference, name(room)));
    }
    return names;
  }

  Map<String, Slot> people() {
    List<Piece> people = new ArrayList<>(things("speakers"));
    people.addAll(things("people"));
    people.addAll(things("persons"));
    return SessionFields.byReference(people);
  }

  private boolean isGrid() {
    return tree instanceof Node.Items items
        && items.nodes().stream()
            .limit(1)
            .flatMap(node -> Piece.pieces(node).stream())
            .anyMatch(first -> first.has("timeslots") && first.has("rooms"));
  }

  /** Listed things, or things by their ids. */
  private List<Piece> things(String key) {
    List<Piece> pieces = root.pieces(key);
    boolean byId =
        pieces.size() == 1
            && root.node(key).filter(Node.Fields.class::isInstance).isPresent()
            && name(pieces.get(0)).isBlank();
    return byId
        ? pieces.get(0).raw().values().stream()
            .flatMap(node -> Piece.pieces(node).stream())
            .toList()
        : pieces;
  }

  private static String name(Piece thing) {
    String name = thing.text("name", "title", "displayname");
    return name.isBlank() ? SessionFields.title(thing) : name;
  }

  /** The zone that the first of its times names. */
  private static Optional<ZoneId> deep(Node node, int depth) {
    if (depth > 8 || node instanceof Node.Text) {
      return Optional.empty();
    }
    if (node instanceof Node.Fields fields) {
      Optional<ZoneId> own =
          fields.nodes().get("tz") instanceof Node.Text text
              ? SourceClock.zone(text.value())
              : Optional.empty();
      return own.or(
          () ->
              fields.nodes().values().stream()
                  .limit(20)
                  .flatMap(inner -> deep(inner, depth + 1).stream())
                  .findFirst());
    }
    return ((Node.Items) node)
        .nodes().stream().limit(3).flatMap(inner -> deep(inner, depth + 1).stream()).findFirst();
  }
}
