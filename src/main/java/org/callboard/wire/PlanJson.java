package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * A plan as the journal keeps it: every field, exactly, instants in UTC. Unlike the native format
 * it forgives nothing and leaves nothing out, so that an old journal never means something new.
 */
final class PlanJson {

  private PlanJson() {}

  static JsonObject of(Programme programme) {
    return new JsonObject()
        .put("event", event(programme.event()))
        .put("days", array(programme.days(), PlanJson::day))
        .put("rooms", array(programme.rooms(), PlanJson::room))
        .put("sessions", array(programme.sessions(), PlanJson::session));
  }

  static Programme programme(JsonObject json) {
    return new Programme(
        event(json.getJsonObject("event")),
        list(json, "days", PlanJson::day),
        list(json, "rooms", PlanJson::room),
        list(json, "sessions", PlanJson::session));
  }

  static JsonObject session(Session session) {
    return new JsonObject()
        .put("id", session.id())
        .put("label", session.label())
        .put("title", session.title())
        .put("kind", session.kind().word())
        .put("rooms", new JsonArray(session.rooms()))
        .put("start", session.span().start().toString())
        .put("end", session.span().end().toString())
        .put("minimumMinutes", session.minimumMinutes())
        .put("pinned", session.pinned())
        .put("languages", new JsonArray(session.languages()))
        .put("organiser", session.organiser())
        .put("people", array(session.people(), PlanJson::slot))
        .put("description", session.description())
        .put("questions", new JsonArray(session.questions()));
  }

  static Session session(JsonObject json) {
    return new Session(
        json.getString("id"),
        json.getString("label"),
        json.getString("title"),
        kind(json),
        texts(json, "rooms"),
        span(json),
        json.getInteger("minimumMinutes"),
        json.getBoolean("pinned"),
        texts(json, "languages"),
        json.getString("organiser"),
        list(json, "people", PlanJson::slot),
        json.getString("description"),
        texts(json, "questions"));
  }

  static JsonObject slot(Slot slot) {
    return new JsonObject()
        .put("role", slot.role().word())
        .put("name", slot.name())
        .put("affiliation", slot.affiliation());
  }

  static Slot slot(JsonObject json) {
    Role role = Role.ofWord(json.getString("role")).orElseThrow();
    return new Slot(role, json.getString("name"), json.getString("affiliation"));
  }

  static JsonObject span(Span span) {
    return new JsonObject().put("start", span.start().toString()).put("end", span.end().toString());
  }

  static Span span(JsonObject json) {
    return new Span(Instant.parse(json.getString("start")), Instant.parse(json.getString("end")));
  }

  static Kind kind(JsonObject json) {
    return Kind.ofWord(json.getString("kind")).orElseThrow();
  }

  static List<String> texts(JsonObject json, String key) {
    return json.getJsonArray(key).stream().map(String.class::cast).toList();
  }

  static <T> JsonArray array(List<T> values, Function<T, JsonObject> write) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(write.apply(value)));
    return array;
  }

  static <T> List<T> list(JsonObject json, String key, Function<JsonObject, T> read) {
    return json.getJsonArray(key).stream().map(JsonObject.class::cast).map(read).toList();
  }

  private static JsonObject event(Event event) {
    return new JsonObject()
        .put("name", event.name())
        .put("subtitle", event.subtitle())
        .put("timezone", event.zone().getId())
        .put("venue", event.venue())
        .put("asOf", event.asOf().map(LocalDate::toString).orElse(null))
        .put("languages", new JsonArray(event.languages()));
  }

  private static Event event(JsonObject json) {
    return new Event(
        json.getString("name"),
        json.getString("subtitle"),
        ZoneId.of(json.getString("timezone")),
        json.getString("venue"),
        Optional.ofNullable(json.getString("asOf")).map(LocalDate::parse),
        texts(json, "languages"));
  }

  private static JsonObject day(Day day) {
    return span(day.span()).put("label", day.label());
  }

  private static Day day(JsonObject json) {
    return new Day(json.getString("label"), span(json));
  }

  private static JsonObject room(Room room) {
    return new JsonObject()
        .put("id", room.id())
        .put("name", room.name())
        .put("aliases", new JsonArray(room.aliases()))
        .put("languages", new JsonArray(room.languages()))
        .put("capacity", room.capacity())
        .put("zone", room.zone())
        .put("walkingMinutes", room.walkingMinutes());
  }

  private static Room room(JsonObject json) {
    return new Room(
        json.getString("id"),
        json.getString("name"),
        texts(json, "aliases"),
        texts(json, "languages"),
        json.getInteger("capacity"),
        json.getString("zone"),
        json.getInteger("walkingMinutes"));
  }
}
