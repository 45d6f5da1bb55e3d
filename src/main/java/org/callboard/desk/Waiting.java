package org.callboard.desk;

import io.vertx.core.Promise;
import java.util.List;
import org.callboard.agenda.Verdict;
import org.callboard.journal.Entry;

/** A change on its way: what was asked, and who waits for the outcome. */
final class Waiting {
  final Proposal proposal;
  final Promise<Outcome> promise = Promise.promise();

  Waiting(Proposal proposal) {
    this.proposal = proposal;
  }

  /** One that has been planned and is to be kept. */
  record Planned(Waiting waiting, Entry entry, Verdict.Planned plan) {

    static List<Entry> entries(List<Planned> planned) {
      return planned.stream().map(Planned::entry).toList();
    }
  }
}
