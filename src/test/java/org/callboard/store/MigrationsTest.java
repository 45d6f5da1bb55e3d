package org.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void the_newest_step_is_the_newest_script_and_none_is_left_out() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
      List<Integer> numbers = scripts.map(MigrationsTest::number).sorted().toList();
      assertThat(numbers)
          .as("Migrations.NEWEST")
          .isEqualTo(IntStream.rangeClosed(1, Migrations.NEWEST).boxed().toList());
    }
  }

  private static int number(Path script) {
    return Integer.parseInt(script.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"));
  }
}
