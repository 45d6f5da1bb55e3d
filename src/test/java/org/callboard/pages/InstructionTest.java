package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class InstructionTest {

  /** The same table is held against the script of the screens, by TakeoverIT. */
  @ParameterizedTest
  @CsvFileSource(resources = "/takeover/headlines.csv", numLinesToSkip = 1)
  void the_first_words_tell_what_to_do(String headline, String action, String lead) {
    Instruction told = Instruction.of(announcement(headline, Map.of()), headline);

    assertThat(told.action().word()).isEqualTo(action);
    assertThat(told.lead()).isEqualTo(lead == null ? "" : lead);
  }

  @Test
  void a_translation_tells_it_where_the_own_words_are_not_known() {
    Announcement polish =
        announcement("Opuść budynek", Map.of("en", new Text("Leave the building", "")));

    assertThat(Instruction.of(polish, "Opuść budynek"))
        .isEqualTo(new Instruction(Action.LEAVE, ""));
  }

  @Test
  void words_that_tell_two_things_show_neither() {
    Announcement torn =
        announcement("Leave the hall", Map.of("fr", new Text("Restez dans la salle", "")));

    assertThat(Instruction.of(torn, "Leave the hall").action()).isEqualTo(Action.ATTENTION);
  }

  @Test
  void every_sign_lies_in_its_field() {
    for (Action action : Action.values()) {
      for (Action.Stroke stroke : action.strokes()) {
        List<Double> numbers =
            Pattern.compile("[\\d.]+")
                .matcher(stroke.path())
                .results()
                .map(found -> Double.parseDouble(found.group()))
                .toList();
        double half = stroke.width() / 2.0;
        for (int i = 0; i < numbers.size(); i += 2) {
          assertThat(numbers.get(i)).as("%s", stroke).isBetween(half, Action.WIDTH - half);
          assertThat(numbers.get(i + 1)).as("%s", stroke).isBetween(half, Action.HEIGHT - half);
        }
      }
    }
  }

  private static Announcement announcement(String headline, Map<String, Text> translations) {
    return new Announcement(
        "a",
        "a",
        Level.SAFETY,
        Mode.LIVE,
        new Text(headline, ""),
        translations,
        List.of(Target.VENUE),
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
