package org.callboard.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A journal as another node has it: the same entries, and theirs to close whose it is. */
public class SharedJournal implements Journal {
  private final Journal journal;

  public SharedJournal(Journal journal) {
    this.journal = journal;
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
  public Optional<Entry> byKey(String author, String key) {
    return journal.byKey(author, key);
  }

  @Override
  public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
      throws HeadMoved {
    journal.append(expectedHead, entries, mayCommit);
  }

  @Override
  public void close() {}
}
