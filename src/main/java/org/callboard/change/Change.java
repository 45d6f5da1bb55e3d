package org.callboard.change;

import java.time.Instant;
import java.util.List;
import org.callboard.programme.Role;
import org.callboard.programme.Span;

/** What an organiser can ask of the day. */
public sealed interface Change {

  /** The session starts later, or earlier when the minutes are below zero. */
  record Delay(String session, int minutes, Ripple ripple) implements Change {}

  /** The session becomes longer, or shorter when the minutes are below zero. */
  record Extend(String session, int minutes, Ripple ripple) implements Change {}

  /** The session is at another time; nothing else moves. */
  record Retime(String session, Span to) implements Change {}

  /** The session begins at this instant of the event clock, with its length kept. */
  record Start(String session, Instant at) implements Change {}

  /** The session ends at this instant of the event clock. */
  record Finish(String session, Instant at, Ripple ripple) implements Change {}

  /** The session is called off. */
  record Cancel(String session) implements Change {}

  /** The session is on again. */
  record Reinstate(String session) implements Change {}

  /** The session is in other rooms. */
  record Move(String session, List<String> rooms) implements Change {
    public Move {
      rooms = List.copyOf(rooms);
    }
  }

  /** Two sessions change places: each takes the other's rooms and start. */
  record Swap(String session, String with) implements Change {}

  /**
   * A slot is held by somebody, or open again when the name is empty.
   *
   * @param slot its index within its role, from 0
   */
  record Assign(String session, Role role, int slot, String name, String affiliation)
      implements Change {}
}
