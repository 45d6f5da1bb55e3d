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

  /** It is known that nothing of it was saved. */
  void notSaved() {
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
}
