package org.callboard.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.board.Boards;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;

/**
 * A node's copy of the day: what the journal's entries, as far as they are known here, make of it.
 * Any thread may read; one, the desk's, adopts entries.
 */
public final class Replica {
  private static final int REMEMBERED = 16;

  private final EventTime time;
  private final Map<Long, Boards> remembered =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boards> eldest) {
          return size() > REMEMBERED;
        }
      };
  private final LongAdder projections = new LongAdder();
  private final LongAdder projectionNanos = new LongAdder();
  private volatile Snapshot present;

  public Replica(List<Entry> entries, EventTime time) {
    this.present = Snapshot.of(Folding.of(entries));
    this.time = time;
  }

  public Snapshot present() {
    return present;
  }

  public Boards boards() {
    return present.boards();
  }

  /** The boards as a revision made them; the present ones for a revision still to come. */
  public Boards asOf(long revision) {
    Snapshot newest = present;
    if (revision >= newest.revision()) {
      return newest.boards();
    }
    synchronized (remembered) {
      return remembered.computeIfAbsent(revision, past -> newest.asOf(past).boards());
    }
  }

  /** The revision to answer from for an instant: for one that has passed, what was known then. */
  public long revisionAt(Instant instant) {
    Snapshot newest = present;
    return instant.isBefore(time.second()) ? newest.prefix().knownAt(instant) : newest.revision();
  }

  /** How often entries were folded and every board projected. */
  public long projections() {
    return projections.sum();
  }

  /** How long that took in all, in nanoseconds. */
  public long projectionNanos() {
    return projectionNanos.sum();
  }

  /** Takes in entries that follow what is here; the clock follows them too. */
  Snapshot adopt(List<Entry> entries) {
    long begun = time.moment().nanos();
    Snapshot next = present.with(entries);
    projections.increment();
    projectionNanos.add(time.moment().nanos() - begun);
    present = next;
    SharedClock.follow(entries, time);
    return next;
  }
}
