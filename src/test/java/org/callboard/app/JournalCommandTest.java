package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.journal.Entries.entries;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callboard.change.Effect;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Journal;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal} as whoever looks after a server meets it. */
class JournalCommandTest {
  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  @Test
  void verify_says_that_a_journal_is_sound() throws HeadMoved {
    append(data(), 0, 3);
    said(data() + "/callboard.db: sound, 3 entries", "journal", "verify", data());
  }

  @Test
  void verify_names_what_is_damaged() throws Exception {
    append(data(), 0, 3);
    sql(data(), "update entry set body = '{}' where revision = 2");
    refused("revision 2: it is not as it was appended", "journal", "verify", data());
    refused("damaged", "journal", "backup", data(), file("copy.db"));
  }

  @Test
  void verify_names_an_entry_that_does_not_fit_what_is_before_it() throws Exception {
    Entry stray =
        new Entry(
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            "organiser",
            "",
            "{}",
            List.of(new Effect.Cancelled("nobody", true)),
            List.of(),
            "",
            Optional.empty());
    try (Database database = Database.open(Database.url(data()))) {
      new JdbcJournal(database).append(0, List.of(stray));
    }
    refused("revision 1: it cannot be folded", "journal", "verify", data());
  }

  @Test
  void nothing_is_made_where_no_journal_is() {
    refused("there is no database", "journal", "verify", data());
    refused("there is no database", "journal", "backup", data(), file("copy.db"));
    refused("there is no database", "journal", "restore", file("copy.db"), data());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_backup_holds_one_moment_of_a_journal_that_grows() throws Exception {
    String url = Database.url(data());
    CountDownLatch growing = new CountDownLatch(50);
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService server = Executors.newSingleThreadExecutor();
    try (Database database = Database.open(url)) {
      Future<Long> writer =
          server.submit(
              () -> {
                Journal journal = new JdbcJournal(database);
                for (long head = 0; ; head++) {
                  if (enough.get()) {
                    return head;
                  }
                  journal.append(head, entries(head + 1, head + 1));
                  growing.countDown();
                }
              });
      growing.await();
      Ran ran = run("journal", "backup", data(), file("copy.db"));
      enough.set(true);
      assertThat(ran.code()).as(ran.err()).isZero();
      List<Entry> copied = read(file("copy.db"));
      assertThat(copied)
          .isEqualTo(entries(1, copied.size()))
          .hasSizeBetween(50, writer.get().intValue());
    } finally {
      server.shutdownNow();
    }
  }

  @Test
  void a_backup_is_one_file_and_never_goes_over_another() throws Exception {
    append(data(), 0, 1);
    Files.writeString(folder.resolve("copy.db"), "mine");
    refused("something already", "journal", "backup", data(), file("copy.db"));
    assertThat(folder.resolve("copy.db")).hasContent("mine");
    assertThat(run("journal", "backup", data(), file("other.db")).code()).isZero();
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("copy.db", "other.db", "data");
  }

  @Test
  void a_restored_journal_has_its_entries_and_an_id_of_its_own() throws Exception {
    append(data(), 0, 3);
    run("journal", "backup", data(), file("copy.db"));
    String other = file("other");
    said(other + "/callboard.db: sound, 3 entries", "journal", "restore", file("copy.db"), other);
    assertThat(read(other)).isEqualTo(entries(1, 3));
    assertThat(id(other)).isNotEqualTo(id(data()));
    append(other, 3, 1);
  }

  @Test
  void a_restore_never_goes_over_a_journal_and_by_force_keeps_it() throws Exception {
    append(data(), 0, 3);
    run("journal", "backup", data(), file("copy.db"));
    append(data(), 3, 2);
    refused("something already", "journal", "restore", file("copy.db"), data());
    assertThat(read(data())).hasSize(5);
    for (int number = 1; number < 3; number++) {
      Ran ran = run("journal", "restore", "--force", file("copy.db"), data());
      assertThat(ran.out()).endsWith("is now " + data() + "/callboard.db.old-" + number + "\n");
    }
    assertThat(read(data())).hasSize(3);
    assertThat(read(data() + "/callboard.db.old-1")).hasSize(5);
  }

  @Test
  void a_damaged_journal_makes_room_for_its_backup() throws Exception {
    append(data(), 0, 3);
    run("journal", "backup", data(), file("copy.db"));
    Files.write(Path.of(data(), "callboard.db"), new byte[0]);
    refused("damaged", "journal", "verify", data());
    assertThat(run("journal", "restore", "--force", file("copy.db"), data()).code()).isZero();
    assertThat(read(data())).isEqualTo(entries(1, 3));
  }

  @Test
  void a_damaged_backup_is_not_restored() throws Exception {
    append(data(), 0, 3);
    run("journal", "backup", data(), file("copy.db"));
    sql(file("copy.db"), "delete from entry where revision = 2");
    refused("revision 2: it is missing", "journal", "restore", file("copy.db"), file("other"));
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void a_journal_on_a_server_goes_to_a_file_and_back() throws Exception {
    String server = TestPostgres.freshUrl();
    append(server, 0, 3);
    assertThat(run("journal", "verify", server).out()).endsWith("sound, 3 entries\n");
    Ran backup = run("journal", "backup", server, file("copy.db"));
    assertThat(backup.code()).as(backup.err()).isZero();
    assertThat(read(file("copy.db"))).isEqualTo(entries(1, 3));
    refused("a journal already", "journal", "restore", "--force", file("copy.db"), server);
    String other = TestPostgres.freshUrl();
    Ran ran = run("journal", "restore", file("copy.db"), other);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(read(other)).isEqualTo(entries(1, 3));
    assertThat(id(other)).isNotEqualTo(id(server));
    append(other, 3, 1);
  }

  @Test
  void bad_usage_is_2_and_one_line() {
    for (String[] args :
        List.of(
            new String[] {"journal"},
            new String[] {"journal", "verify"},
            new String[] {"journal", "mend", "x"})) {
      Ran ran = run(args);
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.err().lines()).hasSize(1);
    }
    assertThat(run("journal", "--help").out()).contains("verify", "backup", "restore");
  }

  private String data() {
    return file("data");
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static void append(String data, long head, int count) throws HeadMoved {
    try (Database database = Database.open(Database.url(data))) {
      new JdbcJournal(database).append(head, entries(head + 1, head + count));
    }
  }

  private static List<Entry> read(String data) {
    try (Database database = Database.open(Database.url(data))) {
      return new JdbcJournal(database).read(0, Integer.MAX_VALUE);
    }
  }

  private static String id(String data) {
    try (Database database = Database.open(Database.url(data))) {
      return new JdbcJournal(database).id();
    }
  }

  private static void sql(String data, String sql) throws SQLException {
    try (Database database = Database.open(Database.url(data));
        Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void said(String line, String... args) {
    assertThat(run(args)).isEqualTo(new Ran(0, line + "\n", ""));
  }

  private static void refused(String why, String... args) {
    Ran ran = run(args);
    assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).singleElement().asString().contains(why);
  }

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(args, new PrintWriter(out), new PrintWriter(err), Map.of());
    return new Ran(code, out.toString(), err.toString());
  }
}
