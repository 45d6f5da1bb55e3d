package org.callboard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.app.ExampleEvent;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an organiser is told about a programme before its day. */
class FindingsTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final List<Room> ROOMS =
      List.of(
          new Room("hall", "Hall", List.of(), List.of("en", "fr"), 0, "", 0),
          new Room("scala", "Scala", List.of(), List.of("en"), 0, "", 0),
          new Room("museum", "Museum", List.of(), List.of(), 0, "", 10),
          new Room("garden", "Garden", List.of(), List.of(), 0, "east", 12),
          new Room("pavilion", "Pavilion", List.of(), List.of(), 0, "east", 12));

  private static Session session(String id, String room, String times, String... people) {
    return session(id, Kind.TALK, room, times, List.of(), people);
  }

  private static Session session(
      String id, Kind kind, String room, String times, List<String> languages, String... people) {
    String[] clocks = times.split("-");
    List<Slot> slots =
        Stream.of(people)
            .map(name -> new Slot(Role.SPEAKER, name.equals("TBC") ? "" : name, ""))
            .toList();
    return new Session(
        id,
        "",
        "Title " + id,
        kind,
        room.equals("*") ? List.of() : List.of(room.split("\\+")),
        new Span(at(clocks[0]), at(clocks[1])),
        0,
        false,
        languages,
        "",
        slots,
        "",
        List.of());
  }

  private static Instant at(String clock) {
    return LocalDateTime.parse("2017-11-16T" + clock).atZone(ZONE).toInstant();
  }

  private static Programme programme(Session... sessions) {
    Event event = new Event("E", "", ZONE, "", Optional.empty(), List.of());
    Day day = new Day("Thursday", new Span(at("08:00"), at("22:00")));
    return new Programme(event, List.of(day), ROOMS, List.of(sessions));
  }

  private static List<Finding> found(Topic topic, Session... sessions) {
    return Findings.of(programme(sessions)).told(topic);
  }

  @Test
  void a_person_in_two_places_at_once_is_found_however_the_name_is_cased() {
    List<Finding> found =
        found(
            Topic.PERSON_CONFLICT,
            session("a", "hall", "10:00-11:00", "Ana Torres"),
            session("b", "scala", "10:30-12:00", "ANA TORRES"),
            session("c", "hall", "11:00-12:00", "Ana Torrès"));
    assertThat(found)
        .extracting(Finding::sessions)
        .containsExactly(List.of("a", "b"), List.of("b", "c"));
    assertThat(found.get(0).what())
        .isEqualTo(
            "Ana Torres is in “Title a” (Thu 16 Nov 10:00–11:00, Hall) and in “Title b”"
                + " (Thu 16 Nov 10:30–12:00, Scala) at once.");
  }

  @Test
  void a_room_taken_twice_is_found_and_one_after_the_other_is_not() {
    List<Finding> found =
        found(
            Topic.ROOM_CONFLICT,
            session("a", "hall", "10:00-11:00"),
            session("b", "hall+scala", "10:30-12:00"),
            session("c", "hall", "12:00-13:00"),
            session("d", "*", "12:00-13:00"));
    assertThat(found).extracting(Finding::sessions).containsExactly(List.of("a", "b"));
  }

  @ParameterizedTest
  @CsvSource({
    "hall, museum, 11:05, 1",
    "hall, museum, 11:10, 0",
    "museum, garden, 11:20, 1",
    "garden, pavilion, 11:00, 0",
    "hall, scala, 11:00, 0",
    "museum, museum, 11:00, 0"
  })
  void who_has_too_little_time_to_walk_is_found(String from, String to, String start, int count) {
    List<Finding> found =
        found(
            Topic.WALK,
            session("a", from, "10:00-11:00", "Ana"),
            session("b", to, start + "-12:00", "Ana"));
    assertThat(found).hasSize(count);
  }

  @Test
  void each_open_slot_and_each_language_lost_is_found() {
    Session session =
        session("a", Kind.PANEL, "scala", "10:00-11:00", List.of("en", "fr"), "TBC", "Ana", "TBC");
    assertThat(found(Topic.TBC, session)).hasSize(2);
    assertThat(found(Topic.LANGUAGES, session))
        .singleElement()
        .extracting(Finding::what)
        .asString()
        .endsWith("is in French, and Scala has English.");
  }

  @Test
  void what_is_odd_about_times_is_found() {
    Session[] sessions = {
      session("zero", "hall", "10:00-10:00"),
      session("long", "scala", "08:00-19:00"),
      session("early", "museum", "07:30-08:30"),
      session("lunch", Kind.LUNCH, "*", "12:00-12:15", List.of()),
      session("fine", Kind.BREAK, "*", "15:00-15:15", List.of())
    };
    for (Topic topic : List.of(Topic.NO_LENGTH, Topic.LONG, Topic.OUTSIDE_DAY, Topic.SHORT_BREAK)) {
      assertThat(found(topic, sessions)).as(topic.code()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Ana Torres, Torres Ana, 1",
    "José Núñez, Jose Nunez, 1",
    "Jean-Luc Picard, Jean Luc Picard, 1",
    "A. Torres, Ana Torres, 1",
    "Ana María Torres, Ana Torres, 1",
    "Katja Schaefer, Katja Schafer, 1",
    "Peter Defranceschi, Peter Defranchesci, 0",
    "Ana Torres, Eva Torres, 0",
    "Speaker 1, Speaker 2, 0",
    "Li Na, Li Ma, 0",
    "Ana Torres, Ana Torres, 0"
  })
  void one_person_spelt_twice_is_found_and_two_people_are_not(String one, String other, int count) {
    List<Finding> found =
        found(
            Topic.PERSON_ALIKE,
            session("a", "hall", "10:00-11:00", one),
            session("b", "hall", "11:00-12:00", other));
    assertThat(found).hasSize(count);
  }

  @Test
  void a_room_spelt_twice_is_found_and_numbered_rooms_are_not() {
    Event event = new Event("E", "", ZONE, "", Optional.empty(), List.of());
    List<Room> rooms =
        Stream.of("Auditorium", "Auditorum", "Room 1", "Room 2", "Salle A", "Salle B")
            .map(name -> Room.named(name, name))
            .toList();
    assertThat(Findings.of(new Programme(event, List.of(), rooms, List.of())).told())
        .singleElement()
        .extracting(Finding::what)
        .isEqualTo("“Auditorium” and “Auditorum” may be one room.");
  }

  @Test
  void the_example_event_has_nothing_to_mend() {
    Findings findings = Findings.of(ExampleEvent.programme());
    assertThat(findings.told()).filteredOn(each -> each.topic() != Topic.TBC).isEmpty();
  }

  @Test
  void the_most_urgent_comes_first_and_a_flood_is_counted_and_cut() {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      Instant start = at("08:00").plus(Duration.ofMinutes(i / 100));
      sessions.add(
          new Session(
              "s" + i,
              "",
              "Title " + i,
              Kind.TALK,
              List.of("hall"),
              Span.of(start, Duration.ofMinutes(90)),
              0,
              false,
              List.of(),
              "",
              List.of(Slot.open(Role.SPEAKER), new Slot(Role.SPEAKER, "Person N" + i % 2_000, "")),
              "",
              List.of()));
    }
    Findings findings = Findings.of(programme(sessions.toArray(Session[]::new)));
    assertThat(findings.told()).isSortedAccordingTo((a, b) -> a.topic().compareTo(b.topic()));
    assertThat(findings.count(Topic.TBC)).isEqualTo(5_000);
    assertThat(findings.told(Topic.TBC)).hasSize(Findings.MOST_TOLD);
    assertThat(findings.told(Topic.ROOM_CONFLICT)).hasSize(Findings.MOST_TOLD);
  }

  @Test
  void a_title_that_stands_once_tells_its_line() {
    Places places = new Places("one\ntwo\nthree\ntwo");
    assertThat(Stream.of("one", "three", "two", "four").map(places::line))
        .containsExactly(1, 3, 0, 0);
  }
}
