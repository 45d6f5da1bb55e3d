package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.change.Pending;
import org.callboard.change.RoomStatus;

/**
 * EFFECT of the contract: what the API answers, and what the journal holds and folds again. Each
 * kind has its writer and its reader here; a kind, once written, keeps its shape.
 */
public final class EffectJson {

  private EffectJson() {}

  public static JsonObject of(Effect effect) {
    if (effect instanceof Effect.OfSession ofSession) {
      return ofSession(ofSession);
    }
    if (effect instanceof Effect.RoomSet set) {
      return effect("room-status", status(set.from().word()), status(set.to().word()))
          .put("room", set.room());
    }
    if (effect instanceof Effect.Held held) {
      return effect("held", since(held.from()), since(held.to())).put("room", held.room());
    }
    if (effect instanceof Effect.Announced announced) {
      return effect("announced", null, MessageJson.of(announced.announcement()));
    }
    if (effect instanceof Effect.Retracted retracted) {
      return effect("retracted", MessageJson.of(retracted.announcement()), null);
    }
    if (effect instanceof Effect.Withdrawn withdrawn) {
      return effect("withdrawn", ended(withdrawn.from()), ended(withdrawn.to()))
          .put("announcement", withdrawn.announcement());
    }
    if (effect instanceof Effect.Called called) {
      return effect("called", null, CallJson.of(called.call()));
    }
    if (effect instanceof Effect.Answered answered) {
      return effect("answered", CallJson.of(answered.call()), null);
    }
    if (effect instanceof Effect.ClockSet set) {
      JsonObject to = new JsonObject().put("at", set.at().toString()).put("speed", set.speed());
      return effect("clock-set", null, to);
    }
    if (effect instanceof Effect.Imported imported) {
      return effect("imported", PlanJson.of(imported.from()), PlanJson.of(imported.to()));
    }
    if (effect instanceof Effect.Scheduled scheduled) {
      return effect("scheduled", null, pending(scheduled.pending()));
    }
    if (effect instanceof Effect.Unscheduled unscheduled) {
      return effect("unscheduled", pending(unscheduled.pending()), null);
    }
    return ofEditions(effect);
  }

  private static JsonObject ofEditions(Effect effect) {
    if (effect instanceof Effect.Raised raised) {
      return effect("conflict-raised", null, ConflictJson.of(raised.conflict()));
    }
    if (effect instanceof Effect.Settled settled) {
      return effect("conflict-settled", ConflictJson.of(settled.conflict()), null);
    }
    if (effect instanceof Effect.Renamed renamed) {
      return effect("renamed", id(Optional.of(renamed.from())), id(Optional.of(renamed.to())));
    }
    if (effect instanceof Effect.Aliased aliased) {
      return effect("aliased", id(aliased.from()), id(aliased.to()))
          .put("source", aliased.source());
    }
    if (effect instanceof Effect.Offered offered) {
      return effect(
          "offered",
          offered.from().map(ConflictJson::of).orElse(null),
          offered.to().map(ConflictJson::of).orElse(null));
    }
    throw new IllegalStateException("An effect is of no known kind: effect=" + effect);
  }

  private static JsonObject ofSession(Effect.OfSession effect) {
    return about(effect).put("session", effect.session());
  }

  private static JsonObject about(Effect.OfSession effect) {
    if (effect instanceof Effect.Retimed retimed) {
      return effect("retimed", PlanJson.span(retimed.from()), PlanJson.span(retimed.to()))
          .put("absorbedMinutes", retimed.absorbedMinutes());
    }
    if (effect instanceof Effect.Postponed postponed) {
      return effect("postponed", unknown(!postponed.to()), unknown(postponed.to()));
    }
    if (effect instanceof Effect.Moved moved) {
      return effect("moved", rooms(moved.from()), rooms(moved.to()));
    }
    if (effect instanceof Effect.Cancelled cancelled) {
      return effect("status", onOrOff(!cancelled.to()), onOrOff(cancelled.to()));
    }
    if (effect instanceof Effect.Assigned assigned) {
      return effect("assigned", PlanJson.slot(assigned.from()), PlanJson.slot(assigned.to()))
          .put("slot", assigned.slot());
    }
    if (effect instanceof Effect.Recast recast) {
      JsonObject from = people(recast);
      return effect("recast", from, people((Effect.Recast) recast.inverse()));
    }
    if (effect instanceof Effect.Edited edited) {
      return effect("edited", details(edited.from()), details(edited.to()));
    }
    if (effect instanceof Effect.Added added) {
      return effect("added", null, PlanJson.session(added.plan()));
    }
    if (effect instanceof Effect.Removed removed) {
      return effect("removed", PlanJson.session(removed.plan()), null);
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
    String room = json.getString("room");
    JsonObject from = json.getJsonObject("from");
    JsonObject to = json.getJsonObject("to");
    return switch (json.getString("kind", "")) {
      case "retimed" ->
          new Effect.Retimed(
              session, PlanJson.span(from), PlanJson.span(to), json.getLong("absorbedMinutes"));
      case "postponed" -> new Effect.Postponed(session, to.getBoolean("timeUnknown"));
      case "moved" -> new Effect.Moved(session, rooms(from), rooms(to));
      case "status" -> new Effect.Cancelled(session, to.getString("status").equals("cancelled"));
      case "assigned" ->
          new Effect.Assigned(
              session, json.getInteger("slot"), PlanJson.slot(from), PlanJson.slot(to));
      case "recast" ->
          new Effect.Recast(
              session,
              PlanJson.list(from, "people", PlanJson::slot),
              PlanJson.list(to, "people", PlanJson::slot));
      case "edited" -> new Effect.Edited(session, details(from), details(to));
      case "added" -> new Effect.Added(PlanJson.session(to));
      case "removed" -> new Effect.Removed(PlanJson.session(from));
      case "room-status" -> new Effect.RoomSet(room, status(from), status(to));
      case "held" -> new Effect.Held(room, since(from), since(to));
      case "announced" -> new Effect.Announced(MessageJson.read(to));
      case "retracted" -> new Effect.Retracted(MessageJson.read(from));
      case "withdrawn" ->
          new Effect.Withdrawn(json.getString("announcement"), ended(from), ended(to));
      case "called" -> new Effect.Called(CallJson.read(to));
      case "answered" -> new Effect.Answered(CallJson.read(from));
      case "clock-set" ->
          new Effect.ClockSet(Instant.parse(to.getString("at")), to.getDouble("speed"));
      case "imported" -> new Effect.Imported(PlanJson.programme(from), PlanJson.programme(to));
      case "scheduled" -> new Effect.Scheduled(pending(to));
      case "unscheduled" -> new Effect.Unscheduled(pending(from));
      case "conflict-raised" -> new Effect.Raised(ConflictJson.read(to));
      case "conflict-settled" -> new Effect.Settled(ConflictJson.read(from));
      case "renamed" -> new Effect.Renamed(id(from).orElseThrow(), id(to).orElseThrow());
      case "aliased" -> new Effect.Aliased(json.getString("source"), id(from), id(to));
      case "offered" ->
          new Effect.Offered(
              Optional.ofNullable(from).map(ConflictJson::offer),
              Optional.ofNullable(to).map(ConflictJson::offer));
      default ->
          throw new IllegalArgumentException(
              "An effect is of a kind that this version does not know: kind="
                  + json.getString("kind"));
    };
  }

  private static JsonObject effect(String kind, JsonObject from, JsonObject to) {
    return new JsonObject().put("kind", kind).put("session", null).put("from", from).put("to", to);
  }

  private static JsonObject rooms(List<String> rooms) {
    return new JsonObject().put("rooms", new JsonArray(rooms));
  }

  private static List<String> rooms(JsonObject json) {
    return PlanJson.texts(json, "rooms");
  }

  private static JsonObject onOrOff(boolean cancelled) {
    return status(cancelled ? "cancelled" : "scheduled");
  }

  private static JsonObject status(String word) {
    return new JsonObject().put("status", word);
  }

  private static RoomStatus status(JsonObject json) {
    return RoomStatus.ofWord(json.getString("status")).orElseThrow();
  }

  private static JsonObject unknown(boolean unknown) {
    return new JsonObject().put("timeUnknown", unknown);
  }

  private static JsonObject people(Effect.Recast recast) {
    return new JsonObject().put("people", PlanJson.array(recast.from(), PlanJson::slot));
  }

  private static JsonObject details(Details details) {
    return new JsonObject()
        .put("title", details.title())
        .put("abstract", details.description())
        .put("languages", new JsonArray(details.languages()))
        .put("kind", details.kind().word());
  }

  private static Details details(JsonObject json) {
    return new Details(
        json.getString("title"),
        json.getString("abstract"),
        PlanJson.texts(json, "languages"),
        PlanJson.kind(json));
  }

  private static JsonObject id(Optional<String> id) {
    return new JsonObject().put("id", id.orElse(null));
  }

  private static Optional<String> id(JsonObject json) {
    return Optional.ofNullable(json.getString("id"));
  }

  private static JsonObject since(Optional<Instant> instant) {
    return new JsonObject().put("since", MessageJson.instant(instant));
  }

  private static Optional<Instant> since(JsonObject json) {
    return MessageJson.instant(json, "since");
  }

  private static JsonObject ended(Optional<Instant> instant) {
    return new JsonObject().put("endedAt", MessageJson.instant(instant));
  }

  private static Optional<Instant> ended(JsonObject json) {
    return MessageJson.instant(json, "endedAt");
  }

  private static JsonObject pending(Pending pending) {
    return new JsonObject()
        .put("id", pending.id())
        .put("due", pending.due().toString())
        .put("request", pending.request())
        .put("author", pending.author());
  }

  private static Pending pending(JsonObject json) {
    return new Pending(
        json.getString("id"),
        Instant.parse(json.getString("due")),
        json.getString("request"),
        json.getString("author"));
  }
}
