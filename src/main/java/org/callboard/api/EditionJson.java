package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.change.Effect;
import org.callboard.interchange.Reading;
import org.callboard.interchange.Warning;
import org.callboard.programme.Session;

/** What a new edition brings, session by session, and what reading it gave to look at. */
final class EditionJson {
  /** So many sessions of a sort are listed; of more, how many. */
  private static final int MOST = 500;

  private final List<JsonObject> added = new ArrayList<>();
  private final List<JsonObject> removed = new ArrayList<>();
  private final List<JsonObject> moved = new ArrayList<>();
  private final List<JsonObject> changed = new ArrayList<>();

  private EditionJson() {}

  /** Of the edition among effects; empty where there is none. */
  static Optional<JsonObject> of(List<Effect> effects) {
    return effects.stream()
        .filter(Effect.Imported.class::isInstance)
        .findFirst()
        .map(effect -> new EditionJson().compared((Effect.Imported) effect, effects));
  }

  private JsonObject compared(Effect.Imported imported, List<Effect> effects) {
    Set<String> kept = new HashSet<>();
    effects.stream()
        .filter(Effect.Added.class::isInstance)
        .forEach(effect -> kept.add(((Effect.Added) effect).session()));
    Map<String, Session> before = imported.from().sessionsById();
    Map<String, Session> after = imported.to().sessionsById();
    after.forEach((id, plan) -> compare(Optional.ofNullable(before.get(id)), plan));
    before.forEach(
        (id, plan) -> {
          if (!after.containsKey(id) && !kept.contains(id)) {
            removed.add(session(plan));
          }
        });
    return new JsonObject()
        .put("sessions", after.size())
        .put("added", counted(added))
        .put("removed", counted(removed))
        .put("moved", counted(moved))
        .put("changed", counted(changed))
        .put("conflicts", effects.stream().filter(Effect.Raised.class::isInstance).count());
  }

  private void compare(Optional<Session> before, Session after) {
    if (before.isEmpty()) {
      added.add(session(after));
      return;
    }
    Session old = before.get();
    boolean isMoved = !old.span().equals(after.span()) || !old.rooms().equals(after.rooms());
    if (isMoved) {
      moved.add(session(after).put("from", session(old)));
    }
    if (!sameWords(old, after)) {
      changed.add(session(after).put("from", session(old)));
    }
  }

  private static boolean sameWords(Session old, Session after) {
    return old.title().equals(after.title())
        && old.label().equals(after.label())
        && old.kind() == after.kind()
        && old.people().equals(after.people())
        && old.languages().equals(after.languages())
        && old.organiser().equals(after.organiser())
        && old.description().equals(after.description())
        && old.questions().equals(after.questions());
  }

  private static JsonObject session(Session session) {
    return new JsonObject()
        .put("id", session.id())
        .put("title", session.title())
        .put("start", session.span().start().toString())
        .put("end", session.span().end().toString())
        .put("rooms", new JsonArray(session.rooms()));
  }

  private static JsonObject counted(List<JsonObject> sessions) {
    return new JsonObject()
        .put("count", sessions.size())
        .put("sessions", new JsonArray(List.copyOf(sessions.stream().limit(MOST).toList())));
  }

  /** How a file was understood. */
  static JsonObject of(String file, Reading reading) {
    JsonArray warnings = new JsonArray();
    for (Warning warning : reading.warnings().stream().limit(MOST).toList()) {
      warnings.add(
          new JsonObject()
              .put("line", warning.line())
              .put("code", warning.code())
              .put("message", warning.message()));
    }
    return new JsonObject()
        .put("file", file)
        .put("format", reading.format())
        .put("rooms", reading.programme().rooms().size())
        .put("sessions", reading.programme().sessions().size())
        .put("warningCount", reading.warnings().size())
        .put("warnings", warnings);
  }
}
