package org.callboard.interchange;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.callboard.interchange.Timetable.Appearance;
import org.callboard.interchange.Timetable.Page;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** Writes schedule.xml, as frab and pretalx do and the schema of c3voc has it. */
final class ScheduleXmlWriter {
  private final Outgoing outgoing;
  private final Timetable timetable;
  private final Map<UUID, Integer> numbers;
  private final String acronym;
  private final Markup xml = new Markup();

  private ScheduleXmlWriter(Outgoing outgoing) {
    this.outgoing = outgoing;
    this.timetable = new Timetable(outgoing);
    this.numbers = timetable.numbers();
    this.acronym = timetable.acronym();
  }

  static String write(Outgoing outgoing) {
    return new ScheduleXmlWriter(outgoing).schedule();
  }

  private String schedule() {
    List<Page> pages = timetable.pages();
    xml.open("schedule").empty("generator", "name", "callboard");
    if (!outgoing.home().isEmpty()) {
      xml.text("url", outgoing.home() + "/exports/schedule.xml");
    }
    xml.text("version", outgoing.version());
    conference(pages);
    pages.forEach(this::day);
    return xml.close().end();
  }

  private void conference(List<Page> pages) {
    xml.open("conference")
        .text("title", outgoing.event().name())
        .text("acronym", acronym)
        .text("start", timetable.date(pages.get(0).day().span().start()))
        .text("end", timetable.date(pages.get(pages.size() - 1).day().span().end()))
        .text("days", pages.size() + "")
        .text("timeslot_duration", "00:05")
        .textIfAny("base_url", outgoing.home())
        .text("time_zone_name", outgoing.event().zone().getId())
        .close();
  }

  private void day(Page page) {
    Span span = page.day().span();
    xml.open(
        "day",
        "index",
        page.index() + "",
        "date",
        timetable.date(span.start()),
        "start",
        timetable.stamp(span.start()),
        "end",
        timetable.stamp(span.end()));
    page.rooms().forEach(this::room);
    xml.close();
  }

  private void room(String name, List<Appearance> appearances) {
    UUID guid = timetable.names().room(appearances.get(0).room().map(room -> room.id()).orElse(""));
    xml.open("room", "name", name, "guid", guid.toString());
    appearances.forEach(this::event);
    xml.close();
  }

  private void event(Appearance appearance) {
    Session session = appearance.session();
    int number = numbers.get(appearance.guid());
    xml.open("event", "id", number + "", "guid", appearance.guid().toString())
        .text("date", timetable.stamp(session.span().start()))
        .text("start", timetable.clock(session.span().start()))
        .text("duration", timetable.duration(session))
        .text("room", appearance.roomName())
        .text("slug", acronym + "-" + number)
        .text("title", outgoing.titleWithRemark(session))
        .text("subtitle", session.organiser())
        .text("track", session.label())
        .text("type", session.kind().word())
        .text("language", String.join(", ", session.languages()))
        .text("abstract", session.description())
        .text("description", Timetable.questions(session));
    timetable.page(session).ifPresent(page -> xml.text("url", page));
    persons(session);
    xml.close();
  }

  private void persons(Session session) {
    xml.open("persons");
    for (Slot slot : session.people()) {
      UUID guid = timetable.names().person(Timetable.name(slot));
      xml.text(
          "person", Timetable.name(slot), "id", Names.number(guid) + "", "guid", guid.toString());
    }
    xml.close();
  }
}
