package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.junit.jupiter.api.Test;

/** What can be taken back, and by what it is held. */
class UndoingTest {
  private final Story day =
      new Story("hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel\nscala 09:00-10:00 Film");

  @Test
  void an_entry_is_taken_back_with_all_that_followed_from_it() {
    Agenda before = day.agenda();
    day.make("08:00", new Change.Delay("s0", 15, Ripple.ROOM));
    day.make("08:05", new Change.Cancel("s2"));
    day.make("08:10", new Change.Undo(1));
    day.make("08:11", new Change.Undo(2));
    assertThat(day.agenda().isTheSameDayAs(before)).isTrue();
  }

  @Test
  void it_is_refused_with_what_changed_the_session_since() {
    day.make("08:00", new Change.Delay("s0", 15, Ripple.ROOM));
    day.make("08:20", new Change.Move("s1", List.of("scala")));
    assertThat(day.refusal("08:30", new Change.Undo(1)))
        .isEqualTo("“Panel” was changed since by revision 2 (move, 08:20); undo that first.");
    day.make("08:31", new Change.Undo(2));
    day.make("08:32", new Change.Undo(1));
    assertThat(day.times("s1")).isEqualTo("10:00-11:00");
  }

  @Test
  void an_undo_can_be_undone_and_that_undone_again() {
    day.make("08:00", new Change.Delay("s0", 15, Ripple.NONE));
    day.make("08:01", new Change.Undo(1));
    assertThat(day.refusal("08:02", new Change.Undo(1))).contains("revision 2", "undo 2");
    day.make("08:03", new Change.Undo(2));
    assertThat(day.times("s0")).isEqualTo("09:15-10:15");
    assertThat(day.refusal("08:04", new Change.Undo(2))).contains("revision 3");
    day.make("08:05", new Change.Undo(3));
    assertThat(day.times("s0")).isEqualTo("09:00-10:00");
    day.make("08:06", new Change.Undo(4));
    assertThat(day.times("s0")).isEqualTo("09:15-10:15");
  }

  @Test
  void there_is_nothing_to_undo_before_the_first_edition_or_after_the_last_entry() {
    assertThat(day.refusal("08:00", new Change.Undo(7))).contains("no revision 7");
    Change other = new Change.Import(Tables.programme("hall 09:00-10:00 Other"), true);
    day.make("08:00", other);
    assertThat(day.refusal("08:01", new Change.Undo(1))).contains("first edition");
  }
}
