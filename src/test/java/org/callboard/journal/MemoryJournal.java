package org.callboard.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A journal that forgets: the contract of {@link Journal} without a disk. */
public final class MemoryJournal implements Journal {
  private final String id;
  private final List<Entry> entries = new ArrayList<>();

  public MemoryJournal() {
    this("memory");
  }

  public MemoryJournal(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public synchronized long head() {
    return entries.size();
  }

  @Override
  public synchronized List<Entry> read(long afterRevision, int limit) {
    return entries.stream().skip(afterRevision).limit(limit).toList();
  }

  @Override
  public synchronized Optional<Entry> byKey(String author, String idempotencyKey) {
    return idempotencyKey.isEmpty()
        ? Optional.empty()
        : entries.stream()
            .filter(entry -> entry.author().equals(author) && entry.key().equals(idempotencyKey))
            .findFirst();
  }

  @Override
  public synchronized void append(long expectedHead, List<Entry> added, BooleanSupplier mayCommit)
      throws HeadMoved {
    requireFollowing(expectedHead, added);
    if (expectedHead != entries.size()) {
      throw new HeadMoved(expectedHead, entries.size());
    }
    List<Entry> all = new ArrayList<>(entries);
    for (Entry entry : added) {
      requireNewKey(all, entry);
      all.add(entry);
    }
    if (!mayCommit.getAsBoolean()) {
      throw new NotSaved("test", "nobody waits for it any more", true, null);
    }
    entries.addAll(added);
  }

  @Override
  public void close() {}

  private static void requireFollowing(long expectedHead, List<Entry> added) {
    for (int i = 0; i < added.size(); i++) {
      if (added.get(i).revision() != expectedHead + 1 + i) {
        throw new IllegalArgumentException("Revisions do not follow");
      }
    }
  }

  private static void requireNewKey(List<Entry> all, Entry added) {
    boolean used =
        all.stream()
            .anyMatch(
                entry -> entry.key().equals(added.key()) && entry.author().equals(added.author()));
    if (used && !added.key().isEmpty()) {
      throw new IllegalArgumentException("An idempotency key was used before");
    }
  }
}
