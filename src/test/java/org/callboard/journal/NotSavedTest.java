package org.callboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.journal.Entries.entries;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A place that fails under a running journal: nothing is kept by halves, and it works again. */
class NotSavedTest {
  @TempDir Path folder;

  @Test
  void a_full_disk_refuses_and_recovers_without_a_restart() throws Exception {
    try (Database database = Database.open(Database.url(folder.toString()))) {
      Journal journal = new JdbcJournal(database);
      journal.append(0, entries(1, 3));
      for (int twice = 0; twice < 2; twice++) {
        leaveThreePages(database);
        refused(journal, large(4), "the disk is full");
        assertThat(journal.read(0, 10)).isEqualTo(entries(1, 3));
      }
      sql(database, "pragma max_page_count = 1000000");
      journal.append(3, large(4));
      assertThat(journal.head()).isEqualTo(203);
      assertThat(Verification.of(database, entry -> {}).isSound()).isTrue();
    }
  }

  @Test
  void a_read_only_database_refuses_and_recovers_without_a_restart() throws Exception {
    try (Database database = Database.open(Database.url(folder.toString()))) {
      Journal journal = new JdbcJournal(database);
      journal.append(0, entries(1, 1));
      sql(database, "pragma query_only = on");
      refused(journal, entries(2, 2), "read-only");
      assertThat(journal.read(0, 10)).isEqualTo(entries(1, 1));
      sql(database, "pragma query_only = off");
      journal.append(1, entries(2, 2));
      assertThat(journal.head()).isEqualTo(2);
    }
  }

  @Test
  void a_file_that_was_removed_takes_nothing_that_would_be_lost() throws Exception {
    try (Database database = Database.open(Database.url(folder.toString()))) {
      Journal journal = new JdbcJournal(database);
      journal.append(0, entries(1, 1));
      Path file = folder.resolve(Database.FILE);
      Files.move(file, folder.resolve("away"));
      refused(journal, entries(2, 2), "removed or replaced");
      Files.copy(folder.resolve("away"), file);
      refused(journal, entries(2, 2), "removed or replaced");
      Files.delete(file);
      Files.move(folder.resolve("away"), file);
      journal.append(1, entries(2, 2));
    }
  }

  @Test
  void lost_connections_refuse_and_come_back() throws Exception {
    String url = TestPostgres.freshUrl();
    try (Database database = Database.open(url)) {
      Journal journal = new JdbcJournal(database);
      journal.append(0, entries(1, 1));
      for (long head = 1; head < 4; head++) {
        cutAll(database);
        appendAtLast(journal, head);
      }
      assertThat(journal.read(0, 10)).isEqualTo(entries(1, 4));
    }
  }

  @Test
  void a_writer_that_hangs_in_the_middle_of_an_append_holds_up_the_others_for_moments_only()
      throws Exception {
    String url = TestPostgres.freshUrl();
    try (Database hung = Database.open(url);
        Connection connection = hung.source().getConnection();
        Statement statement = connection.createStatement();
        Database other = Database.open(url)) {
      Journal journal = new JdbcJournal(other);
      statement.execute("begin");
      statement.execute(
          "insert into entry (revision, recorded_at, author, idempotency_key, body, digest)"
              + " values (1, 0, '', '', '', '')");
      journal.append(0, entries(1, 1));
      assertThat(journal.read(0, 10)).isEqualTo(entries(1, 1));
    }
  }

  @Test
  void a_server_that_turned_read_only_refuses_and_recovers() throws Exception {
    String url = TestPostgres.freshUrl();
    String name = url.replaceFirst(".*/(\\w+)\\?.*", "$1");
    try (Database database = Database.open(url)) {
      Journal journal = new JdbcJournal(database);
      TestPostgres.execute("alter database " + name + " set default_transaction_read_only = on");
      cutAll(database);
      assertThatThrownBy(() -> appendAtLast(journal, 0))
          .isInstanceOf(NotSaved.class)
          .hasMessageContaining("read-only");
      TestPostgres.execute("alter database " + name + " set default_transaction_read_only = off");
      cutAll(database);
      appendAtLast(journal, 0);
      assertThat(journal.head()).isEqualTo(1);
    }
  }

  @Test
  void a_server_that_answers_before_it_has_written_is_told_to_write_first() throws Exception {
    String url = TestPostgres.freshUrl();
    String name = url.replaceFirst(".*/(\\w+)\\?.*", "$1");
    TestPostgres.execute("alter database " + name + " set synchronous_commit = off");
    try (Database database = Database.open(url);
        Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        var found = statement.executeQuery("show synchronous_commit")) {
      found.next();
      assertThat(found.getString(1)).isEqualTo("on");
    }
  }

  /** One refusal for each connection that was cut is fine, as long as it says so. */
  private static void appendAtLast(Journal journal, long head) throws HeadMoved {
    for (int lost = 0; ; lost++) {
      try {
        journal.append(head, entries(head + 1, head + 1));
        return;
      } catch (NotSaved cut) {
        assertThat(cut.isCertain()).isTrue();
        if (lost == 4 || !cut.getMessage().contains("cannot be reached")) {
          throw cut;
        }
      }
    }
  }

  private static void cutAll(Database database) {
    TestPostgres.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + database.place().replaceFirst(".*/", "")
            + "'");
  }

  private static void refused(Journal journal, List<Entry> entries, String why) {
    assertThatThrownBy(() -> journal.append(entries.get(0).revision() - 1, entries))
        .isInstanceOfSatisfying(NotSaved.class, refusal -> assertThat(refusal.isCertain()).isTrue())
        .hasMessageStartingWith("Not saved, because ")
        .hasMessageContaining(why);
  }

  /** Two hundred entries of a kilobyte. */
  private static List<Entry> large(long from) {
    return LongStream.range(from, from + 200)
        .mapToObj(revision -> Entries.entry(revision, "x".repeat(1_000)))
        .toList();
  }

  private static void sql(Database database, String sql) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** SQLite's own picture of a full disk; it ends with the connection, or when it is lifted. */
  private static void leaveThreePages(Database database) throws SQLException {
    sql(database, "pragma max_page_count = " + (number(database, "pragma page_count") + 3));
  }

  private static long number(Database database, String sql) throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      return found.getLong(1);
    }
  }
}
