package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's words, part by part. */
class ConsoleLabelsTest {

  private static List<String> gaps(String word) {
    return Pattern.compile("\\{\\d}")
        .matcher(word)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void every_language_has_every_label_of_every_part(String language) {
    for (String part : ConsoleLabels.parts()) {
      Map<String, String> english = ConsoleLabels.read(part, "en");
      Map<String, String> words = ConsoleLabels.read(part, language);
      assertThat(new TreeSet<>(words.keySet())).as(part).isEqualTo(new TreeSet<>(english.keySet()));
      words.forEach(
          (key, word) ->
              assertThat(gaps(word)).as("%s %s", part, key).isEqualTo(gaps(english.get(key))));
      assertThat(words.values()).allSatisfy(word -> assertThat(word).isNotBlank());
    }
  }

  /** What a module says by name is there to be said, so that no label shows as its key. */
  @Test
  void every_label_that_the_console_says_is_written() throws IOException {
    Set<String> written = ConsoleLabels.of("en").keys();
    Pattern said = Pattern.compile("\\b(say|count)\\(\\s*'([^']+)'");
    try (Stream<Path> modules = Files.walk(Path.of("webroot", "console"))) {
      for (Path module : modules.filter(path -> path.toString().endsWith(".js")).toList()) {
        said.matcher(Files.readString(module))
            .results()
            .map(found -> found.group(2) + (found.group(1).equals("count") ? ".many" : ""))
            .forEach(key -> assertThat(written).as(module.toString()).contains(key));
      }
    }
  }

  @Test
  void the_parts_are_merged_into_one_set_of_labels() {
    assertThat(ConsoleLabels.of("nl").say("login.enter")).isEqualTo("Inloggen");
  }
}
