package org.callboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.change.Effect;
import org.callboard.change.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries as text, for good. */
class EntryJsonTest {
  /** Entries as version 1 wrote them, an effect of each kind among them: never to be changed. */
  private static final Path GOLDEN = Path.of("src/test/resources/journal/golden-v1.jsonl");

  @Test
  void what_the_first_version_wrote_is_read_and_written_the_same() throws IOException {
    for (String line : Files.readAllLines(GOLDEN)) {
      assertThat(EntryJson.write(EntryJson.read(line))).isEqualTo(line);
    }
  }

  @Test
  void the_golden_journal_is_appended_and_folds_back() throws Exception {
    List<Entry> golden = Files.readAllLines(GOLDEN).stream().map(EntryJson::read).toList();
    MemoryJournal journal = new MemoryJournal();
    journal.append(0, golden);
    assertThat(journal.read(0, golden.size())).isEqualTo(golden);
  }

  @Test
  void the_golden_journal_has_an_effect_of_each_kind() throws IOException {
    Set<Class<?>> kinds =
        Files.readAllLines(GOLDEN).stream()
            .map(EntryJson::read)
            .flatMap(entry -> entry.effects().stream())
            .map(Object::getClass)
            .collect(Collectors.toSet());
    assertThat(kinds).isEqualTo(Samples.kinds(Effect.class));
  }

  @Test
  void an_entry_goes_there_and_back_unchanged() {
    Entry entry =
        new Entry(
            Long.MAX_VALUE,
            Instant.parse("2017-11-16T09:30:00.007Z"),
            Instant.parse("2017-11-16T09:30:00Z"),
            "Ærø 🎭",
            "key-1",
            "{\"reason\":\"half of a pair \ud83c, a nul \u0000, a break \r\n\"}",
            List.of(new Effect.Cancelled("s \udfad", true)),
            List.of(),
            "« Désolé »",
            Optional.of(7L));
    assertThat(EntryJson.read(EntryJson.write(entry))).isEqualTo(entry);
    assertThat(EntryJson.write(entry)).doesNotContain("\ud83c,").contains("\\ud83c,", "🎭");
  }

  @Test
  void times_are_kept_to_what_they_mean() {
    Instant exact = Instant.parse("2017-11-16T09:30:01.123456789Z");
    Entry entry =
        new Entry(1, exact, exact, "a", "", "{}", List.of(), List.of(), "", Optional.empty());
    assertThat(entry.recordedAt()).isEqualTo(Instant.parse("2017-11-16T09:30:01.123Z"));
    assertThat(entry.at()).isEqualTo(Instant.parse("2017-11-16T09:30:01Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "line\nbreak", "half \ud83c"})
  void names_that_a_database_cannot_keep_are_refused(String name) {
    assertThatThrownBy(() -> Entries.entry(1, "s", name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"v\":1}", "{\"v\":1", "text", "1"})
  void what_is_no_entry_is_refused(String text) {
    refused(text, "An entry");
  }

  @Test
  void a_field_more_less_or_otherwise_is_refused() {
    JsonObject good = new JsonObject(EntryJson.write(Entries.entry(1, "s")));
    refused(good.copy().put("v", 2).encode(), "v=2");
    refused(good.copy().put("colour", "red").encode(), "colour");
    for (String field : good.fieldNames()) {
      JsonObject less = good.copy();
      less.remove(field);
      refused(less.encode(), "An entry");
      if (!field.equals("undoes")) {
        refused(good.copy().putNull(field).encode(), "An entry");
      }
      refused(good.copy().put(field, true).encode(), "An entry");
    }
    refused(good.copy().put("at", "noon").encode(), "not readable");
    refused(good.copy().put("revision", 0).encode(), "no revision");
    refused(good.encode() + "{}", "no JSON");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> EntryJson.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
