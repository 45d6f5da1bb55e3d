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
}
