package org.callboard.desk;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.agenda.Verdict;
import org.callboard.journal.Entry;

/**
 * How what waits is planned, one upon the other, for one append. Owned by the desk's event loop.
 *
 * @param untimely why a change cannot be made here at this time, where it cannot
 */
record Batching(
    Replica replica, Forecast forecast, Keys keys, Function<Proposal, Optional<Outcome>> untimely) {

  /** Changes that are appended in one transaction. */
  private static final int LARGEST = 128;

  /** Takes the next batch from a queue; what is known without the journal is answered. */
  Batch next(Deque<Waiting> queue) {
    Prefix base = replica.present().prefix();
    List<Waiting.Planned> batch = new ArrayList<>();
    Keys fresh = new Keys();
    while (!queue.isEmpty() && batch.size() < LARGEST) {
      Waiting waiting = queue.peek();
      if (fresh.find(waiting.proposal).isPresent()) {
        return Batch.of(batch); // the same key again: answered once the first is saved
      }
      queue.remove();
      Optional<Waiting.Planned> planned = plan(waiting, base);
      if (planned.isPresent()) {
        batch.add(planned.get());
        fresh.remember(List.of(planned.get().entry()));
        base = base.with(List.of(planned.get().entry()));
      }
    }
    return Batch.of(batch);
  }

  private Optional<Waiting.Planned> plan(Waiting waiting, Prefix base) {
    try {
      Optional<Outcome> known = known(waiting.proposal, base).or(() -> untimely(waiting));
      if (known.isPresent()) {
        waiting.answer(known.get());
        return Optional.empty();
      }
      Planning planning = forecast.planning(base);
      Verdict verdict = planning.plan(waiting.proposal);
      if (verdict instanceof Verdict.Refused refused) {
        waiting.answer(new Outcome.Refused(refused.reason()));
        return Optional.empty();
      }
      Verdict.Planned plan = (Verdict.Planned) verdict;
      Entry entry = planning.entry(waiting.proposal, plan, forecast.time().sharedNow());
      return Optional.of(new Waiting.Planned(waiting, entry, plan));
    } catch (RuntimeException fault) {
      waiting.promise.tryFail(fault); // one that cannot be planned harms nobody else
      return Optional.empty();
    }
  }

  private Optional<Outcome> known(Proposal proposal, Prefix base) {
    return keys.find(proposal)
        .map(entry -> forecast.again(replica.present(), proposal, entry))
        .or(() -> forecast.planning(base).outdated(proposal.request()));
  }

  private Optional<Outcome> untimely(Waiting waiting) {
    return untimely.apply(waiting.proposal);
  }
}
