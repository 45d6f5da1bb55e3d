package org.callboard.desk;

import io.vertx.core.Promise;
import java.util.Optional;
import org.callboard.agenda.Verdict;
import org.callboard.journal.Entry;

/** A change on its way: what was asked, and who waits for the outcome. */
final class Waiting {
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

  /** Whether it is, or may still be saved; if that can be helped, it is not any more. */
  boolean mayBeSaved() {
    return permit.filter(given -> !given.takeBack()).isPresent();
  }

  /** One that has been planned and is to be kept. */
  record Planned(Waiting waiting, Entry entry, Verdict.Planned plan) {}
}
