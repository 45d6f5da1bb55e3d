package org.callboard.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.agenda.Step;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;
import org.callboard.programme.Slot;

/**
 * The example event's Thursday afternoon, in one kind of trouble each, as it is known at one
 * instant.
 */
public enum TroubledDay {
  DELAYED,
  POSTPONED,
  EARLIER,
  MOVED,
  CANCELLED,
  FULL,
  HELD,
  PEOPLE,
  RETITLED,
  ALL_LATE,
  URGENT,
  NOTICE,
  AMBIENT,
  ALL_CLEAR,
  SAFETY,
  EXERCISE;

  private static final Instant NOW = Instant.parse("2017-11-16T12:12:00Z");
  private static final Instant FRIDAY = Instant.parse("2017-11-17T10:30:00Z");

  public static final String LONG_TITLE =
      "From the neighbourhood to the nation and back again: how small towns, large cities and whole"
          + " regions can share what they learn about arrival, housing, schooling and work in the"
          + " years to come together";

  /** On Thursday 13:12 four side events are on; on Friday 11:30 a panel with an open slot. */
  public Instant now() {
    return this == PEOPLE ? FRIDAY : NOW;
  }

  public Agenda of(Programme example) {
    return Agenda.of(example).fold(step(example));
  }

  /** What made it so, two minutes before. */
  public Step step(Programme example) {
    return new Step(now().minusSeconds(120), effects(new Day(Agenda.of(example))), reason());
  }

  private String reason() {
    return this == MOVED || this == CANCELLED ? "A water pipe has burst" : "";
  }

  private List<Effect> effects(Day day) {
    return switch (this) {
      case DELAYED ->
          List.of(day.later("15:00", "alcazar", 15), day.later("12:45", "herten-aas", 10));
      case POSTPONED -> List.of(new Effect.Postponed(day.at("15:00", "alcazar").id(), true));
      case EARLIER -> List.of(day.later("15:00", "alcazar", -10));
      case MOVED ->
          List.of(
              day.moved("12:45", "alcazar", "scala"),
              day.moved("15:00", "dijlezaal", "outside-the-venue"));
      case CANCELLED ->
          List.of(
              new Effect.Cancelled(day.at("12:45", "alcazar").id(), true),
              new Effect.Cancelled(day.at("15:00", "dijlezaal").id(), true));
      case FULL ->
          List.of(
              new Effect.RoomSet("alcazar", RoomStatus.OPEN, RoomStatus.FULL),
              new Effect.RoomSet("dijlezaal", RoomStatus.OPEN, RoomStatus.FILLING),
              new Effect.RoomSet("scala", RoomStatus.OPEN, RoomStatus.CLOSED));
      case HELD ->
          List.of(new Effect.Held("alcazar", Optional.empty(), Optional.of(NOW.minusSeconds(120))));
      case PEOPLE -> day.filled("dijlezaal", "Ada Lovelace");
      case RETITLED -> day.retitled(LONG_TITLE);
      case ALL_LATE -> day.allLater(25);
      case URGENT -> List.of(announced(Level.URGENT, Mode.LIVE, false));
      case NOTICE -> List.of(announced(Level.NOTICE, Mode.LIVE, false));
      case AMBIENT -> List.of(announced(Level.AMBIENT, Mode.LIVE, false));
      case ALL_CLEAR -> List.of(announced(Level.URGENT, Mode.LIVE, true));
      case SAFETY ->
          List.of(
              announced(Level.SAFETY, Mode.LIVE, false), announced(Level.NOTICE, Mode.LIVE, false));
      case EXERCISE -> List.of(announced(Level.SAFETY, Mode.EXERCISE, false));
    };
  }

  private static Effect announced(Level level, Mode mode, boolean isAllClear) {
    return new Effect.Announced(
        announcement(level, mode, isAllClear, NOW.plusSeconds(7200), Target.VENUE));
  }

  /** Open since a minute before now. */
  public static Announcement announcement(
      Level level, Mode mode, boolean isAllClear, Instant until, Target target) {
    Text english =
        isAllClear
            ? new Text("All clear: you may come back in", "Sessions go on at 13:30.")
            : new Text(
                "Leave by the nearest exit and meet at the canal",
                "Do not use the lifts. Staff in yellow will show you the way.");
    return new Announcement(
        level.word(),
        level.word(),
        level,
        mode,
        english,
        Map.of("fr", new Text("Sortez par l’issue la plus proche", "N’utilisez pas l’ascenseur.")),
        List.of(target),
        NOW.minusSeconds(60),
        Optional.of(until),
        Optional.empty(),
        isAllClear);
  }

  /** Edits of a day, said by time and room. */
  private record Day(Agenda agenda) {

    LiveSession at(String time, String room) {
      return agenda.sessions().stream()
          .filter(session -> session.rooms().contains(room))
          .filter(session -> session.span().start().equals(instant(time)))
          .findFirst()
          .orElseThrow();
    }

    private static Instant instant(String time) {
      return Instant.parse("2017-11-16T" + time + ":00Z").minus(Duration.ofHours(1));
    }

    Effect later(String time, String room, int minutes) {
      return later(at(time, room), minutes);
    }

    private static Effect later(LiveSession session, int minutes) {
      return new Effect.Retimed(
          session.id(),
          session.span(),
          session.span().startingAt(session.span().start().plus(Duration.ofMinutes(minutes))),
          0);
    }

    List<Effect> allLater(int minutes) {
      return agenda.sessions().stream()
          .filter(session -> session.span().end().isAfter(NOW))
          .map(session -> later(session, minutes))
          .toList();
    }

    Effect moved(String time, String from, String to) {
      LiveSession session = at(time, from);
      return new Effect.Moved(session.id(), session.rooms(), List.of(to));
    }

    List<Effect> filled(String room, String name) {
      LiveSession session =
          agenda.sessions().stream()
              .filter(each -> each.rooms().contains(room) && each.isNow(FRIDAY))
              .findFirst()
              .orElseThrow();
      int open = session.people().indexOf(openSlot(session));
      Slot before = session.people().get(open);
      Slot after = new Slot(before.role(), name, before.affiliation());
      return List.of(new Effect.Assigned(session.id(), open, before, after));
    }

    private static Slot openSlot(LiveSession session) {
      return session.people().stream().filter(Slot::isOpen).findFirst().orElseThrow();
    }

    List<Effect> retitled(String title) {
      List<Effect> effects = new ArrayList<>();
      for (LiveSession session : List.of(at("12:45", "alcazar"), at("15:00", "alcazar"))) {
        Details to = new Details(title, session.description(), session.languages(), session.kind());
        effects.add(new Effect.Edited(session.id(), session.details(), to));
      }
      return effects;
    }
  }
}
