package org.callboard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.callboard.agenda.Agenda;
import org.callboard.board.DayText;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars of a day that changes, read back by a reader of the standard. */
class CalendarsTest {
  private static final String TABLE =
      """
      hall  09:00-10:15 Opening
      *     10:15-10:30 Coffee
      scala 11:00-12:00 Panel
      """;
  private static final Programme DAY = DayText.programme(TABLE);
  private static final Session OPENING = DAY.sessions().get(0);
  private static final Session PANEL = DAY.sessions().get(2);
  private static final Words WORDS = (key, values) -> key + List.of(values);

  /** A day of a programme, changed by each of these in a revision of its own. */
  private static Calendars after(Programme programme, Effect... effects) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(revision(1, new Effect.Imported(DayText.programme(""), programme)));
    Agenda agenda = Agenda.of(programme);
    for (Effect effect : effects) {
      revisions.add(revision(revisions.size() + 1, effect));
      agenda = agenda.fold(List.of(effect));
    }
    return new Calendars(
        agenda, Chronicle.EMPTY.with(revisions), WORDS, "https://boards.example.org");
  }

  private static Revision revision(int second, Effect effect) {
    return new Revision(Instant.ofEpochSecond(1_500_000_000L + second), List.of(effect));
  }

  private static Effect later(Session session, int minutes) {
    Instant start = session.span().start().plus(Duration.ofMinutes(minutes));
    return new Effect.Retimed(session.id(), session.span(), session.span().startingAt(start), 0);
  }

  /** Reads a calendar and finds nothing in it that the standard does not allow. */
  private static ICalendar valid(String text) {
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(ICalVersion.V2_0)).as(text).isEmpty();
    return calendar;
  }

  private static VEvent only(String text) {
    List<VEvent> events = valid(text).getEvents();
    assertThat(events).hasSize(1);
    return events.get(0);
  }

  private static VEvent opening(Effect... effects) {
    return only(after(DAY, effects).chosen(List.of(OPENING.id())));
  }

  private static Instant start(VEvent event) {
    return event.getDateStart().getValue().toInstant();
  }

  @Test
  void every_session_is_there_once_in_the_zone_of_the_event() {
    String text = after(DAY).whole();
    assertThat(valid(text).getEvents())
        .extracting(event -> event.getSummary().getValue())
        .containsExactly("Opening", "Coffee", "Panel");
    assertThat(text)
        .contains("DTSTART;TZID=Europe/Brussels:20171116T090000\r\n")
        .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\n")
        .contains("TZOFFSETTO:+0100\r\n")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:PT5M\r\n")
        .contains("X-WR-CALNAME:");
  }

  @Test
  void a_room_has_its_own_sessions_and_those_of_the_whole_venue() {
    assertThat(valid(after(DAY).room("hall").orElseThrow()).getEvents())
        .extracting(event -> event.getSummary().getValue())
        .containsExactly("Opening", "Coffee");
    assertThat(after(DAY).room("attic")).isEmpty();
  }

  @Test
  void a_delay_moves_the_same_entry_and_leaves_no_ghost_of_the_old_slot() {
    VEvent before = opening();
    VEvent late = opening(later(OPENING, 15));
    assertThat(late.getUid()).isEqualTo(before.getUid());
    assertThat(before.getSequence().getValue()).isZero();
    assertThat(late.getSequence().getValue()).isEqualTo(1);
    assertThat(start(late)).isEqualTo(OPENING.span().start().plusSeconds(900));
    assertThat(late.getStatus().isConfirmed()).isTrue();
    assertThat(late.getDescription().getValue()).contains("late[15]");
    assertThat(late.getLastModified().getValue().toInstant())
        .isEqualTo(Instant.ofEpochSecond(1_500_000_002L));
    assertThat(valid(after(DAY, later(OPENING, 15)).whole()).getEvents()).hasSize(3);
  }

  @Test
  void one_that_is_cancelled_says_so_and_blocks_nobodys_time() {
    VEvent event = opening(new Effect.Cancelled(OPENING.id(), true));
    assertThat(event.getStatus().isCancelled()).isTrue();
    assertThat(event.getSummary().getValue()).isEqualTo("cancelled[]: Opening");
    assertThat(event.getTransparency().isTransparent()).isTrue();
  }

  @Test
  void one_whose_time_nobody_knows_is_tentative() {
    VEvent event = opening(new Effect.Postponed(OPENING.id(), true));
    assertThat(event.getStatus().isTentative()).isTrue();
    assertThat(event.getSummary().getValue()).isEqualTo("timeUnknown[]: Opening");
  }

  @Test
  void one_that_moved_names_its_new_room() {
    VEvent event = opening(new Effect.Moved(OPENING.id(), List.of("hall"), List.of("scala")));
    assertThat(event.getLocation().getValue()).startsWith("scala");
    assertThat(event.getDescription().getValue()).contains("movedTo[scala]");
    assertThat(event.getUrl().getValue())
        .isEqualTo("https://boards.example.org/sessions/" + OPENING.id());
  }

  @Test
  void one_that_is_no_more_is_cancelled_for_those_who_name_it_and_gone_for_the_rest() {
    Session extra = Session.plain("extra", "Extra", PANEL.kind(), List.of("hall"), PANEL.span());
    Calendars day = after(DAY, new Effect.Added(extra), new Effect.Removed(extra));
    VEvent event = only(day.chosen(List.of("extra", "extra", "nobody")));
    assertThat(event.getStatus().isCancelled()).isTrue();
    assertThat(event.getSequence().getValue()).isEqualTo(1);
    assertThat(day.whole()).doesNotContain("Extra");
  }

  @Test
  void a_session_of_no_length_has_a_start_alone() {
    Session point =
        Session.plain(
            "point",
            "Photograph",
            PANEL.kind(),
            List.of("hall"),
            new Span(PANEL.span().start(), PANEL.span().start()));
    VEvent event = only(after(DAY, new Effect.Added(point)).chosen(List.of("point")));
    assertThat(event.getDateEnd()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Brussels",
        "UTC",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Europe/Dublin",
        "Africa/Casablanca"
      })
  void the_hour_that_is_read_is_the_hour_of_the_zone(String zone) {
    Programme days =
        DayText.programme(
            """
            day 2017-03-25
            hall 09:00-10:00 Before
            day 2017-03-27
            hall 09:00-10:00 Between
            day 2017-11-06
            hall 09:00-10:00 After
            """,
            ZoneId.of(zone));
    List<VEvent> events = valid(after(days).whole()).getEvents();
    for (int i = 0; i < events.size(); i++) {
      assertThat(start(events.get(i))).isEqualTo(days.sessions().get(i).span().start());
    }
  }

  @Test
  void an_hour_that_shifts_by_half_an_hour_is_told_as_it_is() {
    Programme day =
        DayText.programme("day 2017-03-25\nhall 09:00-10:00 A", ZoneId.of("Australia/Lord_Howe"));
    assertThat(after(day).whole())
        .contains("DTSTART;TZID=Australia/Lord_Howe:20170325T090000\r\n")
        .contains("BEGIN:DAYLIGHT\r\nDTSTART:20161002T020000\r\n")
        .contains("TZOFFSETFROM:+1030\r\n")
        .contains("TZOFFSETTO:+1100\r\n");
  }

  @Test
  void an_empty_day_is_still_a_calendar() {
    assertThat(Biweekly.parse(after(DAY).chosen(List.of("nobody"))).first().getEvents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Planted",
        "back\\slash; semi, comma: \"quotes\"",
        "bell\u0007 and null\u0000",
        "مرحبا بكم في المؤتمر",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦"
      })
  void text_of_the_programme_is_only_ever_text(String hostile) {
    Details before = Details.of(OPENING);
    Details after = new Details(hostile, hostile.repeat(20), List.of(), OPENING.kind());
    String text =
        after(DAY, new Effect.Edited(OPENING.id(), before, after)).chosen(List.of(OPENING.id()));
    String readable = hostile.replace("\r\n", "\n").replaceAll("[\u0007\u0000]", "");
    assertThat(only(text).getSummary().getValue()).isEqualTo(readable);
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }
}
