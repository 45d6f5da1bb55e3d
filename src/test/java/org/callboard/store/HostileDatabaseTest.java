package org.callboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may lie where a database should be. Nothing of it opens, and nothing of it is changed. */
class HostileDatabaseTest {
  @TempDir Path folder;

  @Test
  void an_empty_file_is_not_a_new_database() throws IOException {
    refused(Files.createFile(file()), "damaged (the file is empty)", "journal restore");
  }

  @Test
  void an_empty_file_beside_what_was_written_last_is_refused() throws IOException {
    Files.writeString(folder.resolve(Database.FILE + "-wal"), "rest");
    refused(Files.createFile(file()), "the file is empty", "journal restore");
  }

  @Test
  void what_was_written_last_without_its_database_is_refused() throws IOException {
    Files.writeString(folder.resolve(Database.FILE + "-wal"), "rest");
    refusedUnread("the database is gone", "journal restore");
    assertThat(folder.toFile().list()).containsExactly(Database.FILE + "-wal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "SQLite format 3\0", "<html>", "SQLite format 2\0"})
  void a_file_that_is_no_database_is_refused(String text) throws IOException {
    refused(Files.writeString(file(), text.repeat(text.length() == 16 ? 1 : 50)), "no", "name");
  }

  @Test
  void a_damaged_header_is_refused() throws Exception {
    made();
    overwrite(0, "SQLite format 4\0".getBytes());
    refused(file(), "its header is damaged", "journal restore");
  }

  @Test
  void the_database_of_another_application_is_refused() throws Exception {
    sqlite("create table photos (id integer)");
    refused(file(), "another application", "name another place");
  }

  @Test
  void a_damaged_page_is_refused() throws Exception {
    made();
    overwrite(4096, new byte[8192]);
    refused(file(), "damaged", "journal restore");
  }

  @Test
  void a_file_cut_short_is_refused() throws Exception {
    made();
    try (RandomAccessFile cut = new RandomAccessFile(file().toFile(), "rw")) {
      cut.setLength(8192);
    }
    refused(file(), "damaged", "journal restore");
  }

  @Test
  void a_database_whose_tables_are_gone_is_not_filled_anew() throws Exception {
    sqlite(
        "pragma journal_mode = wal",
        "pragma application_id = " + DatabaseFile.APPLICATION_ID,
        "create table x (y integer)");
    refused(file(), "its tables are gone", "journal restore");
  }

  @Test
  void the_database_of_a_later_version_is_refused() throws Exception {
    made();
    sqlite(
        "insert into flyway_schema_history values"
            + " (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', '2030-01-01', 1, 1)");
    refused(file(), "later version", "use that version");
  }

  @Test
  void a_folder_is_refused() throws IOException {
    Files.createDirectory(file());
    refusedUnread("is a folder", "name another place");
  }

  @Test
  void a_place_that_cannot_be_made_is_refused() throws IOException {
    Files.writeString(folder.resolve("plain"), "text");
    assertThatThrownBy(() -> Database.open(Database.SQLITE + folder.resolve("plain/callboard.db")))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("cannot be made");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:file:x?mode=memory",
        "jdbc:sqlite:x.db?synchronous=OFF",
        "jdbc:mysql://host/x",
        "jdbc:"
      })
  void a_url_that_promises_less_than_a_journal_is_refused(String url) {
    assertThatThrownBy(() -> Database.open(url)).isInstanceOf(UnusableDatabase.class);
  }

  @Test
  void a_server_that_is_not_there_is_refused_without_the_password() {
    String url = "jdbc:postgresql://127.0.0.1:1/x?user=u&password=secret";
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageStartingWith("jdbc:postgresql://127.0.0.1:1/x: the database cannot be reached")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_database_of_another_application_on_a_server_is_refused() throws SQLException {
    String url = TestPostgres.freshUrl();
    execute(url, "create table photos (id integer)");
    assertThatThrownBy(() -> Database.open(url))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("non-empty schema");
  }

  @Test
  void looking_makes_nothing() {
    assertThatThrownBy(() -> Database.openExisting(url()))
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageContaining("there is no database");
    assertThat(folder.toFile().list()).isEmpty();
    String server = TestPostgres.freshUrl();
    for (int twice = 0; twice < 2; twice++) {
      assertThatThrownBy(() -> Database.openExisting(server))
          .isInstanceOf(UnusableDatabase.class)
          .hasMessageContaining("there is no journal");
    }
  }

  @Test
  void what_was_made_opens_again() throws Exception {
    made();
    assertThat(folder.toFile().list()).containsExactly(Database.FILE);
    try (Database again = Database.open(url());
        Connection connection = again.source().getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeQuery("pragma journal_mode").getString(1)).isEqualTo("wal");
      assertThat(statement.executeQuery("pragma synchronous").getInt(1)).isEqualTo(2);
      assertThat(statement.executeQuery("pragma foreign_keys").getInt(1)).isEqualTo(1);
    }
  }

  private void refused(Path file, String state, String remedy) throws IOException {
    byte[] before = Files.readAllBytes(file);
    refusedUnread(state, remedy);
    assertThat(Arrays.equals(Files.readAllBytes(file), before)).as("unchanged").isTrue();
  }

  private void refusedUnread(String state, String remedy) {
    assertThatThrownBy(() -> Database.open(url()).close())
        .isInstanceOf(UnusableDatabase.class)
        .hasMessageStartingWith(file() + ": ")
        .hasMessageContaining(state)
        .hasMessageContaining(remedy);
  }

  private void made() {
    Database.open(url()).close();
  }

  private void overwrite(long position, byte[] bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
      file.seek(position);
      file.write(bytes);
    }
  }

  private void sqlite(String... statements) throws SQLException {
    execute(url(), statements);
  }

  private static void execute(String url, String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Path file() {
    return folder.resolve(Database.FILE);
  }

  private String url() {
    return Database.SQLITE + file();
  }
}
