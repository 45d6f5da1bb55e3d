package org.callboard.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.Journal;

/** A journal whose appends are counted and timed. */
final class MeasuredJournal implements Journal {
  private final Journal journal;
  private final Meters meters;

  MeasuredJournal(Journal journal, Meters meters) {
    this.journal = journal;
    this.meters = meters;
  }

  @Override
  public String id() {
    return journal.id();
  }

  @Override
  public Optional<Instant> time() {
    return journal.time();
  }

  @Override
  public long head() {
    return journal.head();
  }

  @Override
  public List<Entry> read(long afterRevision, int limit) {
    return journal.read(afterRevision, limit);
  }

  @Override
  public Optional<Entry> byKey(String author, String idempotencyKey) {
    return journal.byKey(author, idempotencyKey);
  }

  @Override
  public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
      throws HeadMoved {
    long begun = meters.nanos();
    String outcome = "not-saved";
    try {
      journal.append(expectedHead, entries, mayCommit);
      outcome = "appended";
    } catch (HeadMoved another) {
      outcome = "head-moved";
      throw another;
    } finally {
      meters.appended(entries.size(), outcome, meters.nanos() - begun);
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
