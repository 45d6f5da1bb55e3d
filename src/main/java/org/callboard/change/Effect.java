package org.callboard.change;

import java.util.List;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * A primitive edit of one session of the agenda; folding applies effects and decides nothing. Each
 * holds what was there before, so that its inverse can be told from itself alone.
 */
public sealed interface Effect {

  /** The id of the session that it edits. */
  String session();

  /** The effect that takes this one back. */
  Effect inverse();

  /**
   * The session has another live time.
   *
   * @param absorbedMinutes how much of a delay the session took into itself by becoming shorter
   */
  record Retimed(String session, Span from, Span to, long absorbedMinutes) implements Effect {
    @Override
    public Effect inverse() {
      return new Retimed(session, to, from, 0);
    }
  }

  /** The session is in other rooms; none makes it venue-wide. */
  record Moved(String session, List<String> from, List<String> to) implements Effect {
    public Moved {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public Effect inverse() {
      return new Moved(session, to, from);
    }
  }

  /** The session is called off, or on again. */
  record Cancelled(String session, boolean to) implements Effect {
    @Override
    public Effect inverse() {
      return new Cancelled(session, !to);
    }
  }

  /** The slot at an index of the session's people is held by somebody else, or by nobody. */
  record Assigned(String session, int slot, Slot from, Slot to) implements Effect {
    @Override
    public Effect inverse() {
      return new Assigned(session, slot, to, from);
    }
  }
}
