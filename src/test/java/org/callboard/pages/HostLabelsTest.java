package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a host's page. */
class HostLabelsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void every_language_has_every_label_with_its_gaps(String language) {
    Labels english = Labels.of("en").and("host");
    Labels labels = Labels.of(language).and("host");
    assertThat(new TreeSet<>(labels.words().keySet()))
        .isEqualTo(new TreeSet<>(english.words().keySet()));
    english
        .words()
        .forEach(
            (key, word) ->
                assertThat(labels.words().get(key).contains("{0}"))
                    .as(language + " " + key)
                    .isEqualTo(word.contains("{0}")));
  }

  @Test
  void every_label_that_the_page_says_is_written() throws IOException {
    Labels english = Labels.of("en").and("host");
    Pattern said = Pattern.compile("\\bsay\\('(\\w+)'");
    try (Stream<Path> scripts = Files.list(Path.of("webroot", "host"))) {
      for (Path script : scripts.filter(path -> path.toString().endsWith(".js")).toList()) {
        said.matcher(Files.readString(script))
            .results()
            .forEach(found -> assertThat(english.words()).containsKey(found.group(1)));
      }
    }
  }
}
