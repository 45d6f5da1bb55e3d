package org.callboard.change;

import java.util.List;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** A primitive edit of one session of the agenda; folding applies effects and decides nothing. */
public sealed interface Effect {

  /** The id of the session that it edits. */
  String session();

  /** The session has another live time. */
  record Retimed(String session, Span to) implements Effect {}

  /** The session is in other rooms; none makes it venue-wide. */
  record Moved(String session, List<String> to) implements Effect {
    public Moved {
      to = List.copyOf(to);
    }
  }

  /** The session is called off, or on again. */
  record Cancelled(String session, boolean to) implements Effect {}

  /** The slot at an index of the session's people is held by somebody else, or by nobody. */
  record Assigned(String session, int slot, Slot to) implements Effect {}
}
