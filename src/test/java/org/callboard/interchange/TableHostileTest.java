package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableHostileTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String HEAD = "Title,Start,End,Room\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"\"http://x\"\")",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>"
      })
  void a_formula_stays_text(String cell) throws Exception {
    Reading reading = read(HEAD + "\"" + cell + "\",2025-03-31 10:00,2025-03-31 11:00,Hall\n");
    assertThat(reading.programme().sessions().get(0).title()).isEqualTo(cell.replace("\"\"", "\""));
  }

  @Test
  void ten_thousand_columns_and_a_huge_cell_are_read_in_time() {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          assertReads(
              HEAD.strip()
                  + ",x".repeat(10_000)
                  + "\nA,2025-03-31 10:00,2025-03-31 11:00,H"
                  + ",y".repeat(10_000)
                  + "\n");
          assertReads(
              HEAD
                  + "\""
                  + "x 10:00 ".repeat(150_000)
                  + "\",2025-03-31 10:00,2025-03-31 11:00,Hall\n");
          assertReads(
              HEAD + "A,2025-03-31 10:00,2025-03-31 11:00,\"" + "1".repeat(1_000_000) + "\"\n");
          assertReads(HEAD + "A," + "1".repeat(1_000_000) + ",2025-03-31 11:00,H\n");
          assertReads(HEAD + "A," + "1/".repeat(500_000) + ",2025-03-31 11:00,H\n");
        });
  }

  @Test
  void many_rows_are_read_in_time() {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThat(
                    read(HEAD + "A,2025-03-31 10:00,2025-03-31 11:00,Hall\n".repeat(30_000))
                        .programme()
                        .sessions())
                .hasSize(30_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"never closed,2025-03-31 10:00,2025-03-31 11:00,Hall",
        "\"closed\" too early,2025-03-31 10:00,2025-03-31 11:00,Hall",
        "6\" pipes,2025-03-31 10:00,2025-03-31 11:00,Hall",
      })
  void a_stray_quote_breaks_nothing(String row) {
    assertReads(
        HEAD
            + "A,2025-03-31 09:00,2025-03-31 09:30,Hall\n"
            + row
            + "\nB,2025-03-31 12:00,2025-03-31 13:00,Hall\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A,99/99/9999 10:00,,",
        "A,2025-02-30 10:00,,",
        "A,0000-00-00 25:61,,",
        "A,1e99,,",
        "A,99999,,",
        "A,2025-03-31 10:00,9999-12-31 23:59,Hall",
        "A,2025-03-31 10:00,1900-01-01 00:00,Hall",
        "A,-5,-6,Hall",
        "A,+999999999-01-01T00:00Z,,"
      })
  void times_that_are_none_break_nothing(String row) {
    assertReads(HEAD + row + "\nB,2025-03-31 12:00,2025-03-31 13:00,Hall\n");
  }

  @Test
  void bytes_that_were_changed_anywhere_never_break_it() {
    byte[] whole =
        (HEAD + "A,3/31/25 10:00,11:00 pm,Hall\n\"B, C\",2025-03-31 09:00-09:30,,\"x\"\n")
            .repeat(2)
            .getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = 0; i < 1 + seed % 6; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) (32 + random.nextInt(95));
      }
      assertReads(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static void assertReads(String table) {
    try {
      assertThat(read(table).programme().sessions()).isNotEmpty();
    } catch (UnreadableProgramme expected) {
      assertThat(expected).as(table).hasMessageNotContaining("Exception");
    }
  }

  private static Reading read(String table) throws UnreadableProgramme {
    return new CsvReader()
        .read(
            new Source(table.getBytes(StandardCharsets.UTF_8)),
            new ReadingOptions(Optional.of(ZoneOffset.UTC), false, Map.of()));
  }
}
