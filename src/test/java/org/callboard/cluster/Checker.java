package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.callboard.desk.Folding;
import org.callboard.journal.Entry;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Verification;
import org.callboard.store.Database;

/**
 * Whether a journal is what those who wrote it were told, in one order that they could have seen.
 */
final class Checker {
  private final List<Entry> entries;

  private Checker(List<Entry> entries) {
    this.entries = entries;
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

  long head() {
    return entries.size();
  }

  /** What was acknowledged is there, once; what was refused is not. */
  Checker holds(List<Attempt> attempts) {
    assertThat(entries.stream().map(Entry::revision))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
    Map<String, Long> byKey = new HashMap<>();
    for (Entry entry : entries) {
      if (!entry.key().isEmpty()) {
        assertThat(byKey.put(entry.key(), entry.revision())).as(entry.key()).isNull();
      }
    }
    for (Attempt attempt : attempts) {
      if (attempt.isAcknowledged()) {
        assertThat(byKey.get(attempt.key())).as(attempt.key()).isEqualTo(attempt.revision());
      } else if (attempt.isRefused()) {
        assertThat(byKey).doesNotContainKey(attempt.key());
      }
    }
    return this;
  }

  /** A change that was acknowledged before another was asked for has the lower revision. */
  Checker isLinearizable(List<Attempt> attempts) {
    List<Attempt> byEnd =
        attempts.stream()
            .filter(Attempt::isAcknowledged)
            .sorted(Comparator.comparingLong(Attempt::ended))
            .toList();
    List<Attempt> byBegin =
        byEnd.stream().sorted(Comparator.comparingLong(Attempt::began)).toList();
    long highest = 0;
    int ended = 0;
    for (Attempt later : byBegin) {
      while (ended < byEnd.size() && byEnd.get(ended).ended() < later.began()) {
        highest = Math.max(highest, byEnd.get(ended).revision());
        ended++;
      }
      assertThat(later.revision()).as("%s after %d", later, highest).isGreaterThan(highest);
    }
    return this;
  }
}
