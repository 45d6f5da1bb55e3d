package org.callboard.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.callboard.journal.Entries.entries;
import static org.callboard.journal.Entries.entry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Journal} promises, kept by each of them: SQLite, PostgreSQL, and the fake. */
class JournalTest {
  @TempDir Path folder;
  private final List<Database> opened = new ArrayList<>();
  private final List<String> urls = new ArrayList<>();

  enum Place {
    SQLITE,
    POSTGRESQL,
    MEMORY
  }

  @AfterEach
  void close() {
    opened.forEach(Database::close);
  }

  @ParameterizedTest
  @EnumSource
  void a_new_journal_is_empty_and_has_an_id(Place place) {
    Journal journal = journal(place);
    assertThat(journal.head()).isZero();
    assertThat(journal.read(0, 10)).isEmpty();
    assertThat(journal.id()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void entries_come_back_as_they_were_appended(Place place) throws HeadMoved {
    Journal journal = journal(place);
    journal.append(0, entries(1, 3));
    journal.append(3, entries(4, 4));
    assertThat(journal.head()).isEqualTo(4);
    assertThat(journal.read(0, 10)).isEqualTo(entries(1, 4));
    assertThat(journal.read(1, 2)).isEqualTo(entries(2, 3));
    assertThat(journal.read(4, 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void an_append_on_an_old_head_keeps_nothing(Place place) throws HeadMoved {
    Journal journal = journal(place);
    journal.append(0, entries(1, 2));
    assertThatThrownBy(() -> journal.append(1, entries(2, 3)))
        .isInstanceOfSatisfying(HeadMoved.class, moved -> assertThat(moved.head()).isEqualTo(2));
    assertThatThrownBy(() -> journal.append(5, entries(6, 6))).isInstanceOf(HeadMoved.class);
    assertThat(journal.read(0, 10)).isEqualTo(entries(1, 2));
  }

  @ParameterizedTest
  @EnumSource
  void revisions_must_follow(Place place) {
    Journal journal = journal(place);
    assertThatThrownBy(() -> journal.append(0, entries(2, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> journal.append(0, List.of(entry(1, "a"), entry(1, "b"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(journal.head()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_key_finds_its_entry_and_serves_once(Place place) throws HeadMoved {
    Journal journal = journal(place);
    journal.append(0, List.of(entry(1, "a", "k"), entry(2, "b"), entry(3, "c")));
    assertThat(journal.byKey("organiser", "k")).contains(entry(1, "a", "k"));
    assertThat(journal.byKey("somebody", "k")).isEmpty();
    assertThat(journal.byKey("organiser", "")).isEmpty();
    assertThatThrownBy(() -> journal.append(3, List.of(entry(4, "d"), entry(5, "e", "k"))))
        .isInstanceOf(IllegalArgumentException.class);
    journal.append(3, entries(4, 4));
    assertThat(journal.head()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void writers_at_once_on_one_head_lose_nothing(Place place) throws Exception {
    Journal one = journal(place);
    Journal other = again(place, one);
    int each = 60;
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        writers.add(pool.submit(writer(writer % 2 == 0 ? one : other, "w" + writer, each)));
      }
      for (Future<Integer> writer : writers) {
        writer.get();
      }
    } finally {
      pool.shutdownNow();
    }
    List<Entry> all = one.read(0, 1_000);
    assertThat(all).extracting(Entry::revision).doesNotHaveDuplicates().isSorted();
    assertThat(new HashSet<>(all.stream().map(Entry::change).toList())).hasSize(4 * each);
    assertThat(one.head()).isEqualTo(4 * each);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void a_history_that_took_the_place_of_another_is_never_read_nor_continued(Place place)
      throws Exception {
    Journal journal = journal(place);
    journal.append(0, entries(1, 3));
    execute("delete from entry where revision > 1");
    assertReplaced(journal, 3);

    again(place, journal).append(1, List.of(entry(2, "other"), entry(3, "other")));
    assertReplaced(journal, 3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void a_journal_of_another_id_is_never_read_nor_continued(Place place) throws Exception {
    Journal journal = journal(place);
    journal.append(0, entries(1, 3));
    execute("update journal set id = 'restored'");
    assertReplaced(journal, 3);
  }

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL"})
  void what_stands_before_an_entry_of_a_later_version_is_read_and_that_is_not(Place place)
      throws Exception {
    Journal writer = journal(place);
    writer.append(0, entries(1, 3));
    Journal journal = again(place, writer);
    String later = EntryJson.write(entry(3, "x")).replace("room-status", "hologram");
    String before = digests().get(1);
    execute(
        "update entry set body = '"
            + later
            + "', digest = '"
            + Chain.next(before, 3, later)
            + "', idempotency_key = '' where revision = 3");
    assertThat(journal.read(0, 10)).isEqualTo(entries(1, 2));
    assertThatThrownBy(() -> journal.read(2, 10))
        .isInstanceOf(LaterEntry.class)
        .hasMessageContaining("kind=hologram");
  }

  private static void assertReplaced(Journal journal, long head) {
    assertThatThrownBy(() -> journal.read(head, 10)).isInstanceOf(ReplacedJournal.class);
    assertThatThrownBy(journal::head).isInstanceOf(ReplacedJournal.class);
    assertThatThrownBy(() -> journal.append(head, entries(head + 1, head + 1)))
        .isInstanceOf(ReplacedJournal.class);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = opened.get(0).source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> digests() throws SQLException {
    List<String> digests = new ArrayList<>();
    try (Connection connection = opened.get(0).source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select digest from entry order by revision")) {
      while (rows.next()) {
        digests.add(rows.getString(1));
      }
    }
    return digests;
  }

  @Test
  void an_id_is_made_once() {
    for (Place place : List.of(Place.SQLITE, Place.POSTGRESQL)) {
      Journal journal = journal(place);
      assertThat(again(place, journal).id()).isEqualTo(journal.id());
      assertThat(journal(place).id()).isNotEqualTo(journal.id());
    }
  }

  /** Appends one entry after another, planning again as often as somebody else was first. */
  private static Callable<Integer> writer(Journal journal, String name, int count) {
    return () -> {
      int lost = 0;
      for (int i = 0; i < count; ) {
        long head = journal.head();
        try {
          journal.append(head, List.of(entry(head + 1, name + "-" + i)));
          i++;
        } catch (HeadMoved another) {
          lost++;
        }
      }
      return lost;
    };
  }

  private Journal journal(Place place) {
    if (place == Place.MEMORY) {
      return new MemoryJournal();
    }
    String url =
        place == Place.POSTGRESQL
            ? TestPostgres.freshUrl()
            : Database.url(folder.resolve("data" + opened.size()).toString());
    urls.add(url);
    return opened(url);
  }

  /** The same journal as another node opens it. */
  private Journal again(Place place, Journal journal) {
    return place == Place.MEMORY ? journal : opened(urls.get(urls.size() - 1));
  }

  private Journal opened(String url) {
    Database database = Database.open(url);
    opened.add(database);
    return new JdbcJournal(database);
  }
}
