package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.callboard.change.Effect;
import org.callboard.change.Ripple;
import org.junit.jupiter.api.Test;

/** What a delay does to the rest of the day, as text tables: the day in, the shifts out. */
class RipplingTest {
  private static Agenda day(String text) {
    return Agenda.of(Tables.programme(text));
  }

  private static LiveSession first(Agenda agenda) {
    return agenda.session("s0").orElseThrow();
  }

  private static Rippling delayed(Agenda agenda, int minutes, Ripple ripple) {
    var span = first(agenda).span();
    return Rippling.of(
        new Situation(agenda, Occasion.at(span.start())),
        first(agenda),
        span.startingAt(span.start().plus(Duration.ofMinutes(minutes))),
        ripple);
  }

  private static String table(Agenda agenda, Rippling rippling) {
    return Tables.shifts(agenda, rippling.planned().effects());
  }

  private static void assertRipple(String text, int minutes, Ripple ripple, String expected) {
    Agenda agenda = day(text);
    assertThat(table(agenda, delayed(agenda, minutes, ripple))).isEqualTo(expected);
  }

  @Test
  void a_ripple_of_none_moves_only_the_session_itself() {
    assertRipple(
        "hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel",
        15,
        Ripple.NONE,
        "Opening 09:00-10:00 > 09:15-10:15\n");
  }

  @Test
  void what_follows_in_the_room_waits() {
    assertRipple(
        "hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel\nscala 10:00-11:00 Film",
        15,
        Ripple.ROOM,
        """
        Opening 09:00-10:00 > 09:15-10:15
        Panel 10:00-11:00 > 10:15-11:15
        """);
  }

  @Test
  void a_gap_absorbs_and_ends_the_ripple() {
    assertRipple(
        "hall 09:00-10:00 Opening\nhall 10:10-11:00 Panel\nhall 11:05-12:00 Talk",
        15,
        Ripple.ROOM,
        """
        Opening 09:00-10:00 > 09:15-10:15
        Panel 10:10-11:00 > 10:15-11:05
        """);
  }

  @Test
  void a_venue_wide_break_stays_for_others_and_the_room_takes_what_is_left_of_it() {
    assertRipple(
        "hall 09:00-10:15 Opening\n* 10:15-10:30 Coffee\nhall 10:30-12:00 Panel",
        10,
        Ripple.ROOM,
        "Opening 09:00-10:15 > 09:10-10:25\n");
    assertRipple(
        "hall 09:00-10:15 Opening\n* 10:15-10:30 Coffee\nhall 10:30-12:00 Panel",
        15,
        Ripple.ROOM,
        """
        Opening 09:00-10:15 > 09:15-10:30
        Panel 10:30-12:00 > 10:35-12:05
        """);
  }

  @Test
  void a_break_absorbs_the_delay_before_it_pushes_on() {
    assertRipple(
        "hall 09:00-10:15 Opening\n* 10:15-10:30 Coffee\nhall 10:30-12:00 Panel",
        15,
        Ripple.VENUE,
        """
        Opening 09:00-10:15 > 09:15-10:30
        Coffee 10:15-10:30 > 10:30-10:35 absorbs 10
        Panel 10:30-12:00 > 10:35-12:05
        """);
  }

  @Test
  void a_ripple_through_the_venue_reaches_every_room() {
    assertRipple(
        "hall 09:00-10:00 Plenary\nhall 10:00-11:00 Panel\nscala 10:00-11:00 Film\nscala 08:30-09:30 Early",
        20,
        Ripple.VENUE,
        """
        Plenary 09:00-10:00 > 09:20-10:20
        Panel 10:00-11:00 > 10:20-11:20
        Film 10:00-11:00 > 10:20-11:20
        """);
  }

  @Test
  void a_session_in_several_rooms_waits_for_all_of_them_and_holds_up_each() {
    assertRipple(
        "hall 09:00-10:00 Opening\nhall+scala 10:00-11:00 Shared\nscala 11:00-12:00 Film",
        10,
        Ripple.ROOM,
        """
        Opening 09:00-10:00 > 09:10-10:10
        Shared 10:00-11:00 > 10:10-11:10
        Film 11:00-12:00 > 11:10-12:10
        """);
  }

  @Test
  void nothing_moves_into_the_next_day() {
    assertRipple(
        "day 2017-11-16\nhall 09:00-10:00 Opening\nday 2017-11-17\nhall 09:00-10:00 Second",
        30,
        Ripple.ROOM,
        "Opening 09:00-10:00 > 09:30-10:30\n");
  }

  @Test
  void running_past_the_end_of_the_day_is_a_caution() {
    Agenda agenda = day("hall 09:00-10:00 Opening");
    assertThat(delayed(agenda, 30, Ripple.ROOM).cautions())
        .extracting(Caution::code)
        .containsExactly("past-day-end");
  }

  @Test
  void a_shift_forward_lets_what_is_late_return_to_its_plan_and_no_further() {
    Agenda planned = day("hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel\nhall 11:00-12:00 Talk");
    Rippling late = delayed(planned, 20, Ripple.ROOM);
    List<Effect> effects = late.shifts().stream().map(shift -> (Effect) shift.effect()).toList();
    Agenda agenda = planned.fold(effects);

    assertThat(table(agenda, delayed(agenda, -30, Ripple.ROOM)))
        .isEqualTo(
            """
            Opening 09:20-10:20 > 08:50-09:50
            Panel 10:20-11:20 > 10:00-11:00
            Talk 11:20-12:20 > 11:00-12:00
            """);
  }

  @Test
  void a_pinned_session_stays_and_the_overlap_is_a_caution() {
    String day = "hall 09:00-10:00 Opening\nhall 10:00-11:00 !Visit\nhall 11:00-12:00 Talk";
    assertRipple(day, 15, Ripple.ROOM, "Opening 09:00-10:00 > 09:15-10:15\n");
    assertThat(delayed(day(day), 15, Ripple.ROOM).cautions())
        .extracting(Caution::code)
        .containsExactly("pinned-overlap");
  }

  @Test
  void what_follows_a_pinned_session_waits_for_what_overran_it() {
    assertRipple(
        "hall 09:00-10:00 Opening\nhall 10:00-10:30 !Visit\nhall 10:30-12:00 Talk",
        45,
        Ripple.ROOM,
        """
        Opening 09:00-10:00 > 09:45-10:45
        Talk 10:30-12:00 > 10:45-12:15
        """);
  }

  @Test
  void sessions_meant_to_be_parallel_are_never_made_a_queue() {
    assertRipple(
        "hall 09:00-10:00 Opening\nhall 10:00-11:00 Left\nhall 10:00-11:30 Right\nhall 11:30-12:00 End",
        10,
        Ripple.ROOM,
        """
        Opening 09:00-10:00 > 09:10-10:10
        Left 10:00-11:00 > 10:10-11:10
        Right 10:00-11:30 > 10:10-11:40
        End 11:30-12:00 > 11:40-12:10
        """);
  }

  @Test
  void what_runs_inside_a_delayed_session_does_not_wait_for_its_end_but_keeps_its_order() {
    String day = "hall 09:00-11:00 Long\nhall 09:30-10:00 Inner\nhall 11:00-12:00 Next";
    assertRipple(
        day,
        10,
        Ripple.ROOM,
        """
        Long 09:00-11:00 > 09:10-11:10
        Next 11:00-12:00 > 11:10-12:10
        """);
    assertRipple(
        day,
        40,
        Ripple.ROOM,
        """
        Long 09:00-11:00 > 09:40-11:40
        Inner 09:30-10:00 > 09:40-10:10
        Next 11:00-12:00 > 11:40-12:40
        """);
  }

  @Test
  void a_delay_in_two_steps_is_the_delay_in_one() {
    Agenda planned = day("hall 09:00-10:15 Opening\n* 10:15-10:30 Coffee\nhall 10:30-12:00 Panel");
    Agenda once = planned.fold(delayed(planned, 25, Ripple.ROOM).planned().effects());
    Agenda twice = planned.fold(delayed(planned, 10, Ripple.ROOM).planned().effects());
    twice = twice.fold(delayed(twice, 15, Ripple.ROOM).planned().effects());
    assertThat(twice.isTheSameDayAs(once)).isTrue();
  }

  @Test
  void a_room_keeps_the_minimum_of_a_break_when_it_returns() {
    Agenda planned = day("hall 09:00-10:15 Opening\n* 10:15-10:30 Coffee\nhall 10:30-12:00 Panel");
    Agenda late = planned.fold(delayed(planned, 25, Ripple.ROOM).planned().effects());
    assertThat(table(late, delayed(late, -7, Ripple.ROOM)))
        .isEqualTo(
            """
            Opening 09:25-10:40 > 09:18-10:33
            Panel 10:45-12:15 > 10:38-12:08
            """);
  }

  @Test
  void a_break_that_gave_way_grows_back_and_not_beyond_its_plan() {
    Agenda planned = day("hall 09:00-10:00 A\nhall 10:00-10:30 Coffee\nhall 10:30-11:00 B");
    Agenda late = planned.fold(delayed(planned, 40, Ripple.ROOM).planned().effects());
    assertThat(table(planned, delayed(planned, 40, Ripple.ROOM)))
        .isEqualTo(
            """
            A 09:00-10:00 > 09:40-10:40
            Coffee 10:00-10:30 > 10:40-10:45 absorbs 25
            B 10:30-11:00 > 10:45-11:15
            """);
    assertThat(table(late, delayed(late, -30, Ripple.ROOM)))
        .isEqualTo(
            """
            A 09:40-10:40 > 09:10-10:10
            Coffee 10:40-10:45 > 10:10-10:30
            B 10:45-11:15 > 10:30-11:00
            """);
  }

  @Test
  void lunch_keeps_twenty_minutes() {
    assertRipple(
        "hall 11:00-12:00 A\nhall 12:00-12:45 Lunch\nhall 12:45-13:30 B",
        30,
        Ripple.ROOM,
        """
        A 11:00-12:00 > 11:30-12:30
        Lunch 12:00-12:45 > 12:30-12:50 absorbs 25
        B 12:45-13:30 > 12:50-13:35
        """);
  }

  @Test
  void what_follows_on_the_same_day_after_midnight_waits_too() {
    assertRipple(
        "hall 22:00-24:00 Concert\nhall 24:00-25:00 Film",
        15,
        Ripple.ROOM,
        """
        Concert 22:00-00:00 > 22:15-00:15
        Film 00:00-01:00 > 00:15-01:15
        """);
  }

  @Test
  void absorbed_minutes_are_told_with_the_break_or_the_gap_that_took_them() {
    Agenda gap = day("hall 09:00-10:00 A\nhall 10:05-11:00 B\nhall 11:30-12:00 C");
    assertThat(delayed(gap, 15, Ripple.ROOM).planned().absorptions())
        .containsExactly(new Absorption("", "hall", 5), new Absorption("", "hall", 10));
    Agenda forAll = day("hall 09:00-10:15 A\n* 10:15-10:30 Coffee\nhall 10:30-12:00 B");
    assertThat(delayed(forAll, 12, Ripple.ROOM).planned().absorptions())
        .containsExactly(new Absorption("s1", "hall", 10));
    assertThat(delayed(forAll, 12, Ripple.VENUE).planned().absorptions())
        .containsExactly(new Absorption("s1", "", 10));
  }
}
