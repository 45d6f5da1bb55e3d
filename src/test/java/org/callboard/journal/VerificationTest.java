package org.callboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.journal.Entries.entries;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever somebody does to a journal from outside is found, and is never folded. */
class VerificationTest {
  private static final int COUNT = 1_200;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update entry set body = replace(body, 'full', 'closed') where revision = 700 | revision 700: it is not as it was appended",
        "update entry set digest = 'x' where revision = 1 | revision 1: it is not as it was appended",
        "update entry set author = 'else' where revision = 3 | revision 3: its columns and its body differ",
        "update entry set recorded_at = 0 where revision = 3 | revision 3: its columns and its body differ",
        "delete from entry where revision = 500 | revision 500: it is missing",
        "delete from entry where revision = 1 | revision 1: it is missing",
        "update entry set revision = 5000 where revision = 1200 | revision 1200: it is missing",
      })
  void a_changed_journal_is_found_out(String sql, String fault) throws Exception {
    for (String url : List.of(Database.url(folder.toString()), TestPostgres.freshUrl())) {
      try (Database database = filled(url)) {
        assertThat(Verification.of(database, entry -> {}))
            .isEqualTo(new Verification(COUNT, List.of()));
        execute(database, sql);
        assertThat(Verification.of(database, entry -> {}).faults()).contains(fault);
        Journal journal = new JdbcJournal(database);
        assertThatThrownBy(() -> journal.read(0, 10_000)).isInstanceOf(DamagedJournal.class);
      }
    }
  }

  @Test
  void every_entry_is_folded_once_in_order() throws Exception {
    List<Entry> folded = new ArrayList<>();
    try (Database database = filled(Database.url(folder.toString()))) {
      Verification.of(database, folded::add);
    }
    assertThat(folded).isEqualTo(entries(1, COUNT));
  }

  @Test
  void an_entry_that_cannot_be_folded_is_a_fault_and_faults_have_an_end() throws Exception {
    try (Database database = filled(Database.url(folder.toString()))) {
      Verification found =
          Verification.of(
              database,
              entry -> {
                throw new IllegalStateException("no such session");
              });
      assertThat(found.faults())
          .hasSize(20)
          .contains("revision 1: it cannot be folded: no such session");
    }
  }

  @Test
  void a_byte_that_a_disk_turned_is_found() throws Exception {
    filled(Database.url(folder.toString())).close();
    Path file = folder.resolve(Database.FILE);
    turnAByte(file);
    try (Database database = Database.openExisting(Database.url(folder.toString()))) {
      assertThat(Verification.of(database, entry -> {}).faults())
          .containsExactly("revision 700: it is not as it was appended");
    }
  }

  private static void turnAByte(Path file) throws IOException {
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String entry = "{\"v\":1,\"revision\":700,";
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
      // A page that was split may leave a copy behind that is no longer used.
      for (int at = bytes.indexOf(entry); at >= 0; at = bytes.indexOf(entry, at + 1)) {
        random.seek(at + entry.length() - 2L);
        random.write('1');
      }
    }
  }

  private static Database filled(String url) throws HeadMoved {
    Database database = Database.open(url);
    new JdbcJournal(database).append(0, entries(1, COUNT));
    return database;
  }

  private static void execute(Database database, String sql) throws Exception {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
