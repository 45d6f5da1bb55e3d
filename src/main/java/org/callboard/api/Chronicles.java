package org.callboard.api;

import java.util.List;
import org.callboard.agenda.Agenda;
import org.callboard.desk.Prefix;
import org.callboard.desk.Replica;
import org.callboard.feeds.Chronicle;
import org.callboard.feeds.Revision;
import org.callboard.journal.Entry;

/**
 * The chronicle of a node's copy of the day, made longer as the copy grows. Any thread may ask; two
 * that ask at once may do the same work twice, and no more.
 */
final class Chronicles {

  /** The day at a revision, with what led to it. */
  record Known(long revision, Agenda agenda, Chronicle chronicle) {}

  private final Replica replica;
  private volatile Known known;

  Chronicles(Replica replica) {
    this.replica = replica;
    this.known = from(Chronicle.EMPTY, 0, replica.present().prefix());
  }

  Known present() {
    Prefix prefix = replica.present().prefix();
    Known last = known;
    if (last.revision() < prefix.revision()) {
      last = from(last.chronicle(), last.revision(), prefix);
      known = last;
    }
    return last;
  }

  private static Known from(Chronicle chronicle, long revision, Prefix prefix) {
    List<Entry> more = prefix.entries().subList((int) revision, prefix.entries().size());
    List<Revision> revisions =
        more.stream()
            .map(entry -> new Revision(entry.recordedAt(), entry.at(), entry.effects()))
            .toList();
    return new Known(prefix.revision(), prefix.agenda(), chronicle.with(revisions));
  }
}
