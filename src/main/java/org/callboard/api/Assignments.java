package org.callboard.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.callboard.accounts.PairedScreen;
import org.callboard.accounts.PairedScreen.Assignment;
import org.callboard.live.Scripts;
import org.callboard.wire.Fields;

/** What a screen is told to be, as requests and answers write it. */
record Assignments(Scripts scripts) {
  private static final int LONGEST_NAME = 60;
  private static final List<String> ROLES = List.of("lobby", "door");

  /** Reads an assignment; what is left out stays. Empty when the request was answered instead. */
  Optional<Assignment> read(RoutingContext context, Optional<Assignment> before) {
    Fields fields = new Fields(JsonBody.of(context));
    Assignment old = before.orElse(new Assignment("", "", "", "", ""));
    String name = before.isEmpty() || fields.has("name") ? fields.text("name", LONGEST_NAME) : "";
    String role = before.isEmpty() || fields.has("role") ? word(fields, "role", ROLES) : old.role();
    String room = role.equals("door") ? fields.textOr("room", old.room()) : "";
    fields.has("room");
    String language = chosen(fields, "language", PageRoutes.LANGUAGES, old.language());
    String theme = chosen(fields, "theme", PageRoutes.THEMES, old.theme());
    fields.requireNoMore();
    if (role.equals("door") && scripts.boards().board(room).isEmpty()) {
      new Problem(422, "Not possible", "A door is of a room of this event; /api/event lists them.")
          .answer(context);
      return Optional.empty();
    }
    return Optional.of(
        new Assignment(name.isEmpty() ? old.name() : name.strip(), role, room, language, theme));
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
        .put("language", orNull(assignment.language()))
        .put("theme", orNull(assignment.theme()))
        .put("created", ScreenJson.text(screen.created()));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
