package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {
  private static final Path FOLDER = Path.of("webroot", "display");
  private static final Path LAYOUT = Path.of("src", "main", "jte", "layout.jte");

  @Test
  void every_file_of_the_screens_is_of_the_version_and_kept() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("worker.js"))
              .toList();
      assertThat(Display.FILES).containsExactlyInAnyOrderElementsOf(names);
    }
    for (String name : Display.FILES) {
      assertThat(Display.worker()).contains("'/display/" + name + "?v=" + Display.version() + "'");
    }
  }

  @Test
  void a_page_loads_each_file_at_its_version() throws IOException {
    String layout = Files.readString(LAYOUT);
    for (String name : Display.FILES) {
      assertThat(layout).contains("\"/display/" + name + "?v=${Display.version()}\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "es", "tr", "nl"})
  void the_stages_of_age_are_said_in_every_language(String language) {
    Labels words = Labels.of(language);
    for (String key : List.of("asOf", "interrupted", "askStaff")) {
      assertThat(words.say(key)).isNotEqualTo(Labels.of("en").say(key));
    }
    assertThat(words.say("asOf", "10:42")).contains("10:42");
  }
}
