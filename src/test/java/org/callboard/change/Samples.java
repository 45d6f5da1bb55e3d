package org.callboard.change;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** One effect of each kind, for whoever must deal with all of them. */
public final class Samples {
  private static final Instant TEN = Instant.parse("2017-11-16T09:00:00Z");
  private static final Span HOUR = Span.of(TEN, Duration.ofHours(1));
  private static final Span LATER = Span.of(TEN.plusSeconds(900), Duration.ofMinutes(50));
  private static final Slot OPEN = new Slot(Role.MODERATOR, "", "UN-Habitat");
  private static final Slot ADA = new Slot(Role.MODERATOR, "Ada Lovelace", "Analytical Society");

  public static final Session SESSION =
      new Session(
          "s",
          "Session 2",
          "Cities “at” night",
          Kind.SIDE_EVENT,
          List.of("hall"),
          HOUR,
          30,
          true,
          List.of("en", "fr"),
          "City of Mechelen",
          List.of(OPEN, new Slot(Role.SPEAKER, "Grace Hopper", "")),
          "Two\nlines",
          List.of("Why?"));

  public static final Announcement ANNOUNCEMENT =
      new Announcement(
          "a7",
          "a3",
          Level.SAFETY,
          Mode.EXERCISE,
          new Text("Leave by the stairs", "Meet in the square"),
          Map.of("fr", new Text("Sortez par l’escalier", "")),
          List.of(new Target("hall", "", "", "door"), Target.VENUE),
          TEN,
          Optional.empty(),
          Optional.of(TEN.plusSeconds(900)),
          false);

  private static final Programme BEFORE = programme(List.of());
  private static final Programme AFTER = programme(List.of(SESSION));
  private static final Call CALL =
      new Call("c7", "hall", CallKind.SPEAKER_HERE, "Two of them", "host:hall", TEN);
  private static final Pending PENDING = new Pending("p9", TEN, "{\"type\":\"start\"}", "ada");

  private static final Conflict CONFLICT =
      new Conflict(Matter.PEOPLE, OptionalInt.of(1), SESSION, "");

  public static final List<Effect> EFFECTS =
      List.of(
          new Effect.Retimed("s", HOUR, LATER, 10),
          new Effect.Postponed("s", true),
          new Effect.Moved("s", List.of("hall"), List.of("scala", "loft")),
          new Effect.Cancelled("s", true),
          new Effect.Assigned("s", 0, OPEN, ADA),
          new Effect.Recast("s", List.of(OPEN), List.of(ADA)),
          new Effect.Edited(
              "s",
              Details.of(SESSION),
              new Details("Cities by day", "", List.of("nl"), Kind.KEYNOTE)),
          new Effect.Added(SESSION),
          new Effect.Removed(SESSION),
          new Effect.RoomSet("hall", RoomStatus.OPEN, RoomStatus.FULL),
          new Effect.Held("hall", Optional.empty(), Optional.of(TEN)),
          new Effect.Announced(ANNOUNCEMENT),
          new Effect.Retracted(ANNOUNCEMENT),
          new Effect.Withdrawn("a7", Optional.empty(), Optional.of(TEN)),
          new Effect.ClockSet(TEN, 2.5),
          new Effect.Called(CALL),
          new Effect.Answered(CALL),
          new Effect.Imported(BEFORE, AFTER),
          new Effect.Scheduled(PENDING),
          new Effect.Unscheduled(PENDING),
          new Effect.Raised(CONFLICT),
          new Effect.Settled(new Conflict(Matter.SAME, OptionalInt.empty(), SESSION, "t")),
          new Effect.Renamed("s", "t"),
          new Effect.Aliased("17", Optional.empty(), Optional.of("s")),
          new Effect.Offered(
              Optional.empty(), Optional.of(new Offer("a file", AFTER, List.of("Odd")))));

  private Samples() {}

  /** Every record that a sealed interface permits, those of its sealed parts included. */
  public static Set<Class<?>> kinds(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(each -> each.isSealed() ? kinds(each).stream() : Stream.of(each))
        .collect(Collectors.toSet());
  }

  private static Programme programme(List<Session> sessions) {
    Event event =
        new Event(
            "Night",
            "and day",
            ZoneId.of("Europe/Brussels"),
            "Mechelen",
            Optional.of(LocalDate.of(2017, 11, 15)),
            List.of("en", "nl"));
    Room hall =
        new Room("hall", "Hall", List.of("The hall"), List.of("en", "fr"), 120, "Floor 1", 0);
    Room loft = new Room("loft", "Loft", List.of(), List.of(), 0, "", 7);
    return new Programme(
        event,
        List.of(new Day("Thursday", Span.of(TEN, Duration.ofHours(20)))),
        List.of(hall, loft),
        sessions);
  }
}
