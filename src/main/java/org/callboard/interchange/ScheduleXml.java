package org.callboard.interchange;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The meaning of schedule.xml as Pentabarf, frab, pretalx, wafer and their kin have written it
 * since 2007, and of XML that is built likewise: what encloses a session gives it a day and a room.
 */
final class ScheduleXml implements XmlWalk.Visitor {
  private static final Set<String> SESSIONS =
      Set.of(
          "event", "entry", "node", "session", "talk", "item", "presentation", "lecture", "vevent");
  static final Set<String> RECORDS =
      Stream.concat(SESSIONS.stream(), Stream.of("conference", "generator"))
          .collect(Collectors.toUnmodifiableSet());

  private final ReadingOptions options;
  private final Warnings warnings = new Warnings();
  private Piece conference = new Piece(new Node.Fields(0, Map.of()));
  private boolean own;
  private Optional<Schedule> schedule = Optional.empty();
  private Optional<LocalDate> day = Optional.empty();
  private String room = "";
  private String root = "";

  ScheduleXml(ReadingOptions options) {
    this.options = options;
  }

  @Override
  public void opened(String name, Piece attributes) {
    root = root.isEmpty() ? name : root;
    if (name.equals("day")) {
      day = SessionTimes.date(attributes.text("date", "start", "day"));
      schedule().day(attributes, day);
    } else if (name.equals("room")) {
      room = attributes.text("name", "title", "id");
      schedule().room(attributes);
    }
  }

  @Override
  public void record(String name, Piece record) {
    root = root.isEmpty() ? name : root;
    if (name.equals("conference")) {
      conference = record;
    } else if (name.equals("generator")) {
      own = record.text("name").equals("callboard");
    } else if (SessionFields.isTitled(record) || record.has("start")) {
      if (name.equals("entry")) {
        schedule().roomsMayBeLists();
      }
      schedule().session(record, day, room);
    }
  }

  @Override
  public void closed(String name) {
    if (name.equals("room")) {
      room = "";
    } else if (name.equals("day")) {
      day = Optional.empty();
    }
  }

  Reading reading() throws UnreadableProgramme {
    String format = root.equals("schedule") ? "schedule.xml" : "xml";
    if (!schedule().isTold()) {
      throw new UnreadableProgramme(
          0,
          root.equals("schedule")
              ? "this is a schedule.xml without events: check that the schedule was published"
              : "this is XML of "
                  + Warnings.shortened(root)
                  + " without sessions; read are "
                  + Programmes.READ);
    }
    return new Reading(format, schedule().programme(), warnings.inOrder());
  }

  Warnings warnings() {
    return warnings;
  }

  /** What is read, from when the conference is known, which stands before its sessions. */
  private Schedule schedule() {
    if (schedule.isEmpty()) {
      schedule = Optional.of(new Schedule(conference, options, own, warnings));
    }
    return schedule.get();
  }
}
