package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.agenda.Absorption;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Caution;
import org.callboard.change.Effect;
import org.callboard.change.Offer;
import org.callboard.change.Pending;
import org.callboard.desk.Outcome;
import org.callboard.desk.Prefix;
import org.callboard.journal.Entry;
import org.callboard.wire.EffectJson;

/** What organisers read of changes and of the journal that they make. */
final class JournalJson {
  private static final String PROGRAMME = "programme";

  private JournalJson() {}

  static JsonObject answer(Outcome.Planned planned) {
    JsonObject answer = plain(planned);
    EditionJson.of(planned.effects()).ifPresent(edition -> answer.put("edition", edition));
    return answer;
  }

  private static JsonObject plain(Outcome.Planned planned) {
    return new JsonObject()
        .put("revision", planned.revision() > 0 ? planned.revision() : null)
        .put("effects", effects(planned.effects()))
        .put("warnings", cautions(planned.cautions()))
        .put("absorbed", absorptions(planned.absorptions()))
        .put("rooms", new JsonArray(planned.rooms().stream().sorted().toList()));
  }

  /** The entries after a revision, in order. */
  static JsonArray changes(Prefix prefix, long after, int limit) {
    Map<Long, Long> undoneBy = new HashMap<>();
    prefix
        .entries()
        .forEach(entry -> entry.undoes().ifPresent(by -> undoneBy.put(by, entry.revision())));
    JsonArray changes = new JsonArray();
    prefix.entries().stream()
        .skip(after)
        .limit(limit)
        .forEach(entry -> changes.add(change(entry, undoneBy.get(entry.revision()))));
    return changes;
  }

  private static JsonObject change(Entry entry, Long undoneBy) {
    return new JsonObject()
        .put("revision", entry.revision())
        .put("recordedAt", entry.recordedAt().toString())
        .put("at", entry.at().toString())
        .put("author", entry.author())
        .put("change", asked(entry))
        .put("effects", effects(entry.effects()))
        .put("warnings", cautions(entry.cautions()))
        .put("undoes", entry.undoes().orElse(null))
        .put("undoneBy", undoneBy);
  }

  /** The change as it was asked for; a whole programme in it is left out. */
  static JsonObject asked(Entry entry) {
    JsonObject change = new JsonObject(entry.change());
    change.remove(PROGRAMME);
    return change;
  }

  static JsonArray pending(Agenda agenda) {
    JsonArray array = new JsonArray();
    agenda.pending().forEach(pending -> array.add(pending(pending)));
    return array;
  }

  private static JsonObject pending(Pending pending) {
    return new JsonObject()
        .put("id", pending.id())
        .put("due", pending.due().toString())
        .put("author", pending.author())
        .put("change", new JsonObject(pending.request()));
  }

  private static JsonArray effects(List<Effect> effects) {
    JsonArray array = new JsonArray();
    effects.forEach(effect -> array.add(effect(effect)));
    return array;
  }

  /** An effect as it is; of a new edition only how large the old and the new one are. */
  static JsonObject effect(Effect effect) {
    if (effect instanceof Effect.Imported imported) {
      return new JsonObject()
          .put("kind", "imported")
          .put("session", null)
          .put("from", new JsonObject().put("sessions", imported.from().sessions().size()))
          .put("to", new JsonObject().put("sessions", imported.to().sessions().size()));
    }
    if (effect instanceof Effect.Offered offered) {
      return new JsonObject()
          .put("kind", "offered")
          .put("session", null)
          .put("from", offered.from().map(JournalJson::offer).orElse(null))
          .put("to", offered.to().map(JournalJson::offer).orElse(null));
    }
    return EffectJson.of(effect);
  }

  private static JsonObject offer(Offer offer) {
    return new JsonObject()
        .put("source", offer.source())
        .put("sessions", offer.programme().sessions().size());
  }

  private static JsonArray cautions(List<Caution> cautions) {
    JsonArray array = new JsonArray();
    for (Caution caution : cautions) {
      array.add(
          new JsonObject()
              .put("code", caution.code())
              .put("message", caution.message())
              .put("sessions", new JsonArray(caution.sessions())));
    }
    return array;
  }

  private static JsonArray absorptions(List<Absorption> absorptions) {
    JsonArray array = new JsonArray();
    for (Absorption absorption : absorptions) {
      array.add(
          new JsonObject()
              .put("room", absorption.room())
              .put("session", absorption.session().isEmpty() ? null : absorption.session())
              .put("minutes", absorption.minutes()));
    }
    return array;
  }
}
