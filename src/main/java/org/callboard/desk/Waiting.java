package org.callboard.desk;

import io.vertx.core.Promise;
import java.util.Optional;
import org.callboard.agenda.Verdict;
import org.callboard.journal.Entry;
import org.callboard.journal.LaterEntry;
import org.callboard.journal.ReplacedJournal;

/** A change on its way: what was asked, and who waits for the outcome. */
final class Waiting {
  private static final String NOTHING_SHOWN =
      "It was not saved, so nothing was shown. The boards go on; ask again in a moment.";

  private static final String UNKNOWN_IF_SAVED =
      "The journal was lost while it was saving, and nothing was shown. Look at the day before you"
          + " ask again; with the same Idempotency-Key it cannot be made twice.";

  final Proposal proposal;
  final Promise<Outcome> promise = Promise.promise();

  /** What the journal was given with it, until that has said what it kept. */
  Optional<Permit> permit = Optional.empty();

  Waiting(Proposal proposal) {
    this.proposal = proposal;
  }

  boolean isAnswered() {
    return promise.future().isComplete();
  }

  /** Answers, unless that was done before. */
  void answer(Outcome outcome) {
    promise.tryComplete(outcome);
  }

  /** Answers that nothing is shown of it, and that nothing is saved where that is certain. */
  void refuse() {
    answer(new Outcome.NotSaved(mayBeSaved() ? UNKNOWN_IF_SAVED : NOTHING_SHOWN));
  }

  /** The same, with the reason where asking again is of no use. */
  void refuse(Throwable failure) {
    if (failure instanceof ReplacedJournal || failure instanceof LaterEntry) {
      answer(new Outcome.NotSaved("Nothing was saved or shown. " + failure.getMessage() + "."));
    } else {
      refuse();
    }
  }

  /** Whether it is, or may still be saved; if that can be helped, it is not any more. */
  private boolean mayBeSaved() {
    return permit.filter(given -> !given.takeBack()).isPresent();
  }

  /** One that has been planned and is to be kept. */
  record Planned(Waiting waiting, Entry entry, Verdict.Planned plan) {}
}
