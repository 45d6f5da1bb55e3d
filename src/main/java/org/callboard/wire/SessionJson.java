package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** SESSION of the contract: a live session with its plan beside it. */
public final class SessionJson {

  private SessionJson() {}

  /** What a board needs of a session. */
  public static JsonObject of(LiveSession session) {
    Session plan = session.plan();
    return new JsonObject()
        .put("id", plan.id())
        .put("label", plan.label())
        .put("title", session.title())
        .put("kind", session.kind().word())
        .put("rooms", new JsonArray(session.rooms()))
        .put("venueWide", session.isVenueWide())
        .put("start", session.span().start().toString())
        .put("end", session.span().end().toString())
        .put("planned", planned(plan))
        .put("lateByMinutes", session.lateBy().toMinutes())
        .put("status", session.status().word())
        .put("languages", new JsonArray(session.languages()))
        .put("organiser", plan.organiser())
        .put("people", people(session.people()))
        .put("changed", new JsonArray());
  }

  /** A session with its texts, as the API answers it. */
  public static JsonObject whole(LiveSession session) {
    return of(session)
        .put("description", session.description())
        .put("questions", new JsonArray(session.plan().questions()));
  }

  private static JsonObject planned(Session plan) {
    return new JsonObject()
        .put("start", plan.span().start().toString())
        .put("end", plan.span().end().toString())
        .put("rooms", new JsonArray(plan.rooms()));
  }

  /** The slot number counts within its role. */
  private static JsonArray people(List<Slot> slots) {
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    JsonArray people = new JsonArray();
    for (Slot slot : slots) {
      int index = counts.merge(slot.role(), 1, Integer::sum) - 1;
      people.add(person(slot, index));
    }
    return people;
  }

  private static JsonObject person(Slot slot, int index) {
    return new JsonObject()
        .put("role", slot.role().word())
        .put("name", slot.isOpen() ? null : slot.name())
        .put("affiliation", slot.affiliation().isEmpty() ? null : slot.affiliation())
        .put("tbc", slot.isOpen())
        .put("slot", index);
  }
}
