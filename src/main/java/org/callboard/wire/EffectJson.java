package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.callboard.change.Effect;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** EFFECT of the contract: what the API answers, and what the journal holds and folds again. */
public final class EffectJson {
  private static final String RETIMED = "retimed";
  private static final String MOVED = "moved";
  private static final String STATUS = "status";
  private static final String ASSIGNED = "assigned";

  private EffectJson() {}

  public static JsonObject of(Effect effect) {
    if (effect instanceof Effect.Retimed retimed) {
      return effect(RETIMED, retimed, span(retimed.from()), span(retimed.to()))
          .put("absorbedMinutes", retimed.absorbedMinutes());
    }
    if (effect instanceof Effect.Moved moved) {
      return effect(MOVED, moved, rooms(moved.from()), rooms(moved.to()));
    }
    if (effect instanceof Effect.Cancelled cancelled) {
      return effect(STATUS, cancelled, status(!cancelled.to()), status(cancelled.to()));
    }
    if (effect instanceof Effect.Assigned assigned) {
      return effect(ASSIGNED, assigned, slot(assigned.from()), slot(assigned.to()))
          .put("slot", assigned.slot());
    }
    throw new IllegalStateException("An effect is of no known kind: effect=" + effect);
  }

  /**
   * Reads what {@link #of} wrote.
   *
   * @throws IllegalArgumentException when it is of no kind that this version knows
   */
  public static Effect read(JsonObject json) {
    String session = json.getString("session");
    JsonObject from = json.getJsonObject("from");
    JsonObject to = json.getJsonObject("to");
    return switch (json.getString("kind", "")) {
      case RETIMED ->
          new Effect.Retimed(session, span(from), span(to), json.getLong("absorbedMinutes"));
      case MOVED -> new Effect.Moved(session, rooms(from), rooms(to));
      case STATUS -> new Effect.Cancelled(session, isCancelled(to));
      case ASSIGNED -> new Effect.Assigned(session, json.getInteger("slot"), slot(from), slot(to));
      default ->
          throw new IllegalArgumentException(
              "An effect is of a kind that this version does not know: kind="
                  + json.getString("kind"));
    };
  }

  private static JsonObject effect(
      String kind, Effect.OfSession effect, JsonObject from, JsonObject to) {
    return new JsonObject()
        .put("kind", kind)
        .put("session", effect.session())
        .put("from", from)
        .put("to", to);
  }

  private static JsonObject span(Span span) {
    return new JsonObject().put("start", span.start().toString()).put("end", span.end().toString());
  }

  private static Span span(JsonObject json) {
    return new Span(Instant.parse(json.getString("start")), Instant.parse(json.getString("end")));
  }

  private static JsonObject rooms(List<String> rooms) {
    return new JsonObject().put("rooms", new JsonArray(rooms));
  }

  private static List<String> rooms(JsonObject json) {
    return json.getJsonArray("rooms").stream().map(String.class::cast).toList();
  }

  private static JsonObject status(boolean cancelled) {
    return new JsonObject().put("status", cancelled ? "cancelled" : "scheduled");
  }

  private static boolean isCancelled(JsonObject json) {
    return json.getString("status").equals("cancelled");
  }

  private static JsonObject slot(Slot slot) {
    return new JsonObject()
        .put("role", slot.role().word())
        .put("name", slot.name())
        .put("affiliation", slot.affiliation());
  }

  private static Slot slot(JsonObject json) {
    Role role = Role.ofWord(json.getString("role")).orElseThrow();
    return new Slot(role, json.getString("name"), json.getString("affiliation"));
  }
}
