package org.callboard.desk;

import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Verdict;
import org.callboard.board.Boards;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;

/** What a change does or did, told without keeping anything. Any thread may ask. */
record Forecast(EventTime time) {

  /** What a change would do to the day as it is. */
  Outcome preview(Snapshot present, Proposal proposal) {
    Planning planning = planning(present.prefix());
    Optional<Outcome> outdated = planning.outdated(proposal.request());
    if (outdated.isPresent()) {
      return outdated.get();
    }
    Verdict verdict = planning.plan(proposal);
    if (verdict instanceof Verdict.Planned plan) {
      Entry entry = planning.entry(proposal, plan, time.sharedNow());
      return planned(present, present.with(List.of(entry)), 0, plan);
    }
    return new Outcome.Refused(((Verdict.Refused) verdict).reason());
  }

  /** How a change is planned now, on a prefix of the journal. */
  Planning planning(Prefix base) {
    return new Planning(base, time.second(), time.clock().isRehearsal());
  }

  /** The answer that the entry of a key was given, worked out anew from what it was planned on. */
  Outcome again(Snapshot present, Proposal proposal, Entry entry) {
    if (!entry.change().equals(proposal.request().text())) {
      return new Outcome.KeyReused(
          "This Idempotency-Key made revision "
              + entry.revision()
              + ", which was another change; use a new key for a new change.");
    }
    Snapshot before = present.asOf(entry.revision() - 1);
    Verdict verdict =
        new Planning(before.prefix(), entry.at(), time.clock().isRehearsal()).plan(proposal);
    Verdict.Planned plan =
        verdict instanceof Verdict.Planned planned
            ? new Verdict.Planned(entry.effects(), entry.cautions(), planned.absorptions())
            : new Verdict.Planned(entry.effects(), entry.cautions(), List.of());
    return planned(before, before.with(List.of(entry)), entry.revision(), plan);
  }

  /** The outcome of a plan that led from one snapshot to another. */
  static Outcome planned(Snapshot before, Snapshot after, long revision, Verdict.Planned plan) {
    Boards boards = after.boards();
    return new Outcome.Planned(
        revision,
        plan.effects(),
        plan.cautions(),
        plan.absorptions(),
        boards.changedSince(before.boards()),
        boards.venueChangedSince(before.boards()));
  }
}
