package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgrammesTest {
  private static final String YAML =
      "event: {name: Fête, timezone: UTC}\n"
          + "sessions: [{title: A, start: 2017-11-16T09:00, end: 2017-11-16T10:00}]\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16"})
  void unicode_is_read_as_it_is(String charset) throws Exception {
    Reading reading = read(YAML.getBytes(Charset.forName(charset)));
    assertThat(reading.programme().event().name()).isEqualTo("Fête");
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void a_mark_before_utf_8_is_no_part_of_the_text() throws Exception {
    assertThat(read(("\uFEFF" + YAML).getBytes(StandardCharsets.UTF_8)).format()).isEqualTo("yaml");
  }

  @Test
  void what_is_not_utf_8_is_read_as_windows_1252_with_a_warning() throws Exception {
    Reading reading = read(YAML.getBytes(Charset.forName("windows-1252")));
    assertThat(reading.programme().event().name()).isEqualTo("Fête");
    assertThat(reading.warnings()).extracting(Warning::code).containsExactly("encoding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<?xml version='1.0'?><rss/>| XML",
        "<!DOCTYPE html><html>| HTML",
        "{\"a\": 1}| JSON",
        "hello| text without times"
      })
  void a_stranger_is_named_beside_what_is_read(String text, String likeness) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining(likeness)
        .hasMessageContaining("native YAML");
  }

  @Test
  void bytes_that_are_no_text_are_refused() {
    refused(new byte[] {'P', 'K', 3, 4, 0}, "XLSX");
    refused(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "picture");
    refused(new byte[] {'a', 0, 'b'}, "binary");
    refused(new byte[0], "empty");
    refused(" \n\t".getBytes(StandardCharsets.UTF_8), "empty");
  }

  @Test
  void a_huge_file_is_refused_before_it_is_read() throws IOException {
    Path huge = folder.resolve("huge.yaml");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(100_000_000);
    }
    assertThatThrownBy(() -> Programmes.read(huge, Optional.empty()))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageStartingWith("the file is 100 MB, the limit is 64 MB: ");
  }

  @Test
  void a_folder_and_a_missing_file_are_named_as_such() {
    assertThatThrownBy(() -> Programmes.read(folder, Optional.empty()))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("folder");
    assertThatThrownBy(() -> Programmes.read(folder.resolve("none"), Optional.empty()))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void a_file_is_read_whatever_its_name() throws Exception {
    Path file = Files.writeString(folder.resolve("plan.json"), YAML);
    assertThat(Programmes.read(file, Optional.empty()).format()).isEqualTo("yaml");
  }

  private static void refused(byte[] bytes, String why) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining(why);
  }

  private static Reading read(byte[] bytes) throws UnreadableProgramme {
    return Programmes.read("x", bytes, Optional.empty());
  }
}
