package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.clock.EventClock;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;

/** The event with its days, rooms and clock, as {@code /api/event} answers it. */
public final class EventJson {

  private EventJson() {}

  public static JsonObject of(Boards boards, EventClock clock, Instant now) {
    Programme programme = boards.agenda().programme();
    Event event = programme.event();
    return new JsonObject()
        .put("name", event.name())
        .put("subtitle", event.subtitle())
        .put("timezone", event.zone().getId())
        .put("venue", event.venue())
        .put("asOf", event.asOf().map(LocalDate::toString).orElse(null))
        .put("edition", boards.agenda().edition())
        .put("revision", boards.revision())
        .put("languages", new JsonArray(event.languages()))
        .put("days", days(programme))
        .put("rooms", rooms(boards.agenda()))
        .put("clock", clock(clock, now));
  }

  static JsonArray rooms(Agenda agenda) {
    JsonArray rooms = new JsonArray();
    agenda.programme().rooms().forEach(room -> rooms.add(room(agenda, room)));
    return rooms;
  }

  static JsonObject roomHead(Agenda agenda, Room room) {
    return new JsonObject()
        .put("id", room.id())
        .put("name", room.name())
        .put("languages", new JsonArray(room.languages()))
        .put("status", agenda.room(room.id()).word())
        .put("heldSince", agenda.heldSince(room.id()).map(Stamp.TEXT::of).orElse(null));
  }

  private static JsonObject room(Agenda agenda, Room room) {
    return roomHead(agenda, room)
        .put("zone", room.zone())
        .put("walkingMinutes", room.walkingMinutes())
        .put("capacity", room.capacity());
  }

  private static JsonArray days(Programme programme) {
    JsonArray days = new JsonArray();
    programme.days().forEach(day -> days.add(day(day)));
    return days;
  }

  private static JsonObject day(Day day) {
    return new JsonObject()
        .put("label", day.label())
        .put("start", day.span().start().toString())
        .put("end", day.span().end().toString());
  }

  private static JsonObject clock(EventClock clock, Instant now) {
    return new JsonObject()
        .put("now", now.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("rehearsal", clock.isRehearsal())
        .put("speed", clock.speed());
  }
}
