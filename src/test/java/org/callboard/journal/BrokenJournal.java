package org.callboard.journal;

import java.util.List;
import java.util.Optional;

/** A journal whose disk fails when a test says so, and works again when it says so. */
public final class BrokenJournal implements Journal {
  private final Journal journal;
  private volatile State state = State.WORKS;

  private enum State {
    WORKS,
    FAILS,
    ANSWERS_NOBODY
  }

  public BrokenJournal(Journal journal) {
    this.journal = journal;
  }

  /** From now on nothing is saved, and nothing can be read. */
  public void fail() {
    state = State.FAILS;
  }

  /** From now on what is appended is saved, but the connection is lost before that is heard. */
  public void loseAnswers() {
    state = State.ANSWERS_NOBODY;
  }

  public void repair() {
    state = State.WORKS;
  }

  @Override
  public String id() {
    return journal.id();
  }

  @Override
  public long head() {
    requireReachable();
    return journal.head();
  }

  @Override
  public List<Entry> read(long afterRevision, int limit) {
    requireReachable();
    return journal.read(afterRevision, limit);
  }

  @Override
  public Optional<Entry> byKey(String author, String idempotencyKey) {
    requireReachable();
    return journal.byKey(author, idempotencyKey);
  }

  @Override
  public void append(long expectedHead, List<Entry> entries) throws HeadMoved {
    requireReachable();
    journal.append(expectedHead, entries);
    if (state == State.ANSWERS_NOBODY) {
      throw new NotSaved("test", "the connection was lost", false, null);
    }
  }

  @Override
  public void close() {
    journal.close();
  }

  private void requireReachable() {
    if (state == State.FAILS) {
      throw new NotSaved("test", "the disk is full", true, null);
    }
  }
}
