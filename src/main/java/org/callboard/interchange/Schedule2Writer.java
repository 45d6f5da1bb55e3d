package org.callboard.interchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.callboard.interchange.Timetable.Appearance;
import org.callboard.interchange.Timetable.Page;
import org.callboard.programme.Kind;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/**
 * Writes schedule2, the second version of schedule.json, as the schema of c3voc has it: it knows
 * what is delayed and what is cancelled.
 */
final class Schedule2Writer {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Outgoing outgoing;
  private final Timetable timetable;
  private final String acronym;

  private Schedule2Writer(Outgoing outgoing) {
    this.outgoing = outgoing;
    this.timetable = new Timetable(outgoing);
    this.acronym = timetable.acronym();
  }

  static String write(Outgoing outgoing) {
    return new Schedule2Writer(outgoing).document().toPrettyString() + "\n";
  }

  private ObjectNode document() {
    ObjectNode document = JSON.objectNode();
    document.put("$schema", "https://c3voc.de/schema/schedule2");
    document.putObject("generator").put("name", "callboard");
    ObjectNode schedule = document.putObject("schedule");
    schedule.put("version", outgoing.version());
    if (!outgoing.home().isEmpty()) {
      schedule.put("base_url", outgoing.home());
    }
    schedule.set("conference", conference(timetable.pages()));
    ArrayNode events = schedule.putArray("events");
    timetable.appearances().forEach(each -> events.add(event(each)));
    return document;
  }

  private ObjectNode conference(List<Page> pages) {
    ObjectNode conference = JSON.objectNode();
    conference.put("acronym", acronym);
    conference.put("title", outgoing.event().name());
    conference.put("start", timetable.stamp(pages.get(0).day().span().start()));
    conference.put("end", timetable.stamp(pages.get(pages.size() - 1).day().span().end()));
    timetable.zoneName().ifPresent(zone -> conference.put("time_zone_name", zone));
    ArrayNode languages = conference.putArray("languages");
    outgoing.event().languages().stream().filter(Schedule2Writer::isCode).forEach(languages::add);
    ArrayNode tracks = conference.putArray("tracks");
    outgoing.programme().sessions().stream()
        .map(Schedule2Writer::track)
        .distinct()
        .forEach(name -> tracks.addObject().put("name", name).put("slug", Timetable.slug(name)));
    ArrayNode rooms = conference.putArray("rooms");
    outgoing.programme().rooms().forEach(room -> rooms.add(room(room)));
    ArrayNode days = conference.putArray("days");
    pages.forEach(page -> days.add(day(page)));
    return conference;
  }

  private static boolean isCode(String language) {
    return language.matches("[a-z]{2}");
  }

  private ObjectNode room(Room room) {
    ObjectNode json = reference(room);
    if (room.capacity() > 0) {
      json.put("capacity", room.capacity());
    }
    return json;
  }

  private ObjectNode reference(Room room) {
    return JSON.objectNode()
        .put("name", room.name())
        .put("slug", Timetable.slug(room.id()))
        .put("guid", timetable.names().room(room.id()).toString());
  }

  /** Every session has a track here; one without a label is in the main one. */
  private static String track(Session session) {
    return session.label().isEmpty() ? "Main" : session.label();
  }

  private ObjectNode day(Page page) {
    return JSON.objectNode()
        .put("index", page.index())
        .put("date", timetable.date(page.day().span().start()))
        .put("start", timetable.stamp(page.day().span().start()))
        .put("end", timetable.stamp(page.day().span().end()));
  }

  private ObjectNode event(Appearance appearance) {
    return isPlainPause(appearance.session()) ? pause(appearance) : whole(appearance);
  }

  /**
   * A pause has few fields, so that one of which there is more to say is written as any session.
   */
  private boolean isPlainPause(Session session) {
    return session.kind().isPause()
        && outgoing.standing(session).state() == Standing.State.CONFIRMED
        && session.people().isEmpty()
        && session.description().isEmpty();
  }

  private ObjectNode pause(Appearance appearance) {
    ObjectNode json = timed(appearance).put("type", "BREAK");
    appearance.room().ifPresent(room -> json.set("room", reference(room)));
    return json;
  }

  private ObjectNode timed(Appearance appearance) {
    Session session = appearance.session();
    return JSON.objectNode()
        .put("guid", appearance.guid().toString())
        .put("start", timetable.stamp(session.span().start()))
        .put("end", timetable.stamp(session.span().end()))
        .put("title", session.title())
        .put("subtitle", session.organiser());
  }

  private ObjectNode whole(Appearance appearance) {
    Session session = appearance.session();
    ObjectNode event = timed(appearance);
    event.put("slug", acronym + "-" + Timetable.slug(session.id()));
    event.put("url", timetable.page(session).orElse("urn:uuid:" + appearance.guid()));
    event.put("type", type(session.kind()));
    event.put("language", language(session));
    event.put("abstract", session.description());
    event.put("description", Timetable.questions(session));
    event.put("state", outgoing.standing(session).state().name());
    event.set("room", room(appearance));
    event.putObject("track").put("slug", Timetable.slug(track(session)));
    ArrayNode participants = event.putArray("participants");
    session.people().forEach(slot -> participants.add(participant(slot)));
    event.putArray("links");
    return event;
  }

  /** A session of the whole venue is in a place without a name, since the format wants one. */
  private ObjectNode room(Appearance appearance) {
    return appearance
        .room()
        .map(this::reference)
        .orElseGet(() -> JSON.objectNode().put("guid", timetable.names().room("").toString()));
  }

  /** One language at most fits in. */
  private String language(Session session) {
    return session.languages().stream()
        .filter(Schedule2Writer::isCode)
        .findFirst()
        .or(() -> outgoing.event().languages().stream().filter(Schedule2Writer::isCode).findFirst())
        .orElse("en");
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case TALK, KEYNOTE -> "TALK";
      case PANEL -> "DISCUSSION";
      case BREAKOUT -> "WORKSHOP";
      case PLENARY -> "MEETING";
      default -> "OTHER";
    };
  }

  private ObjectNode participant(Slot slot) {
    UUID guid = timetable.names().person(Timetable.name(slot));
    ObjectNode participant =
        JSON.objectNode()
            .put("guid", guid.toString())
            .put("name", slot.isOpen() ? Timetable.OPEN : slot.name())
            .put("role", role(slot));
    if (!slot.affiliation().isEmpty()) {
      participant.put("affiliation", slot.affiliation());
    }
    return participant;
  }

  private static String role(Slot slot) {
    return switch (slot.role()) {
      case SPEAKER -> "SPEAKER";
      case MODERATOR -> "MODERATOR";
      case HOST -> "HOST";
      case INTRODUCED_BY -> "CONTRIBUTOR";
    };
  }
}
