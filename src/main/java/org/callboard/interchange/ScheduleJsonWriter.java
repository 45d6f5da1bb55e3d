package org.callboard.interchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.callboard.interchange.Timetable.Appearance;
import org.callboard.interchange.Timetable.Page;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** Writes schedule.json in its first version, as the schema of c3voc has it. */
final class ScheduleJsonWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Outgoing outgoing;
  private final Timetable timetable;
  private final Map<UUID, Integer> numbers;
  private final String acronym;

  private ScheduleJsonWriter(Outgoing outgoing) {
    this.outgoing = outgoing;
    this.timetable = new Timetable(outgoing);
    this.numbers = timetable.numbers();
    this.acronym = timetable.acronym();
  }

  static String write(Outgoing outgoing) {
    return new ScheduleJsonWriter(outgoing).document().toPrettyString() + "\n";
  }

  private ObjectNode document() {
    ObjectNode document = JSON.objectNode();
    document.put("$schema", "https://c3voc.de/schedule/schema.json");
    document.putObject("generator").put("name", "callboard");
    ObjectNode schedule = document.putObject("schedule");
    schedule.put("version", outgoing.version());
    if (!outgoing.home().isEmpty()) {
      schedule.put("base_url", outgoing.home());
    }
    schedule.set("conference", conference(timetable.pages()));
    return document;
  }

  private ObjectNode conference(List<Page> pages) {
    ObjectNode conference = JSON.objectNode();
    conference.put("acronym", acronym);
    conference.put("title", outgoing.event().name());
    conference.put("start", timetable.date(pages.get(0).day().span().start()));
    conference.put("end", timetable.date(pages.get(pages.size() - 1).day().span().end()));
    conference.put("daysCount", pages.size());
    conference.put("timeslot_duration", "00:05");
    timetable.zoneName().ifPresent(zone -> conference.put("time_zone_name", zone));
    ArrayNode rooms = conference.putArray("rooms");
    outgoing.programme().rooms().forEach(room -> rooms.add(room(room)));
    ArrayNode days = conference.putArray("days");
    pages.forEach(page -> days.add(day(page)));
    return conference;
  }

  private ObjectNode room(Room room) {
    ObjectNode json = JSON.objectNode();
    json.put("name", room.name());
    json.put("slug", Timetable.slug(room.id()));
    json.put("guid", timetable.names().room(room.id()).toString());
    if (room.capacity() > 0) {
      json.put("capacity", room.capacity());
    }
    return json;
  }

  private ObjectNode day(Page page) {
    ObjectNode day = JSON.objectNode();
    day.put("index", page.index());
    day.put("date", timetable.date(page.day().span().start()));
    day.put("day_start", timetable.stamp(page.day().span().start()));
    day.put("day_end", timetable.stamp(page.day().span().end()));
    ObjectNode rooms = day.putObject("rooms");
    page.rooms()
        .forEach(
            (name, appearances) -> {
              ArrayNode events = rooms.putArray(name);
              appearances.forEach(each -> events.add(event(each)));
            });
    return day;
  }

  private ObjectNode event(Appearance appearance) {
    Session session = appearance.session();
    String languages = String.join(", ", session.languages());
    ObjectNode event = JSON.objectNode();
    event.put("guid", appearance.guid().toString());
    event.put("id", numbers.get(appearance.guid()));
    event.put("date", timetable.stamp(session.span().start()));
    event.put("start", timetable.clock(session.span().start()));
    event.put("end", timetable.stamp(session.span().end()));
    event.put("duration", timetable.duration(session));
    event.put("room", appearance.roomName());
    event.put("slug", acronym + "-" + numbers.get(appearance.guid()));
    event.put("url", timetable.page(session).orElse("urn:uuid:" + appearance.guid()));
    event.put("title", outgoing.titleWithRemark(session));
    event.put("subtitle", session.organiser());
    event.put("track", session.label());
    event.put("type", session.kind().word());
    event.put("language", languages.isEmpty() ? null : languages);
    event.put("abstract", session.description());
    event.put("description", Timetable.questions(session));
    ArrayNode persons = event.putArray("persons");
    session.people().forEach(slot -> persons.add(person(slot)));
    event.putArray("links");
    return event;
  }

  /** A person of the first version has a public name or a name, and not both. */
  private ObjectNode person(Slot slot) {
    UUID guid = timetable.names().person(Timetable.name(slot));
    ObjectNode person = JSON.objectNode();
    person.put("guid", guid.toString());
    person.put("id", Names.number(guid));
    person.put("public_name", slot.isOpen() ? Timetable.OPEN : slot.name());
    person.put("role", slot.role().word());
    if (!slot.affiliation().isEmpty()) {
      person.put("affiliation", slot.affiliation());
    }
    return person;
  }
}
