package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Kind;
import org.callboard.programme.Session;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** Each type of change: what it does, and when it is refused with what would work. */
class ChangesTest {
  private final Story day =
      new Story(
          """
          hall  09:00-10:00 Opening
          hall  10:00-11:00 Panel
          scala 09:00-10:00 Film
          * 18:00-19:00 Reception
          """);

  @Test
  void every_type_of_change_is_known_to_the_planner() {
    Set<Class<?>> tried = new HashSet<>();
    RandomChange changes = new RandomChange(new Random(1));
    for (int type = 0; type < RandomChange.TYPES; type++) {
      Occasion occasion = new Occasion(Tables.at("09:00"), 1, true, "ada", List.of());
      Change change = changes.of(type, day.agenda(), occasion);
      tried.add(change.getClass());
      assertThat(Planner.plan(day.agenda(), change, occasion)).isNotNull();
    }
    assertThat(tried).isEqualTo(Sealed.leaves(Change.class));
  }

  @Test
  void a_session_delayed_until_further_notice_moves_nothing_until_it_has_a_time() {
    day.make("08:30", new Change.Postpone("s0"));
    assertThat(day.session("s0").isPostponed()).isTrue();
    assertThat(day.times("s1")).isEqualTo("10:00-11:00");
    assertThat(day.refusal("08:31", new Change.Postpone("s0"))).contains("already", "delay");

    day.make("08:40", new Change.Delay("s0", 20, Ripple.ROOM));
    assertThat(day.session("s0").isPostponed()).isFalse();
    assertThat(day.times("s0")).isEqualTo("09:20-10:20");
    assertThat(day.times("s1")).isEqualTo("10:20-11:20");
  }

  @Test
  void a_start_gives_a_postponed_session_its_time_and_pushes_by_whole_minutes() {
    day.make("08:30", new Change.Postpone("s0"));
    day.make("09:07:20", new Change.Start("s0"));
    assertThat(day.session("s0").isPostponed()).isFalse();
    assertThat(day.times("s0")).isEqualTo("09:07:20-10:07");
    assertThat(day.times("s1")).isEqualTo("10:07-11:07");
  }

  @Test
  void a_start_some_seconds_after_the_minute_delays_nobody() {
    Story story = new Story("hall 09:00-09:30 A\nhall 09:30-10:00 B\nhall 10:00-10:30 C");
    story.make("09:00:20", new Change.Start("s0"));
    story.make("09:30:40", new Change.Start("s1"));
    assertThat(story.times("s1")).isEqualTo("09:30:40-10:00");
    assertThat(story.times("s2")).isEqualTo("10:00-10:30");
    assertThat(story.session("s1").status()).isEqualTo(Status.SCHEDULED);
  }

  @Test
  void what_was_finished_by_mistake_and_starts_again_has_its_whole_length() {
    Story story = new Story("hall 09:00-10:00 A");
    story.make("09:00:05", new Change.Start("s0"));
    story.make("09:00:09", new Change.Finish("s0", Ripple.ROOM));
    story.make("09:01", new Change.Start("s0"));
    assertThat(story.times("s0")).isEqualTo("09:01-10:01");
  }

  @Test
  void an_early_finish_takes_back_what_it_had_pushed_and_no_start_that_somebody_named() {
    Story story =
        new Story("hall 09:00-10:00 A\nhall 10:00-10:30 B\nhall 10:30-11:00 C\nhall 12:00-12:30 D");
    story.make("08:50", new Change.Delay("s1", 20, Ripple.ROOM));
    story.make("09:50", new Change.Extend("s0", 30, Ripple.ROOM));
    assertThat(story.times("s1")).isEqualTo("10:30-11:00");
    story.make("09:55", new Change.Finish("s0", Ripple.ROOM));
    assertThat(story.times("s1")).isEqualTo("10:20-10:50");
    assertThat(story.times("s2")).isEqualTo("10:50-11:20");
  }

  @Test
  void a_named_start_that_was_undone_holds_nothing_back() {
    Story story = new Story("hall 09:00-10:00 A\nhall 10:00-10:30 B");
    story.make("08:50", new Change.Delay("s1", 20, Ripple.ROOM));
    story.make("08:51", new Change.Undo(1));
    story.make("09:30", new Change.Extend("s0", 30, Ripple.ROOM));
    story.make("09:55", new Change.Finish("s0", Ripple.ROOM));
    assertThat(story.times("s1")).isEqualTo("10:00-10:30");
  }

  @Test
  void nothing_returns_into_the_past() {
    Story story = new Story("hall 09:00-09:30 A\nhall 09:30-10:00 B");
    story.make("09:10", new Change.Extend("s0", 40, Ripple.ROOM));
    story.make("09:45:30", new Change.Extend("s0", -40, Ripple.ROOM));
    assertThat(story.times("s0")).isEqualTo("09:00-09:30");
    assertThat(story.times("s1")).isEqualTo("09:46-10:16");
  }

  @Test
  void a_swap_with_one_whose_time_is_unknown_gives_that_to_the_other() {
    day.make("08:30", new Change.Postpone("s0"));
    day.make("08:40", new Change.Swap("s0", "s1"));
    assertThat(day.times("s0")).isEqualTo("10:00-11:00");
    assertThat(day.session("s0").isPostponed()).isFalse();
    assertThat(day.session("s1").isPostponed()).isTrue();
  }

  @Test
  void what_begins_before_its_day_was_to_begin_is_still_of_that_day() {
    Story story =
        new Story(
            """
            day 2017-11-15
            hall 09:00-17:00 Eve
            day 2017-11-16
            hall 09:00-10:00 Opening
            hall 10:00-11:00 Panel
            """);
    story.make("08:00", new Change.Delay("s1", -15, Ripple.ROOM));
    story.make("08:10", new Change.Delay("s1", 30, Ripple.ROOM));
    assertThat(story.times("s1")).isEqualTo("09:15-10:15");
    assertThat(story.times("s2")).isEqualTo("10:15-11:15");
  }

  @Test
  void a_finish_is_refused_before_the_start_and_after_the_end() {
    assertThat(day.refusal("08:59", new Change.Finish("s0", Ripple.ROOM)))
        .contains("has not begun", "start it first");
    assertThat(day.refusal("10:00", new Change.Finish("s0", Ripple.ROOM)))
        .contains("ended at 10:00", "extend it");
    day.make("09:50", new Change.Finish("s0", Ripple.ROOM));
    assertThat(day.times("s1")).isEqualTo("10:00-11:00");
  }

  @Test
  void what_would_change_nothing_is_refused() {
    Span nine = new Span(Tables.at("09:00"), Tables.at("10:00"));
    assertThat(
            List.of(
                day.refusal("08:00", new Change.Retime("s0", nine)),
                day.refusal("08:00", new Change.Extend("s0", 0, Ripple.ROOM)),
                day.refusal("08:00", new Change.Move("s0", List.of("hall", "hall"))),
                day.refusal("08:00", new Change.Reinstate("s0")),
                day.refusal("08:00", new Change.SetRoom("hall", RoomStatus.OPEN)),
                day.refusal("08:00", edit("Opening", List.of())),
                day.refusal("08:00", new Change.Import(day.agenda().programme(), true))))
        .allSatisfy(reason -> assertThat(reason).contains("nothing would change"));
    day.make("08:00", new Change.Cancel("s0"));
    assertThat(day.refusal("08:00", new Change.Cancel("s0"))).contains("nothing would change");
  }

  @Test
  void an_edit_changes_what_is_given_and_nothing_else() {
    day.make("08:00", edit("Overture", List.of("nl", "fr", "nl")));
    assertThat(day.session("s0").title()).isEqualTo("Overture");
    assertThat(day.session("s0").languages()).containsExactly("nl", "fr");
    assertThat(day.session("s0").kind()).isEqualTo(Kind.TALK);
    assertThat(day.refusal("08:00", edit(" ", List.of()))).contains("needs a title");
    assertThat(day.refusal("08:00", edit("X", List.of("xx")))).contains("ISO 639-1");
  }

  private static Change edit(String title, List<String> languages) {
    return new Change.Edit(
        "s0", Optional.of(title), Optional.empty(), Optional.of(languages), Optional.empty());
  }

  @Test
  void a_session_whose_id_is_taken_is_added_under_another() {
    Span late = new Span(Tables.at("18:30"), Tables.at("19:30"));
    Session draft = Session.plain("s0", "Late talk", Kind.TALK, List.of("hall"), late);
    Verdict.Planned planned = day.make("08:00", new Change.Add(draft));
    assertThat(day.session("s0-1").title()).isEqualTo("Late talk");
    assertThat(planned.cautions()).extracting(Caution::code).containsExactly("past-day-end");
    assertThat(
            day.refusal(
                "08:00",
                new Change.Add(Session.plain("x", "X", Kind.TALK, List.of("attic"), late))))
        .contains("no room attic");
  }

  @Test
  void a_full_room_and_a_short_break_are_cautions() {
    Story story =
        new Story(
            "hall 09:00-10:00 A\nhall 10:00-10:15 Coffee\nhall 10:15-11:00 B\nscala 11:00-12:00 C");
    story.make("08:00", new Change.SetRoom("hall", RoomStatus.FULL));
    assertThat(story.make("08:00", new Change.Move("s3", List.of("hall"))).cautions())
        .extracting(Caution::code)
        .containsExactly("room-full");
    Verdict.Planned longer = story.make("08:00", new Change.Extend("s0", 12, Ripple.NONE));
    assertThat(longer.cautions())
        .extracting(Caution::code)
        .containsExactly("room-conflict", "break-too-short");
    assertThat(longer.cautions().get(1).message())
        .isEqualTo(
            "Only 3 of the 5 minutes that “Coffee” (10:00–10:15) needs would be left in hall;"
                + " let what follows wait, or shorten what comes before.");
  }

  @Test
  void a_clock_is_set_in_a_rehearsal_only() {
    Change set = new Change.SetClock(Tables.at("10:00"), 60);
    assertThat(day.refusal("08:00", set)).contains("rehearsal");
    day.rehearsed().make("08:00", set);
    assertThat(day.refusal("08:00", new Change.SetClock(Tables.at("10:00"), 0)))
        .contains("above 0");
    assertThat(day.refusal("10:00", new Change.Undo(1))).contains("Time that has run");
  }

  @Test
  void a_change_that_waits_is_made_once_or_not_at_all() {
    Change cancel = new Change.Cancel("s1");
    assertThat(day.refusal("08:00", new Change.Schedule(Tables.at("08:00"), "{}", cancel)))
        .contains("make it now");
    day.make("08:00", new Change.Schedule(Tables.at("09:00"), "{}", cancel));
    assertThat(day.agenda().pending("p1").orElseThrow().author()).isEqualTo("ada");
    day.make("09:00", new Change.Make("p1", cancel));
    assertThat(day.session("s1").isCancelled()).isTrue();
    assertThat(day.refusal("09:00", new Change.Make("p1", cancel))).contains("already");
    assertThat(day.refusal("09:00", new Change.Unschedule("p1"))).contains("already");
    day.make("09:05", new Change.Undo(2));
    assertThat(day.session("s1").isCancelled()).isFalse();
    assertThat(day.agenda().pending()).isEmpty();
  }

  @Test
  void what_is_held_is_longer_when_it_resumes_and_breaks_absorb() {
    Story story = new Story("hall 09:00-10:00 A\nhall 10:00-10:15 Coffee\nhall 10:15-11:00 B");
    story.make("09:30", new Change.Hold(List.of()));
    assertThat(story.refusal("09:31", new Change.Hold(List.of("hall")))).contains("Resume");
    story.make("09:41:30", new Change.Resume(List.of()));
    assertThat(story.times("s0")).isEqualTo("09:00-10:12");
    assertThat(story.times("s1")).isEqualTo("10:12-10:17");
    assertThat(story.times("s2")).isEqualTo("10:17-11:02");
    assertThat(story.agenda().heldSince("hall")).isEmpty();
    assertThat(story.refusal("09:50", new Change.Resume(List.of()))).contains("Nothing is held");
  }

  @Test
  void what_should_have_begun_while_held_begins_when_it_resumes() {
    Story story = new Story("hall 09:00-09:30 A\nhall 10:00-11:00 B\nscala 10:00-11:00 C");
    story.make("09:45", new Change.Hold(List.of("hall")));
    story.make("10:10:05", new Change.Resume(List.of("hall")));
    assertThat(story.times("s1")).isEqualTo("10:11-11:11");
    assertThat(story.times("s2")).isEqualTo("10:00-11:00");
  }

  @Test
  void what_was_finished_while_held_is_not_resumed() {
    Story story = new Story("hall 09:00-10:00 A\nhall 10:00-11:00 B");
    story.make("09:30", new Change.Hold(List.of()));
    story.make("09:40", new Change.Finish("s0", Ripple.ROOM));
    story.make("09:50", new Change.Resume(List.of()));
    assertThat(story.times("s0")).isEqualTo("09:00-09:30");
  }
}
