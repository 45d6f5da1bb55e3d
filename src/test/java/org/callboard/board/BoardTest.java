package org.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.change.Effect;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** What a room shows, as text tables: the programme in, the film of its board out. */
class BoardTest {

  private static void assertFilm(String room, String programme, String film) {
    assertThat(DayText.film(DayText.programme(programme), room)).isEqualTo(film);
  }

  @Test
  void a_board_turns_at_each_start_and_each_end() {
    assertFilm(
        "hall",
        """
        hall 09:00-10:15 Welcome
        hall 10:30-12:00 Discussion
        """,
        """
        --------- |  | Welcome | Discussion
        Thu 09:00 | Welcome | Discussion |
        Thu 10:15 |  | Discussion |
        Thu 10:30 | Discussion |  |
        Thu 12:00 |  |  |
        """);
  }

  @Test
  void a_venue_wide_break_shows_in_every_room() {
    String programme =
        """
        hall  09:00-10:15 Welcome
        *     10:15-10:30 Coffee
        scala 10:30-12:00 Youth
        """;
    assertFilm(
        "hall",
        programme,
        """
        --------- |  | Welcome | Coffee
        Thu 09:00 | Welcome | Coffee |
        Thu 10:15 | Coffee |  |
        Thu 10:30 |  |  |
        """);
    assertFilm(
        "scala",
        programme,
        """
        --------- |  | Coffee | Youth
        Thu 10:15 | Coffee | Youth |
        Thu 10:30 | Youth |  |
        Thu 12:00 |  |  |
        """);
  }

  @Test
  void next_reaches_over_the_night_and_later_stays_within_its_day() {
    assertFilm(
        "hall",
        """
        day 2017-11-16
        hall 16:00-17:00 Plenary
        day 2017-11-17
        hall 09:00-09:30 Keynote
        hall 09:30-11:00 Discussion
        """,
        """
        --------- |  | Plenary |
        Thu 16:00 | Plenary | Keynote | Discussion
        Thu 17:00 |  | Keynote | Discussion
        Fri 09:00 | Keynote | Discussion |
        Fri 09:30 | Discussion |  |
        Fri 11:00 |  |  |
        """);
  }

  @Test
  void a_session_after_midnight_belongs_to_the_evening_before() {
    assertFilm(
        "hall",
        """
        day 2017-11-16
        hall 22:00-24:00 Concert
        hall 24:30-25:30 Film
        hall 25:30-26:00 Talk
        """,
        """
        --------- |  | Concert | Film, Talk
        Thu 22:00 | Concert | Film | Talk
        Fri 00:00 |  | Film | Talk
        Fri 00:30 | Film | Talk |
        Fri 01:30 | Talk |  |
        Fri 02:00 |  |  |
        """);
  }

  @Test
  void sessions_that_start_together_are_all_next_and_overlaps_are_all_now() {
    assertFilm(
        "hall",
        """
        hall 09:00-11:00 Long
        hall 10:00-10:30 Inner
        hall 11:00-12:00 Left
        hall 11:00-12:00 Right
        """,
        """
        --------- |  | Long | Inner, Left, Right
        Thu 09:00 | Long | Inner | Left, Right
        Thu 10:00 | Long, Inner | Left, Right |
        Thu 10:30 | Long | Left, Right |
        Thu 11:00 | Left, Right |  |
        Thu 12:00 |  |  |
        """);
  }

  @Test
  void a_session_of_no_length_is_next_until_its_start_and_never_now() {
    assertFilm(
        "hall",
        """
        hall 09:00-09:00 Bell
        hall 09:30-10:00 Talk
        """,
        """
        --------- |  | Bell | Talk
        Thu 09:00 |  | Talk |
        Thu 09:30 | Talk |  |
        Thu 10:00 |  |  |
        """);
  }

  @Test
  void a_session_in_two_rooms_shows_at_both_doors() {
    String programme = "hall+scala 09:00-10:00 Shared";
    String film =
        """
        --------- |  | Shared |
        Thu 09:00 | Shared |  |
        Thu 10:00 |  |  |
        """;
    assertFilm("hall", programme, film);
    assertFilm("scala", programme, film);
  }

  @Test
  void later_lists_a_few_and_no_more() {
    assertFilm(
        "hall",
        """
        hall 09:00-09:10 A
        hall 09:10-09:20 B
        hall 09:20-09:30 C
        hall 09:30-09:40 D
        hall 09:40-09:50 E
        hall 09:50-10:00 F
        hall 10:00-10:10 G
        """,
        """
        --------- |  | A | B, C, D, E, F
        Thu 09:00 | A | B | C, D, E, F, G
        Thu 09:10 | B | C | D, E, F, G
        Thu 09:20 | C | D | E, F, G
        Thu 09:30 | D | E | F, G
        Thu 09:40 | E | F | G
        Thu 09:50 | F | G |
        Thu 10:00 | G |  |
        Thu 10:10 |  |  |
        """);
  }

  @Test
  void when_clocks_go_back_the_hour_that_comes_twice_is_lived_twice() {
    Programme night =
        DayText.programme("day 2017-10-29\nhall 01:30-04:00 Vigil", ZoneId.of("Europe/Brussels"));
    assertThat(night.sessions().get(0).span().length()).isEqualTo(Duration.ofMinutes(210));
    assertThat(DayText.film(night, "hall"))
        .isEqualTo(
            """
            --------- |  | Vigil |
            Sun 01:30 | Vigil |  |
            Sun 04:00 |  |  |
            """);
  }

  @Test
  void when_clocks_go_forward_the_hour_that_is_skipped_is_not_lived() {
    Programme night =
        DayText.programme("day 2018-03-25\nhall 01:30-04:00 Vigil", ZoneId.of("Europe/Brussels"));
    assertThat(night.sessions().get(0).span().length()).isEqualTo(Duration.ofMinutes(90));
    Board board = Boards.of(1, Agenda.of(night)).board("hall").orElseThrow();
    assertThat(board.frameAt(Instant.parse("2018-03-25T00:59:59Z")).now()).hasSize(1);
    assertThat(board.frameAt(Instant.parse("2018-03-25T02:00:00Z")).now()).isEmpty();
  }

  @Test
  void effects_fold_into_what_a_board_shows() {
    Programme programme =
        DayText.programme(
            """
            hall  09:00-10:00 Opening
            hall  10:00-11:00 Panel
            scala 12:00-13:00 Film
            """);
    Span panel = programme.sessions().get(1).span();
    Agenda agenda =
        Agenda.of(programme)
            .fold(
                List.of(
                    new Effect.Cancelled("s0", true),
                    new Effect.Moved("s1", List.of("hall"), List.of("scala")),
                    new Effect.Retimed(
                        "s1", panel, panel.startingAt(Instant.parse("2017-11-16T09:15:00Z")), 0)));
    assertThat(DayText.film(agenda, "hall")).isEqualTo("--------- |  |  |\n");
    assertThat(DayText.film(agenda, "scala"))
        .isEqualTo(
            """
            --------- |  | Panel | Film
            Thu 10:15 | Panel | Film |
            Thu 11:15 |  | Film |
            Thu 12:00 | Film |  |
            Thu 13:00 |  |  |
            """);
  }

  @Test
  void an_event_without_sessions_has_one_empty_frame() {
    Programme empty =
        new Programme(
            new Event("Quiet", "", ZoneId.of("UTC"), "", Optional.empty(), List.of()),
            List.of(),
            List.of(Room.named("hall", "Hall")),
            List.of());
    assertThat(DayText.film(empty, "hall")).isEqualTo("--------- |  |  |\n");
  }

  @Test
  void a_day_that_begins_early_still_lists_what_comes_later_that_day() {
    Programme days =
        DayText.programme(
            """
            day 2017-11-16
            hall 09:00-17:00 Eve
            day 2017-11-17
            hall 09:00-10:00 Opening
            hall 10:00-11:00 Panel
            """);
    Span from = days.session("s1").orElseThrow().span();
    Span earlier = from.startingAt(from.start().minusSeconds(900));
    Agenda agenda = Agenda.of(days).fold(List.of(new Effect.Retimed("s1", from, earlier, 0)));
    assertThat(DayText.film(agenda, "hall"))
        .isEqualTo(
            """
            --------- |  | Eve |
            Thu 09:00 | Eve | Opening | Panel
            Thu 17:00 |  | Opening | Panel
            Fri 08:45 | Opening | Panel |
            Fri 09:45 |  | Panel |
            Fri 10:00 | Panel |  |
            Fri 11:00 |  |  |
            """);
  }

  @Test
  void a_thousand_sessions_in_thirty_five_rooms_are_all_shown() {
    List<Room> rooms = new ArrayList<>();
    List<Session> sessions = new ArrayList<>();
    Instant opening = Instant.parse("2017-11-16T08:00:00Z");
    for (int room = 0; room < 35; room++) {
      rooms.add(Room.named("r" + room, "Room " + room));
    }
    for (int n = 0; n < 1_000; n++) {
      Span span = Span.of(opening.plusSeconds(1_800L * (n / 35)), Duration.ofMinutes(30));
      sessions.add(Session.plain("s" + n, "Session " + n, Kind.TALK, List.of("r" + n % 35), span));
    }
    Event event = new Event("Large", "", ZoneId.of("UTC"), "", Optional.empty(), List.of());
    Boards boards = Boards.of(1, Agenda.of(new Programme(event, List.of(), rooms, sessions)));

    long shown =
        boards.rooms().stream()
            .flatMap(board -> board.frames().stream())
            .flatMap(frame -> frame.now().stream())
            .distinct()
            .count();
    assertThat(shown).isEqualTo(1_000);
  }
}
