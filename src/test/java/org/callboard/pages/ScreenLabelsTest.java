package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a screen that waits. */
class ScreenLabelsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es", "tr", "nl"})
  void every_language_has_every_label(String language) {
    assertThat(new TreeSet<>(Labels.of(language).and("screen").words().keySet()))
        .isEqualTo(new TreeSet<>(Labels.of("en").and("screen").words().keySet()));
  }
}
