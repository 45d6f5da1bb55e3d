package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.callboard.programme.Programme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the native format over random programmes. */
class NativeLawsTest {
  private static final int PROGRAMMES = 400;

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json"})
  void what_is_written_reads_back_equal_and_without_a_warning(String format) throws Exception {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      Programme programme = RandomProgramme.of(seed);
      String text = Programmes.write(programme, format);
      Reading reading =
          Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
      assertThat(reading)
          .as("seed=%d%n%s", seed, text)
          .isEqualTo(new Reading(format, programme, List.of()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json"})
  void a_damaged_file_is_read_or_refused_but_never_breaks(String format) {
    LongStream.range(0, PROGRAMMES)
        .forEach(
            seed -> {
              String text = Programmes.write(RandomProgramme.of(seed), format);
              byte[] damaged = damaged(text, new Random(seed));
              assertThatCode(() -> readOrRefuse(damaged))
                  .as("seed=%d", seed)
                  .doesNotThrowAnyException();
            });
  }

  private static void readOrRefuse(byte[] bytes) {
    try {
      Programmes.read("x", bytes, Optional.empty());
    } catch (UnreadableProgramme e) {
      assertThat(e).hasMessageNotContaining("\n");
    }
  }

  private static byte[] damaged(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 1 + bytes.length / 100; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
    }
    return bytes;
  }
}
