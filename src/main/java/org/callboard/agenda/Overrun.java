package org.callboard.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** That a delay runs into a session which does not wait for it. */
final class Overrun {
  private Overrun() {}

  static Caution ofPinned(Situation in, LiveSession session, Instant until) {
    return caution(
        session,
        Situation.quoted(session)
            + " is pinned to "
            + in.clock(session.span().start())
            + " and does not wait, while what comes before it would last until "
            + in.clock(until)
            + "; shorten that, or move one of them.");
  }

  /** A break that stays is not run into: the room takes what is left of it. */
  static Optional<Caution> ofStaying(Situation in, LiveSession session, Instant until) {
    return session.minimumLength().isPresent()
        ? Optional.empty()
        : Optional.of(
            caution(
                session,
                Situation.quoted(session)
                    + " is for the whole venue at "
                    + in.clock(session.span().start())
                    + " and does not wait for one room, which would be busy until "
                    + in.clock(until)
                    + "; shorten what comes before, or let the whole venue shift."));
  }

  private static Caution caution(LiveSession session, String message) {
    return new Caution("pinned-overlap", message, List.of(session.id()));
  }
}
