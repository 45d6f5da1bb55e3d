package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Dispute;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Conflict;
import org.callboard.change.Details;
import org.callboard.change.Matter;
import org.callboard.change.Offer;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** Conflicts, as the journal keeps them and as organisers read them with both values. */
public final class ConflictJson {

  private ConflictJson() {}

  static JsonObject of(Conflict conflict) {
    return new JsonObject()
        .put("id", conflict.id())
        .put("matter", conflict.matter().word())
        .put("slot", conflict.slot().isPresent() ? conflict.slot().getAsInt() : null)
        .put("was", PlanJson.session(conflict.was()))
        .put("other", conflict.other());
  }

  static Conflict read(JsonObject json) {
    Integer slot = json.getInteger("slot");
    return new Conflict(
        Matter.ofWord(json.getString("matter")).orElseThrow(),
        slot == null ? OptionalInt.empty() : OptionalInt.of(slot),
        PlanJson.session(json.getJsonObject("was")),
        json.getString("other"));
  }

  static JsonObject of(Offer offer) {
    return new JsonObject()
        .put("source", offer.source())
        .put("programme", PlanJson.of(offer.programme()))
        .put("warnings", new JsonArray(offer.warnings()));
  }

  static Offer offer(JsonObject json) {
    return new Offer(
        json.getString("source"),
        PlanJson.programme(json.getJsonObject("programme")),
        PlanJson.texts(json, "warnings"));
  }

  /** All that wait for an organiser, each with what the plan says and what holds live. */
  public static JsonArray all(Agenda agenda) {
    JsonArray all = new JsonArray();
    agenda.conflicts().forEach(each -> all.add(of(Dispute.of(agenda, each))));
    return all;
  }

  private static JsonObject of(Dispute dispute) {
    Conflict conflict = dispute.conflict();
    return new JsonObject()
        .put("id", conflict.id())
        .put("matter", conflict.matter().word())
        .put("session", conflict.session())
        .put("other", conflict.other().isEmpty() ? null : conflict.other())
        .put("title", dispute.live().map(LiveSession::title).orElse(conflict.was().title()))
        .put("was", value(conflict, planned(conflict.was())))
        .put("live", value(conflict, live(dispute)))
        .put("plan", dispute.plan().map(plan -> value(conflict, planned(plan))).orElse(null));
  }

  private static JsonObject live(Dispute dispute) {
    return dispute
        .live()
        .map(
            live ->
                session(live.span(), live.rooms(), live.people(), live.details())
                    .put("timeUnknown", live.isPostponed()))
        .orElseGet(() -> planned(dispute.conflict().was()));
  }

  private static JsonObject planned(Session plan) {
    return session(plan.span(), plan.rooms(), plan.people(), Details.of(plan))
        .put("timeUnknown", false);
  }

  private static JsonObject session(
      Span span, List<String> rooms, List<Slot> people, Details details) {
    return PlanJson.span(span)
        .put("rooms", new JsonArray(rooms))
        .put("people", PlanJson.array(people, PlanJson::slot))
        .put("title", details.title())
        .put("abstract", details.description())
        .put("languages", new JsonArray(details.languages()))
        .put("kind", details.kind().word());
  }

  /** Of a session what the conflict is about; all that a person recognises one by, of two. */
  private static JsonObject value(Conflict conflict, JsonObject session) {
    List<String> fields =
        switch (conflict.matter()) {
          case TIME -> List.of("start", "end", "timeUnknown");
          case ROOM -> List.of("rooms");
          case PEOPLE -> List.of("people");
          case TITLE -> List.of("title");
          case DESCRIPTION -> List.of("abstract");
          case LANGUAGES -> List.of("languages");
          case KIND -> List.of("kind");
          case DROPPED, SAME -> List.of("title", "start", "end", "timeUnknown", "rooms", "people");
        };
    JsonObject value = new JsonObject();
    fields.forEach(field -> value.put(field, session.getValue(field)));
    conflict.slot().ifPresent(slot -> one(value, slot));
    return value;
  }

  private static void one(JsonObject value, int slot) {
    JsonArray people = value.getJsonArray("people");
    if (slot < people.size()) {
      value.put("people", new JsonArray().add(people.getValue(slot)));
    }
  }
}
