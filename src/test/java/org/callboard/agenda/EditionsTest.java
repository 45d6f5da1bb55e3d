package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.Test;

/** A new edition over a day that has been changed: merged three ways. */
class EditionsTest {
  private static final String OLD =
      """
      hall 09:00-10:00 Opening
      hall 10:00-11:00 Panel
      hall 11:00-12:00 Talk
      hall 12:00-13:00 Film
      hall 13:00-14:00 Debate
      """;

  private final Story day = new Story(OLD);

  private static Change edition(String... replaced) {
    String text = OLD;
    for (int i = 0; i < replaced.length; i += 2) {
      text = text.replace(replaced[i], replaced[i + 1]);
    }
    Programme programme = Tables.programme(text);
    return new Change.Import(programme, false);
  }

  @Test
  void what_only_the_plan_changed_is_taken_and_what_only_was_changed_live_stays() {
    day.make("08:00", new Change.Delay("s1", 10, Ripple.NONE));
    Verdict.Planned planned =
        day.make("08:01", edition("hall 12:00-13:00 Film", "scala 12:10-13:00 Movie"));
    assertThat(day.times("s1")).isEqualTo("10:10-11:10");
    assertThat(day.times("s3")).isEqualTo("12:10-13:00");
    assertThat(day.session("s3").rooms()).containsExactly("scala");
    assertThat(day.session("s3").title()).isEqualTo("Movie");
    assertThat(planned.cautions()).isEmpty();
  }

  @Test
  void what_both_changed_stays_as_it_is_live_and_is_a_caution() {
    day.make("08:00", new Change.Delay("s1", 10, Ripple.NONE));
    Verdict.Planned planned = day.make("08:01", edition("10:00-11:00 Panel", "10:30-11:00 Panel"));
    assertThat(day.times("s1")).isEqualTo("10:10-11:10");
    assertThat(planned.cautions()).extracting(Caution::code).containsExactly("edition-conflict");
  }

  @Test
  void an_import_taken_back_brings_what_disappeared_as_it_was() {
    day.make("07:00", new Change.Delay("s0", -10, Ripple.NONE));
    day.make("08:00", new Change.Delay("s4", 10, Ripple.NONE));
    Agenda before = day.agenda();
    day.make("08:01", edition("hall 12:00-13:00 Film\n", "", "Opening", "Welcome"));
    assertThat(day.agenda().session("s3")).isEmpty();
    assertThat(day.times("s0")).isEqualTo("08:50-09:50");
    day.make("08:02", new Change.Undo(3));
    assertThat(day.agenda().isTheSameDayAs(before)).isTrue();
  }

  @Test
  void an_edition_that_drops_too_much_of_what_is_to_come_is_refused_unless_forced() {
    Programme fewer = Tables.programme("hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel");
    assertThat(day.refusal("08:00", new Change.Import(fewer, false)))
        .contains("drops 3 of the 5", "force");
    Programme none = new Programme(fewer.event(), fewer.days(), fewer.rooms(), List.of());
    assertThat(day.refusal("08:00", new Change.Import(none, false))).contains("no sessions");
    day.make("08:00", new Change.Import(fewer, true));
    assertThat(day.agenda().sessions()).hasSize(2);
  }
}
