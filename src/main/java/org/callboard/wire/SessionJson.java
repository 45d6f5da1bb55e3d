package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveSession;
import org.callboard.agenda.Mark;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** SESSION of the contract: a live session with its plan beside it. */
public final class SessionJson {

  private SessionJson() {}

  /** What a board needs of a session, and what of it has lately changed. */
  public static JsonObject of(LiveSession session, List<Aspect> changed) {
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
        .put("lateByMinutes", session.isPostponed() ? null : session.lateBy().toMinutes())
        .put("timeUnknown", session.isPostponed())
        .put("status", session.status().word())
        .put("languages", new JsonArray(session.languages()))
        .put("organiser", plan.organiser())
        .put("people", people(session.people()))
        .put("changed", words(changed));
  }

  /** A session with its texts, as the API answers it at an instant. */
  public static JsonObject whole(Agenda agenda, LiveSession session, Instant at) {
    return of(session, fresh(agenda, session, at))
        .put("description", session.description())
        .put("questions", new JsonArray(session.plan().questions()));
  }

  private static JsonObject planned(Session plan) {
    return new JsonObject()
        .put("start", plan.span().start().toString())
        .put("end", plan.span().end().toString())
        .put("rooms", new JsonArray(plan.rooms()));
  }

  private static List<Aspect> fresh(Agenda agenda, LiveSession session, Instant at) {
    return agenda.marks(session).entrySet().stream()
        .filter(entry -> isFresh(entry.getValue(), at))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isFresh(Mark mark, Instant at) {
    return !at.isBefore(mark.since()) && at.isBefore(mark.until());
  }

  static JsonArray words(List<Aspect> changed) {
    JsonArray words = new JsonArray();
    changed.forEach(aspect -> words.add(aspect.word()));
    return words;
  }

  private static JsonArray people(List<Slot> slots) {
    return people(slots, IntStream.range(0, slots.size()).boxed().toList());
  }

  /** Those at some indexes of the slots; the number that is told counts within its role. */
  static JsonArray people(List<Slot> slots, List<Integer> indexes) {
    Map<Role, Integer> counts = new EnumMap<>(Role.class);
    JsonArray people = new JsonArray();
    for (int i = 0; i < slots.size(); i++) {
      int number = counts.merge(slots.get(i).role(), 1, Integer::sum) - 1;
      if (indexes.contains(i)) {
        people.add(person(slots.get(i), number));
      }
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
