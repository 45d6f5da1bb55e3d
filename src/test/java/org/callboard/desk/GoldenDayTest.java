package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.journal.Entry;
import org.callboard.journal.EntryJson;
import org.junit.jupiter.api.Test;

/** A day that a former version kept, which this one must show as it was. */
class GoldenDayTest {

  private static List<String> lines() throws IOException {
    return Files.readAllLines(GoldenDay.JOURNAL);
  }

  private static List<Entry> entries() throws IOException {
    return lines().stream().map(EntryJson::read).toList();
  }

  @Test
  void every_board_of_the_golden_day_is_as_it_was() throws IOException {
    assertThat(GoldenDay.boards(entries())).isEqualTo(Files.readString(GoldenDay.BOARDS));
  }

  @Test
  void every_entry_of_the_golden_day_is_written_as_it_was() throws IOException {
    assertThat(entries().stream().map(EntryJson::write)).isEqualTo(lines());
  }

  @Test
  void the_golden_day_has_every_type_of_change() throws IOException {
    assertThat(
            entries().stream()
                .map(entry -> new JsonObject(entry.change()).getString("type"))
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "add",
            "announce",
            "assign",
            "cancel",
            "clock",
            "delay",
            "edit",
            "extend",
            "finish",
            "hold",
            "import",
            "move",
            "reinstate",
            "resume",
            "retime",
            "room",
            "start",
            "swap",
            "undo",
            "unschedule",
            "withdraw");
    assertThat(lines()).anyMatch(line -> line.contains("\\\"scheduled\\\":\\\"p"));
  }
}
