package org.callboard.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The append-only record of accepted changes, in one order for everybody. Safe for use by several
 * threads; calls block, so never from an event loop.
 *
 * <p>Every method may throw {@link NotSaved} when the journal's place cannot be reached, and those
 * that read {@link DamagedJournal} when it does not hold what was appended, {@link LaterEntry} when
 * a later version appended it, and {@link ReplacedJournal} when it holds another history than it
 * did. All pass without a restart once their cause is gone.
 */
public interface Journal extends AutoCloseable {

  /**
   * The random id of this journal. A revision only means something beside it: another journal, or
   * this one after a restore from a backup, has another id.
   */
  String id();

  /**
   * What time it is where the journal is, which is the same for all who share it; empty where that
   * is this machine.
   */
  default Optional<Instant> time() {
    return Optional.empty();
  }

  /** The revision of the newest entry, 0 when there is none. */
  long head();

  /**
   * The entries after a revision, in order, at most {@code limit} of them: those before one of a
   * later version, where there are any.
   */
  List<Entry> read(long afterRevision, int limit);

  /** The entry that an author made with an idempotency key; an empty key finds none. */
  Optional<Entry> byKey(String author, String idempotencyKey);

  /** As the other one, without anybody who might give up. */
  default void append(long expectedHead, List<Entry> entries) throws HeadMoved {
    append(expectedHead, entries, () -> true);
  }

  /**
   * Appends all of the entries or none, in one transaction; when it returns they are on the disk.
   *
   * <p>When {@link NotSaved#isCertain} is false the connection was lost during the commit, and the
   * entries may be there, or still arrive within moments. To find out, call {@link #byKey} for an
   * entry that has a key, else {@link #read} after {@code expectedHead}: equal entries there were
   * saved. With the head unmoved, appending the same entries again is safe in any case: if the lost
   * commit does arrive first, this one is refused with {@link HeadMoved}.
   *
   * @param entries with the revisions {@code expectedHead + 1} and so on
   * @param mayCommit asked once, right before the commit; when it says no, nothing is kept
   * @throws HeadMoved when the head is not, or no longer, {@code expectedHead}
   * @throws NotSaved when the place failed, or nobody wanted it any more
   * @throws IllegalArgumentException when revisions do not follow, or an author's key was used
   *     before: ask {@link #byKey} first
   */
  void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit) throws HeadMoved;

  @Override
  void close();
}
