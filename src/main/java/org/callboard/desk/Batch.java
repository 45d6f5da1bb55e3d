package org.callboard.desk;

import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.callboard.journal.Entry;

/**
 * Planned changes that go into the journal together or not at all, with the leave to commit them.
 */
record Batch(List<Waiting.Planned> planned, Permit permit) {

  Batch {
    planned = List.copyOf(planned);
  }

  static Batch of(List<Waiting.Planned> planned) {
    Batch batch = new Batch(planned, new Permit());
    planned.forEach(each -> each.waiting().permit = Optional.of(batch.permit()));
    return batch;
  }

  boolean isEmpty() {
    return planned.isEmpty();
  }

  List<Entry> entries() {
    return planned.stream().map(Waiting.Planned::entry).toList();
  }

  /** The revision that it was planned on. */
  long base() {
    return planned.get(0).entry().revision() - 1;
  }

  /** Whether these are the entries that followed; no other's are equal, since each has a key. */
  boolean isIn(Prefix prefix) {
    Entry first = planned.get(0).entry();
    return prefix.entry(first.revision()).filter(first::equals).isPresent();
  }

  /** It is known that nothing of it was saved, or all of it and everybody was told so. */
  void settled() {
    planned.forEach(each -> each.waiting().permit = Optional.empty());
  }

  /** Before all others; those that nobody waits for any more are not made any more. */
  void putBackInto(Deque<Waiting> queue) {
    for (int i = planned.size() - 1; i >= 0; i--) {
      if (!planned.get(i).waiting().isAnswered()) {
        queue.addFirst(planned.get(i).waiting());
      }
    }
  }

  /** Tells each what it made of the day as those before it had left it. */
  void answer(Snapshot before, Snapshot newest) {
    Snapshot last = before;
    for (Waiting.Planned each : planned) {
      long revision = each.entry().revision();
      Snapshot made = revision == newest.revision() ? newest : last.with(List.of(each.entry()));
      each.waiting().answer(Forecast.planned(last, made, revision, each.plan()));
      last = made;
    }
  }
}
