package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Effect;
import org.callboard.desk.Prefix;
import org.callboard.journal.Entry;
import org.callboard.wire.EffectJson;
import org.callboard.wire.SessionJson;

/** Why a session stands as it does: for each live value its plan, and every entry that moved it. */
final class WhyJson {
  /** Which value of a session each kind of effect moves. */
  private static final Map<String, String> VALUES =
      Map.of(
          "retimed", "time",
          "postponed", "time",
          "moved", "rooms",
          "status", "status",
          "assigned", "people",
          "recast", "people",
          "edited", "details",
          "added", "plan",
          "removed", "plan");

  private WhyJson() {}

  static JsonObject of(Prefix prefix, LiveSession session) {
    Map<String, JsonArray> steps = new LinkedHashMap<>();
    for (Entry entry : prefix.entries()) {
      for (Effect effect : entry.effects()) {
        if (isOf(effect, session)) {
          JsonObject json = EffectJson.of(effect);
          steps
              .computeIfAbsent(VALUES.get(json.getString("kind")), value -> new JsonArray())
              .add(step(entry, json));
        }
      }
    }
    JsonObject values = new JsonObject();
    List.of("time", "rooms", "status", "people", "details", "plan")
        .forEach(value -> values.put(value, steps.getOrDefault(value, new JsonArray())));
    return new JsonObject()
        .put("revision", prefix.revision())
        .put("session", SessionJson.whole(prefix.agenda(), session, Instant.EPOCH))
        .put("why", values);
  }

  private static boolean isOf(Effect effect, LiveSession session) {
    return effect instanceof Effect.OfSession ofSession && ofSession.session().equals(session.id());
  }

  private static JsonObject step(Entry entry, JsonObject effect) {
    JsonObject asked = JournalJson.asked(entry);
    boolean isDirect =
        effect.getString("session").equals(asked.getString("session"))
            || effect.getString("session").equals(asked.getString("with"));
    return new JsonObject()
        .put("revision", entry.revision())
        .put("at", entry.at().toString())
        .put("recordedAt", entry.recordedAt().toString())
        .put("by", entry.author())
        .put("change", asked)
        .put("follows", !isDirect)
        .put("kind", effect.getString("kind"))
        .put("from", effect.getJsonObject("from"))
        .put("to", effect.getJsonObject("to"))
        .put("absorbedMinutes", effect.getLong("absorbedMinutes", 0L));
  }
}
