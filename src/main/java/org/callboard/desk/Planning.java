package org.callboard.desk;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.callboard.agenda.Occasion;
import org.callboard.agenda.Planner;
import org.callboard.agenda.Verdict;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.journal.Entry;
import org.callboard.wire.ChangeRequest;

/**
 * A change planned on a prefix of the journal: the same for a preview and for a publication, so
 * that they cannot differ. Pure.
 *
 * @param at what the event clock shows, in whole seconds
 */
record Planning(Prefix base, Instant at, boolean isRehearsal) {

  Verdict plan(Proposal proposal) {
    ChangeRequest request = proposal.request();
    Occasion occasion =
        new Occasion(
            at, base.revision() + 1, isRehearsal, proposal.author(), new History(base.entries()));
    return Planner.plan(base.agenda(), request.change(), occasion);
  }

  /** Why the asker must look again, if something that the change is about has changed since. */
  Optional<Outcome> outdated(ChangeRequest request) {
    return request
        .ifRevision()
        .flatMap(
            seen -> {
              long last = base.lastChangeOf(subjects(request.change()));
              return last > seen ? Optional.of(outdated(seen, last)) : Optional.empty();
            });
  }

  private Outcome outdated(long seen, long last) {
    String what = base.entry(last).map(History::type).orElse("change");
    return new Outcome.Outdated(
        "It was changed by revision "
            + last
            + " ("
            + what
            + ") after the revision "
            + seen
            + " that you saw. Look again, then ask with ifRevision "
            + base.revision()
            + ".");
  }

  Entry entry(Proposal proposal, Verdict.Planned plan, Instant recordedAt) {
    ChangeRequest request = proposal.request();
    return new Entry(
        base.revision() + 1,
        recordedAt,
        at,
        proposal.author(),
        proposal.key(),
        request.text(),
        plan.effects(),
        plan.cautions(),
        request.publicReason(),
        request.change() instanceof Change.Undo undo
            ? Optional.of(undo.revision())
            : Optional.empty());
  }

  private static Set<String> subjects(Change change) {
    if (change instanceof Change.Schedule schedule) {
      return subjects(schedule.change());
    }
    Set<String> subjects = new LinkedHashSet<>();
    if (change instanceof Change.OfSession ofSession) {
      subjects.add(Effect.subject(ofSession.session()));
    }
    if (change instanceof Change.Swap swap) {
      subjects.add(Effect.subject(swap.with()));
    }
    if (change instanceof Change.SetRoom set) {
      subjects.add("room:" + set.room());
    }
    if (change instanceof Change.Answer answer) {
      subjects.add("call:" + answer.call());
    }
    if (change instanceof Change.Settle settle) {
      subjects.add("conflict:" + settle.conflict());
    }
    if (change instanceof Change.Withdraw withdraw) {
      subjects.add("announcement:" + withdraw.announcement());
    }
    if (change instanceof Change.Announce announce) {
      announce.supersedes().ifPresent(id -> subjects.add("announcement:" + id));
    }
    return subjects;
  }
}
