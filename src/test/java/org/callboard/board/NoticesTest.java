package org.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** What a door shows beside now and next once the day has changed, as text tables. */
class NoticesTest {
  private static final Programme DAY =
      DayText.programme(
          """
          alcazar 09:00-10:00 Opening
          alcazar 10:00-11:00 Panel
          scala   12:00-13:00 Film
          """);

  private static Instant at(String time) {
    return LocalDateTime.parse("2017-11-16T" + time)
        .atZone(ZoneId.of("Europe/Brussels"))
        .toInstant();
  }

  private static Agenda after(String time, Effect... effects) {
    return Agenda.of(DAY).fold(new Step(at(time), List.of(effects), ""));
  }

  private static Effect retimed(String session, String start) {
    Span from = DAY.session(session).orElseThrow().span();
    return new Effect.Retimed(session, from, from.startingAt(at(start)), 0);
  }

  private static void assertFilm(Agenda agenda, String room, String film) {
    assertThat(DayText.filmWithNotices(agenda, room)).isEqualTo(film);
  }

  @Test
  void a_cancelled_session_stays_listed_until_its_planned_end() {
    assertFilm(
        after("08:00", new Effect.Cancelled("s1", true)),
        "alcazar",
        """
        --------- |  | Opening |  | cancelled Panel |
        Thu 09:00 | Opening |  |  | cancelled Panel |
        Thu 10:00 |  |  |  | cancelled Panel |
        Thu 11:00 |  |  |  |  |
        """);
  }

  @Test
  void a_moved_session_shows_at_both_doors_until_its_planned_end_and_is_marked_for_a_while() {
    Agenda moved = after("08:00", new Effect.Moved("s1", List.of("alcazar"), List.of("scala")));
    assertFilm(
        moved,
        "alcazar",
        """
        --------- |  | Opening |  | moved-away Panel |
        Thu 08:00 |  | Opening |  | moved-away Panel | Panel room
        Thu 08:20 |  | Opening |  | moved-away Panel |
        Thu 09:00 | Opening |  |  | moved-away Panel |
        Thu 10:00 |  |  |  | moved-away Panel |
        Thu 11:00 |  |  |  |  |
        """);
    assertFilm(
        moved,
        "scala",
        """
        --------- |  | Panel | Film | moved-here Panel |
        Thu 08:00 |  | Panel | Film | moved-here Panel | Panel room
        Thu 08:20 |  | Panel | Film | moved-here Panel |
        Thu 10:00 | Panel | Film |  | moved-here Panel |
        Thu 11:00 |  | Film |  |  |
        Thu 12:00 | Film |  |  |  |
        Thu 13:00 |  |  |  |  |
        """);
  }

  @Test
  void a_session_moved_twice_says_so_at_the_door_between() {
    Agenda agenda =
        after("08:00", new Effect.Moved("s2", List.of("scala"), List.of("alcazar")))
            .fold(
                new Step(
                    at("09:00"),
                    List.of(new Effect.Moved("s2", List.of("alcazar"), List.of("scala"))),
                    ""));
    assertThat(kindsAt(agenda, "alcazar", "11:30")).containsExactly(Notice.Kind.MOVED_AWAY);
    assertThat(kindsAt(agenda, "alcazar", "13:00")).isEmpty();
    assertThat(kindsAt(agenda, "scala", "11:30")).isEmpty();
  }

  @Test
  void a_session_moved_by_mistake_and_straight_back_says_nothing() {
    Agenda agenda =
        after("08:00", new Effect.Moved("s2", List.of("scala"), List.of("alcazar")))
            .fold(
                new Step(
                    at("08:10"),
                    List.of(new Effect.Moved("s2", List.of("alcazar"), List.of("scala"))),
                    ""));
    assertThat(kindsAt(agenda, "alcazar", "11:30")).isEmpty();
  }

  @Test
  void a_session_whose_time_is_unknown_says_so_until_the_end_of_its_day() {
    Agenda agenda = after("09:30", new Effect.Postponed("s1", true));
    assertThat(kindsAt(agenda, "alcazar", "12:59")).containsExactly(Notice.Kind.DELAYED);
    assertThat(kindsAt(agenda, "alcazar", "13:00")).isEmpty();
  }

  private static List<Notice.Kind> kindsAt(Agenda agenda, String room, String time) {
    return Boards.of(1, agenda).board(room).orElseThrow().frameAt(at(time)).notices().stream()
        .map(Notice::kind)
        .toList();
  }

  @Test
  void a_session_moved_and_then_cancelled_is_cancelled_at_both_doors_until_the_later_end() {
    Agenda agenda =
        after(
            "08:00",
            new Effect.Moved("s1", List.of("alcazar"), List.of("scala")),
            retimed("s1", "10:30"),
            new Effect.Cancelled("s1", true));
    for (String room : List.of("alcazar", "scala")) {
      Board board = Boards.of(1, agenda).board(room).orElseThrow();
      assertThat(board.frameAt(at("11:29")).notices())
          .extracting(Notice::kind)
          .containsExactly(Notice.Kind.CANCELLED);
      assertThat(board.frameAt(at("11:30")).notices()).isEmpty();
    }
  }

  @Test
  void a_break_that_moves_into_one_room_has_moved_away_from_every_other_door() {
    Programme day =
        DayText.programme(
            """
            * 10:00-10:15 Coffee
            alcazar 11:00-12:00 Panel
            scala 11:00-12:00 Film
            """);
    Agenda agenda =
        Agenda.of(day).fold(List.of(new Effect.Moved("s0", List.of(), List.of("scala"))));
    assertThat(kinds(agenda, "alcazar", "09:00")).containsExactly(Notice.Kind.MOVED_AWAY);
    assertThat(kinds(agenda, "scala", "09:00")).isEmpty();
  }

  @Test
  void a_session_that_becomes_venue_wide_has_moved_here_where_it_was_not_planned() {
    Agenda agenda = after("08:00", new Effect.Moved("s1", List.of("alcazar"), List.of()));
    assertThat(kinds(agenda, "alcazar", "09:00")).isEmpty();
    assertThat(kinds(agenda, "scala", "09:00")).containsExactly(Notice.Kind.MOVED_HERE);
  }

  @Test
  void a_delay_is_told_until_the_session_ends_wherever_it_is() {
    assertFilm(
        after("09:50", retimed("s1", "10:15")),
        "alcazar",
        """
        --------- |  | Opening | Panel | delayed Panel |
        Thu 09:00 | Opening | Panel |  | delayed Panel |
        Thu 09:50 | Opening | Panel |  | delayed Panel | Panel start
        Thu 10:00 |  | Panel |  | delayed Panel | Panel start
        Thu 10:10 |  | Panel |  | delayed Panel |
        Thu 10:15 | Panel |  |  | delayed Panel |
        Thu 11:15 |  |  |  |  |
        """);
  }

  @Test
  void an_earlier_start_is_told_and_a_few_seconds_are_not() {
    assertThat(kinds(after("08:00", retimed("s1", "09:45")), "alcazar", "09:00"))
        .containsExactly(Notice.Kind.DELAYED);
    assertThat(kinds(after("08:00", retimed("s1", "10:00:40")), "alcazar", "09:00")).isEmpty();
  }

  @Test
  void a_session_whose_time_nobody_knows_is_neither_now_nor_next_and_says_so() {
    assertFilm(
        after("08:00", new Effect.Postponed("s1", true)),
        "alcazar",
        """
        --------- |  | Opening |  | delayed Panel |
        Thu 08:00 |  | Opening |  | delayed Panel | Panel start
        Thu 08:20 |  | Opening |  | delayed Panel |
        Thu 09:00 | Opening |  |  | delayed Panel |
        Thu 10:00 |  |  |  | delayed Panel |
        Thu 13:00 |  |  |  |  |
        """);
  }

  @Test
  void a_person_who_changes_is_told_for_twenty_minutes_and_only_in_the_slot_that_changed() {
    Slot ada = new Slot(Role.SPEAKER, "Ada", "");
    Slot open = Slot.open(Role.MODERATOR);
    Slot grace = new Slot(Role.MODERATOR, "Grace", "Navy");
    Programme day = withPeople(List.of(ada, open));
    Agenda agenda =
        Agenda.of(day)
            .fold(new Step(at("10:10"), List.of(new Effect.Assigned("s1", 1, open, grace)), ""));
    assertFilm(
        agenda,
        "alcazar",
        """
        --------- |  | Opening | Panel |  |
        Thu 09:00 | Opening | Panel |  |  |
        Thu 10:00 | Panel |  |  |  |
        Thu 10:10 | Panel |  |  | people Panel | Panel people
        Thu 10:30 | Panel |  |  |  |
        Thu 11:00 |  |  |  |  |
        """);
    Notice notice =
        Boards.of(1, agenda).board("alcazar").orElseThrow().frameAt(at("10:10")).notices().get(0);
    assertThat(notice)
        .isEqualTo(
            new Notice(
                Notice.Kind.PEOPLE, "s1", List.of(1), at("10:10"), Optional.of(at("10:30"))));
  }

  @Test
  void a_held_room_keeps_what_runs_while_its_notices_come_and_go() {
    Agenda agenda =
        after(
            "09:30",
            new Effect.Held("alcazar", Optional.empty(), Optional.of(at("09:30"))),
            new Effect.RoomSet("alcazar", RoomStatus.OPEN, RoomStatus.FULL),
            retimed("s1", "10:30"));
    assertFilm(
        agenda,
        "alcazar",
        """
        --------- |  | Opening | Panel | room-status, delayed Panel |
        Thu 09:00 | Opening | Panel |  | room-status, delayed Panel |
        Thu 09:30 | Opening | Panel |  | room-status, held, delayed Panel | Panel start
        Thu 09:50 | Opening | Panel |  | room-status, held, delayed Panel |
        Thu 11:30 | Opening | Panel |  | room-status, held |
        """);
    assertThat(kinds(agenda, "scala", "09:40")).isEmpty();
  }

  @Test
  void what_begins_at_the_instant_of_the_hold_has_begun() {
    Agenda agenda =
        after("10:00", new Effect.Held("alcazar", Optional.empty(), Optional.of(at("10:00"))));
    Board board = Boards.of(1, agenda).board("alcazar").orElseThrow();
    assertThat(board.frameAt(at("18:00")).now()).containsExactly("s1");
    assertThat(board.untilAt(at("18:00"))).isEmpty();
  }

  private static List<Notice.Kind> kinds(Agenda agenda, String room, String time) {
    Board board = Boards.of(1, agenda).board(room).orElseThrow();
    return board.frameAt(at(time)).notices().stream().map(Notice::kind).toList();
  }

  private static Programme withPeople(List<Slot> people) {
    List<Session> sessions =
        DAY.sessions().stream()
            .map(plan -> plan.id().equals("s1") ? withPeople(plan, people) : plan)
            .toList();
    List<Room> rooms = DAY.rooms();
    return new Programme(DAY.event(), DAY.days(), rooms, sessions);
  }

  private static Session withPeople(Session plan, List<Slot> people) {
    return new Session(
        plan.id(),
        plan.label(),
        plan.title(),
        plan.kind(),
        plan.rooms(),
        Span.of(plan.span().start(), Duration.ofHours(1)),
        0,
        false,
        List.of(),
        "",
        people,
        "",
        List.of());
  }
}
