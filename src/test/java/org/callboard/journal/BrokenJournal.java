package org.callboard.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A journal whose disk fails when a test says so, and works again when it says so. */
public final class BrokenJournal implements Journal {
  private final Journal journal;
  private volatile State state = State.WORKS;

  private enum State {
    WORKS,
    FAILS,
    HANGS,
    HANGS_WHEN_SAVED,
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

  /** From now on nobody gets an answer, until it is repaired; then everybody does. */
  public void hang() {
    state = State.HANGS;
  }

  /**
   * From now on what is appended is saved, and the answer to that stays out until it is repaired.
   */
  public void hangWhenSaved() {
    state = State.HANGS_WHEN_SAVED;
  }

  public synchronized void repair() {
    state = State.WORKS;
    notifyAll();
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
  public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
      throws HeadMoved {
    requireReachable();
    journal.append(expectedHead, entries, mayCommit);
    awaitEndOf(State.HANGS_WHEN_SAVED);
    if (state == State.ANSWERS_NOBODY) {
      throw new NotSaved("test", "the connection was lost", false, null);
    }
  }

  @Override
  public void close() {
    journal.close();
  }

  private synchronized void awaitEndOf(State hanging) {
    try {
      while (state == hanging) {
        wait();
      }
    } catch (InterruptedException ending) {
      throw new NotSaved("test", "the test ends", false, ending);
    }
  }

  private void requireReachable() {
    awaitEndOf(State.HANGS);
    if (state == State.FAILS) {
      throw new NotSaved("test", "the disk is full", true, null);
    }
  }
}
