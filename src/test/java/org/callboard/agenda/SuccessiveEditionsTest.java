package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Offer;
import org.callboard.change.Ripple;
import org.callboard.programme.Role;
import org.junit.jupiter.api.Test;

/**
 * Editions that follow one another over a day on which much is changed, as exports of a large event
 * do: ids that change, titles that change, sessions moved, added and left out.
 */
class SuccessiveEditionsTest {
  private static final String FIRST =
      """
      1 | adams  | 09:00-10:00 | Opening                     | Ada
      2 | adams  | 10:00-11:00 | Breaking radios for fun     | Bob, Cyd
      3 | adams  | 11:00-12:00 | The state of the network    | Dan
      4 | borg   | 09:00-10:00 | Tea for beginners           | Eve
      5 | borg   | 10:00-11:00 | Clocks that lie             | Fay
      6 | borg   | 11:00-12:00 | Hidden services             | ?
      7 | clarke | 09:00-10:00 | Soldering                   |
      8 | clarke | 10:00-11:00 | Lightning talks             |
      9 | clarke | 11:00-12:00 | Letters from the archive    | Gus, Hal
      """;

  private final Story day = new Story(Agenda.of(Printed.programme(FIRST)));

  private String replaced(String... pairs) {
    String text = FIRST.replaceAll(" +\\|", " |");
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(text).contains(pairs[i]);
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    return text;
  }

  private Verdict.Planned take(String clock, String table) {
    return day.make(clock, Printed.edition(table));
  }

  private static List<String> codes(Verdict.Planned planned) {
    return planned.cautions().stream().map(Caution::code).toList();
  }

  @Test
  void an_edition_in_which_every_id_is_another_changes_nothing_but_what_it_says() {
    String next = replaced("5 | borg | 10:00-11:00", "5 | clarke | 12:00-13:00");
    day.make("08:00", new Change.Delay("2", 15, Ripple.NONE));
    Verdict.Planned planned = take("08:10", next.replaceAll("(?m)^", "x-"));
    assertThat(Printed.day(day.agenda()))
        .isEqualTo(
            """
            1 | adams | 09:00-10:00 | Opening | Ada
            4 | borg | 09:00-10:00 | Tea for beginners | Eve
            7 | clarke | 09:00-10:00 | Soldering |\s
            2 | adams | 10:15-11:15 | Breaking radios for fun | Bob, Cyd
            8 | clarke | 10:00-11:00 | Lightning talks |\s
            3 | adams | 11:00-12:00 | The state of the network | Dan
            6 | borg | 11:00-12:00 | Hidden services | ?
            9 | clarke | 11:00-12:00 | Letters from the archive | Gus, Hal
            5 | clarke | 12:00-13:00 | Clocks that lie | Fay
            """);
    assertThat(day.agenda().conflicts()).isEmpty();
    assertThat(codes(planned)).contains("likeness");

    take("08:20", replaced("Clocks that lie", "Ten clocks").replaceAll("(?m)^", "x-"));
    assertThat(day.session("5").title()).as("known by its id from now on").isEqualTo("Ten clocks");
    assertThat(day.agenda().sessions()).hasSize(9);
  }

  @Test
  void ids_that_go_by_position_are_not_believed_when_a_row_is_put_first() {
    String[] rows = replaced("3 | adams", "3 | borg").split("\n");
    StringBuilder next = new StringBuilder("1 | adams | 08:00-08:50 | Doors and badges |\n");
    for (int i = 0; i < rows.length; i++) {
      next.append(i + 2).append(rows[i].substring(1)).append('\n');
    }
    day.make("08:00", new Change.Cancel("4"));
    take("08:10", next.toString());
    assertThat(day.session("1").title()).isEqualTo("Opening");
    assertThat(day.session("3").rooms()).containsExactly("borg");
    assertThat(day.session("4").isCancelled()).isTrue();
    assertThat(day.session("4").title()).isEqualTo("Tea for beginners");
    assertThat(day.session("1-2").title()).isEqualTo("Doors and badges");
    assertThat(day.agenda().sessions()).hasSize(10);
    assertThat(day.agenda().conflicts()).isEmpty();
  }

  @Test
  void a_new_title_in_the_same_place_by_the_same_people_is_the_same_session() {
    take(
        "08:00",
        replaced(
            "2 | adams | 10:00-11:00 | Breaking radios for fun",
            "22 | adams | 10:00-11:00 | Waves"));
    assertThat(day.session("2").title()).isEqualTo("Waves");
    assertThat(day.agenda().session("22")).isEmpty();
  }

  @Test
  void another_talk_in_the_same_place_is_an_addition_and_a_removal() {
    take(
        "08:00",
        replaced(
            "2 | adams | 10:00-11:00 | Breaking radios for fun | Bob, Cyd",
            "22 | adams | 10:00-11:00 | Knitting | Zoe"));
    assertThat(day.agenda().session("2")).isEmpty();
    assertThat(day.session("22").title()).isEqualTo("Knitting");
    assertThat(day.agenda().conflicts()).isEmpty();
  }

  @Test
  void what_may_be_the_same_is_asked_and_united_with_all_that_was_changed_of_it() {
    day.make("08:00", new Change.Delay("8", 20, Ripple.NONE));
    Agenda before = day.agenda();
    Verdict.Planned planned =
        take(
            "08:10",
            replaced(
                "8 | clarke | 10:00-11:00 | Lightning talks",
                "88 | borg | 15:00-16:30 | Lightning talks"));
    assertThat(codes(planned)).contains("likeness-doubtful");
    assertThat(Printed.conflicts(day.agenda())).containsExactly("8.dropped", "8.same.88");
    assertThat(day.times("8")).isEqualTo("10:20-11:20");
    assertThat(day.times("88")).isEqualTo("15:00-16:30");

    day.make("08:20", new Change.Settle("8.same.88", true, false));
    assertThat(day.agenda().session("88")).isEmpty();
    assertThat(day.session("8").rooms()).containsExactly("borg");
    assertThat(day.times("8")).as("changed by both, so live").isEqualTo("10:20-11:20");
    assertThat(Printed.conflicts(day.agenda())).containsExactly("8.time");
    day.make("08:30", new Change.Settle("8.time", true, false));
    assertThat(day.times("8")).isEqualTo("15:00-16:30");
    assertThat(day.agenda().conflicts()).isEmpty();

    for (int revision = 4; revision > 1; revision--) {
      day.make("08:40", new Change.Undo(revision));
    }
    assertThat(day.agenda().isTheSameDayAs(before)).isTrue();
  }

  @Test
  void two_that_are_as_like_are_asked_about_and_not_guessed() {
    day.make(
        "07:00",
        new Change.Add(
            Printed.programme("r1 | adams | 13:00-14:00 | Encore | Ivy").sessions().get(0)));
    day.make(
        "07:00",
        new Change.Add(
            Printed.programme("r2 | adams | 15:00-16:00 | Encore | Ivy").sessions().get(0)));
    take("08:00", replaced("9 | ", "r9 | adams | 14:00-15:00 | Encore | Ivy\n9 | "));
    assertThat(day.times("r9")).isEqualTo("14:00-15:00");
    assertThat(day.times("r1")).isEqualTo("13:00-14:00");
    assertThat(Printed.conflicts(day.agenda())).containsExactly("r1.same.r9");
    day.make("08:10", new Change.Settle("r1.same.r9", false, false));
    assertThat(day.agenda().conflicts()).isEmpty();
    assertThat(day.agenda().sessions()).hasSize(12);
  }

  @Test
  void what_was_changed_live_is_not_lost_with_its_plan() {
    day.make("08:00", new Change.Assign("6", Role.SPEAKER, 0, "Ivo", ""));
    day.make("08:01", new Change.Cancel("7"));
    String next =
        replaced(
            "6 | borg | 11:00-12:00 | Hidden services | ?\n",
            "",
            "7 | clarke | 09:00-10:00 | Soldering |\n",
            "",
            "8 | clarke | 10:00-11:00 | Lightning talks |\n",
            "");
    day.make("08:10", new Change.Import(Printed.programme(next), true));
    assertThat(day.session("6").people().get(0).name()).isEqualTo("Ivo");
    assertThat(day.session("7").isCancelled()).isTrue();
    assertThat(day.agenda().session("8")).isEmpty();
    assertThat(Printed.conflicts(day.agenda())).containsExactly("6.dropped");
    day.make("08:20", new Change.Settle("6.dropped", true, false));
    assertThat(day.agenda().session("6")).isEmpty();
    assertThat(day.agenda().conflicts()).isEmpty();
  }

  @Test
  void each_matter_of_a_session_is_a_conflict_of_its_own_and_each_person_too() {
    day.make("08:00", new Change.Move("2", List.of("clarke")));
    day.make("08:01", new Change.Delay("2", 5, Ripple.NONE));
    day.make("08:02", new Change.Assign("2", Role.SPEAKER, 0, "Ivo", ""));
    day.make("08:02", new Change.Assign("9", Role.SPEAKER, 1, "Jan", ""));
    take(
        "08:10",
        replaced(
            "2 | adams | 10:00-11:00 | Breaking radios for fun | Bob, Cyd",
            "2 | borg | 10:30-11:30 | Breaking radios | Kim, Lou"));
    assertThat(Printed.conflicts(day.agenda())).containsExactly("2.time", "2.room", "2.people.0");
    assertThat(day.session("2").title()).isEqualTo("Breaking radios");
    assertThat(day.session("2").people())
        .extracting(slot -> slot.name())
        .containsExactly("Ivo", "Lou");
    assertThat(day.session("9").people().get(1).name()).isEqualTo("Jan");
    day.make("08:20", new Change.Settle("2.people.0", true, false));
    assertThat(day.session("2").people())
        .extracting(slot -> slot.name())
        .containsExactly("Kim", "Lou");
    day.make("08:21", new Change.Settle("2.room", false, false));
    assertThat(day.session("2").rooms()).containsExactly("clarke");
    day.make("08:22", new Change.Retime("2", day.session("2").plan().span()));
    assertThat(Printed.conflicts(day.agenda())).as("as planned again").isEmpty();
  }

  @Test
  void a_conflict_that_the_next_edition_makes_void_is_asked_no_more() {
    day.make("08:00", new Change.Delay("2", 5, Ripple.NONE));
    take("08:10", replaced("2 | adams | 10:00-11:00", "2 | adams | 10:30-11:30"));
    assertThat(Printed.conflicts(day.agenda())).containsExactly("2.time");
    Verdict.Planned planned =
        take("08:20", replaced("2 | adams | 10:00-11:00", "2 | adams | 10:05-11:05"));
    assertThat(planned.effects()).anyMatch(Effect.Settled.class::isInstance);
    assertThat(Printed.conflicts(day.agenda())).isEmpty();
    assertThat(day.refusal("08:30", new Change.Settle("2.time", true, false)))
        .contains("/api/conflicts");
  }

  @Test
  void a_session_that_comes_back_has_what_was_changed_of_it() {
    day.make("08:00", new Change.Move("5", List.of("clarke")));
    take("08:10", replaced("5 | borg | 10:00-11:00 | Clocks that lie | Fay\n", ""));
    assertThat(Printed.conflicts(day.agenda())).containsExactly("5.dropped");
    take("08:20", replaced("Opening", "Welcome"));
    assertThat(day.agenda().conflicts()).isEmpty();
    assertThat(day.session("5").rooms()).containsExactly("clarke");
    assertThat(day.session("5").plan().rooms()).containsExactly("borg");
  }

  @Test
  void an_offered_edition_waits_until_somebody_takes_it() {
    Agenda before = day.agenda();
    Change.Import next = (Change.Import) Printed.edition(replaced("Opening", "Welcome"));
    day.make(
        "08:00", new Change.Propose(Optional.of(new Offer("a file", next.programme(), List.of()))));
    assertThat(day.session("1").title()).isEqualTo("Opening");
    day.make("08:10", new Change.Settle("edition", true, false));
    assertThat(day.session("1").title()).isEqualTo("Welcome");
    assertThat(day.agenda().offer()).isEmpty();
    assertThat(day.agenda().edition()).isEqualTo(1);
    day.make("08:20", new Change.Undo(2));
    assertThat(day.agenda().offer()).as("offered again").isPresent();
    day.make("08:21", new Change.Settle("edition", false, false));
    assertThat(day.agenda().isTheSameDayAs(before)).isTrue();
  }
}
