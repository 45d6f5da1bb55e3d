package org.callboard.desk;

import java.util.List;
import org.callboard.board.Boards;
import org.callboard.journal.Entry;

/** The day as one prefix of the journal makes it, and the boards that show it. Immutable. */
public record Snapshot(Prefix prefix, Boards boards) {

  static Snapshot of(Prefix prefix) {
    return new Snapshot(prefix, Boards.of(prefix.revision(), prefix.agenda()));
  }

  public long revision() {
    return prefix.revision();
  }

  Snapshot with(List<Entry> more) {
    Prefix longer = prefix.with(more);
    return new Snapshot(longer, Boards.after(boards, longer.revision(), longer.agenda()));
  }

  /** The day as an earlier revision had left it, folded anew. */
  Snapshot asOf(long revision) {
    return of(Folding.of(prefix.entries().subList(0, (int) revision)));
  }
}
