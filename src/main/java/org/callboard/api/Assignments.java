package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callboard.accounts.PairedScreen;
import org.callboard.accounts.PairedScreen.Assignment;
import org.callboard.live.DarkHours;
import org.callboard.live.Scripts;
import org.callboard.wire.Fields;

/** What a screen is told to be, as requests and answers write it. */
record Assignments(Scripts scripts) {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_ROOMS = 40;
  private static final int MOST_WINDOWS = 7;
  private static final int FARTHEST = 20;

  /** Inches of a panel, as the pages take them. */
  private static final int SMALLEST = 4;

  private static final int LARGEST = 300;

  private static final List<String> ROLES = List.of("lobby", "door");
  private static final List<String> MODES = List.of("single", "stacked", "alternating");
  private static final List<Integer> TURNS = List.of(0, 90, 270);

  /** Reads an assignment; what is left out stays. Empty when the request was answered instead. */
  Optional<Assignment> read(RoutingContext context, Optional<Assignment> before) {
    Fields fields = new Fields(JsonBody.of(context));
    Assignment wanted = read(fields, before);
    fields.requireNoMore();
    String trouble = trouble(wanted);
    if (!trouble.isEmpty()) {
      new Problem(422, "Not possible", trouble).answer(context);
      return Optional.empty();
    }
    return Optional.of(wanted);
  }

  private Assignment read(Fields fields, Optional<Assignment> before) {
    Assignment old = before.orElse(Assignment.PLAIN);
    boolean isNew = before.isEmpty();
    String name =
        isNew || fields.has("name") ? fields.text("name", LONGEST_NAME).strip() : old.name();
    String role = isNew || fields.has("role") ? word(fields, "role", ROLES) : old.role();
    boolean isDoor = role.equals("door");
    String room = fields.textOr("room", old.room());
    List<String> rooms =
        list(fields, "rooms", MOST_ROOMS, old.rooms(), "rooms of this event", this::isRoom);
    List<String> languages =
        list(
            fields,
            "languages",
            SpokenLanguage.ALL.size(),
            old.languages(),
            String.join(", ", SpokenLanguage.ALL),
            SpokenLanguage.ALL::contains);
    String mode = fields.isNull("mode") ? "single" : chosen(fields, "mode", MODES, old.mode());
    return new Assignment(
        name,
        role,
        isDoor ? room : "",
        isDoor ? List.of() : rooms,
        languages,
        languages.size() > 1 ? mode : "single",
        turn(fields, old.turn()),
        fields.isNull("distance")
            ? 0
            : fields.has("distance") ? fields.whole("distance", 1, FARTHEST) : old.distance(),
        diagonal(fields, old.diagonal()),
        chosen(fields, "theme", PageRoutes.THEMES, old.theme()),
        night(fields, old.night()),
        list(fields, "off", MOST_WINDOWS, old.off(), "times as 22:00-07:00", DarkHours::isWindow));
  }

  private static int turn(Fields fields, int old) {
    int turn = fields.has("turn") ? fields.whole("turn", 0, 270) : old;
    if (!TURNS.contains(turn)) {
      throw fields.refused("turn", "0, 90 or 270");
    }
    return turn;
  }

  /** To a tenth of an inch, as panels are sold; null takes the choice back. */
  private static double diagonal(Fields fields, double old) {
    if (!fields.has("diagonal")) {
      return fields.isNull("diagonal") ? 0 : old;
    }
    double inches = Math.round(fields.number("diagonal", LARGEST) * 10) / 10.0;
    if (inches < SMALLEST) {
      throw fields.refused("diagonal", "inches from " + SMALLEST + " to " + LARGEST);
    }
    return inches;
  }

  private static String night(Fields fields, String old) {
    if (!fields.has("night")) {
      return fields.isNull("night") ? "" : old;
    }
    String hours = fields.text("night");
    if (!DarkHours.isWindow(hours)) {
      throw fields.refused("night", "times as 22:00-07:00");
    }
    return hours;
  }

  /** A list of distinct texts that each are one; null takes the choice back. */
  private static List<String> list(
      Fields fields,
      String name,
      int most,
      List<String> old,
      String takes,
      Predicate<String> isOne) {
    if (fields.isNull(name)) {
      return List.of();
    }
    if (!fields.has(name)) {
      return old;
    }
    List<String> texts = fields.texts(name).stream().distinct().toList();
    if (texts.size() > most || !texts.stream().allMatch(isOne)) {
      throw fields.refused(name, "a list of at most " + most + ": " + takes);
    }
    return texts;
  }

  private boolean isRoom(String id) {
    return !id.contains(",") && scripts.boards().board(id).isPresent();
  }

  private String trouble(Assignment wanted) {
    return wanted.role().equals("door") && !isRoom(wanted.room())
        ? "A door is of a room of this event; /api/event lists them."
        : "";
  }

  /** One of the words; null takes the choice back. */
  private static String chosen(Fields fields, String name, List<String> words, String old) {
    if (fields.isNull(name)) {
      return "";
    }
    return fields.has(name) ? word(fields, name, words) : old;
  }

  private static String word(Fields fields, String name, List<String> words) {
    String word = fields.text(name);
    if (!words.contains(word)) {
      throw fields.refused(name, "one of " + String.join(", ", words));
    }
    return word;
  }

  static JsonObject json(PairedScreen screen) {
    Assignment assignment = screen.assignment();
    return new JsonObject()
        .put("id", screen.id())
        .put("name", assignment.name())
        .put("role", assignment.role())
        .put("room", orNull(assignment.room()))
        .put("rooms", new JsonArray(assignment.rooms()))
        .put("languages", new JsonArray(assignment.languages()))
        .put("mode", assignment.mode())
        .put("turn", assignment.turn())
        .put("distance", assignment.distance() == 0 ? null : assignment.distance())
        .put("diagonal", assignment.diagonal() == 0 ? null : assignment.diagonal())
        .put("theme", orNull(assignment.theme()))
        .put("night", orNull(assignment.night()))
        .put("off", new JsonArray(assignment.off()))
        .put("created", ScreenJson.text(screen.created()));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
