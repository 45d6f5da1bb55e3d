package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.desk.Folding;
import org.callboard.journal.Entry;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Verification;
import org.callboard.store.Database;

/**
 * Whether a journal is what those who wrote it were told, in one order that they could have seen,
 * and what screens were told is the journal.
 */
final class Checker {
  private final List<Entry> entries;
  private final Map<String, Long> byKey = new HashMap<>();

  private Checker(List<Entry> entries) {
    this.entries = entries;
    for (Entry entry : entries) {
      if (!entry.key().isEmpty()) {
        assertThat(byKey.put(entry.key(), entry.revision())).as(entry.key()).isNull();
      }
    }
  }

  /** Reads a journal, and checks that it is whole. */
  static Checker of(String url) {
    try (Database database = Database.openExisting(url)) {
      assertThat(Verification.of(database, Folding.progressively()).faults()).isEmpty();
      List<Entry> entries = new ArrayList<>();
      JdbcJournal journal = new JdbcJournal(database);
      List<Entry> page = journal.read(0, 1_000);
      while (!page.isEmpty()) {
        entries.addAll(page);
        page = journal.read(entries.size(), 1_000);
      }
      return new Checker(entries);
    }
  }

  /** The newest revision of a journal, whatever else is in it. */
  static long head(String url) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select max(revision) from entry")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  long head() {
    return entries.size();
  }

  /** What was acknowledged is there, once; what was refused is not. */
  Checker holds(List<Attempt> attempts) {
    assertThat(entries.stream().map(Entry::revision))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    for (Attempt attempt : attempts) {
      if (attempt.isAcknowledged()) {
        assertThat(byKey.get(attempt.key())).as(attempt.key()).isEqualTo(attempt.revision());
      } else if (attempt.isRefused()) {
        assertThat(byKey).doesNotContainKey(attempt.key());
      }
    }
    return this;
  }

  /** How many of those of which nobody knew are in the journal after all. */
  long found(List<Attempt> attempts) {
    return attempts.stream()
        .filter(Attempt::isUncertain)
        .filter(attempt -> byKey.containsKey(attempt.key()))
        .count();
  }

  /**
   * A change that was acknowledged before another was asked for has the lower revision, also where
   * the other one was never acknowledged.
   */
  Checker isLinearizable(List<Attempt> attempts) {
    List<Attempt> byEnd =
        attempts.stream()
            .filter(Attempt::isAcknowledged)
            .sorted(Comparator.comparingLong(Attempt::ended))
            .toList();
    List<Attempt> byBegin =
        attempts.stream()
            .filter(attempt -> byKey.containsKey(attempt.key()))
            .sorted(Comparator.comparingLong(Attempt::began))
            .toList();
    long highest = 0;
    int ended = 0;
    for (Attempt later : byBegin) {
      while (ended < byEnd.size() && byEnd.get(ended).ended() < later.began()) {
        highest = Math.max(highest, byEnd.get(ended).revision());
        ended++;
      }
      assertThat(byKey.get(later.key())).as("%s after %d", later, highest).isGreaterThan(highest);
    }
    return this;
  }

  /** On one line no topic goes back, and each board is the day that its revision made. */
  Checker isWhatWasTold(List<RovingScreen> screens) {
    screens.forEach(screen -> requireNeverBack(screen.told()));
    List<Told> told =
        screens.stream()
            .flatMap(screen -> screen.told().stream())
            .sorted(Comparator.comparingLong(Told::revision))
            .toList();
    Agenda agenda = Folding.of(List.of()).agenda();
    int folded = 0;
    for (Told each : told) {
      assertThat(each.revision()).as("%s", each).isLessThanOrEqualTo(head());
      while (folded < each.revision()) {
        Entry entry = entries.get(folded);
        agenda = agenda.fold(new Step(entry.at(), entry.effects(), entry.publicReason()));
        folded++;
      }
      assertThat(each.isOf(agenda)).as("%s", each).isTrue();
    }
    return this;
  }

  private static void requireNeverBack(List<Told> told) {
    Map<String, Long> newest = new HashMap<>();
    int connection = 0;
    for (Told each : told) {
      if (each.connection() != connection) {
        newest.clear();
        connection = each.connection();
      }
      Long before = newest.put(each.topic(), each.revision());
      assertThat(each.revision())
          .as("%s", each)
          .isGreaterThanOrEqualTo(before == null ? 0 : before);
    }
  }

  /** Whether the newest that a screen was told of each room is the day as it is now. */
  boolean isShownBy(RovingScreen screen) {
    Agenda agenda = Folding.of(entries).agenda();
    List<Told> newest = screen.newestBoards();
    return !newest.isEmpty() && newest.stream().allMatch(told -> told.isOf(agenda));
  }
}
