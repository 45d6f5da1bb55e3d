package org.callboard.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Span;

/** The end of a conference day, across which nothing moves without a caution. */
final class DayEnd {
  private DayEnd() {}

  /**
   * A caution where a session would run past the end of its day.
   *
   * @param on an instant of the day meant: that of the live start for what is delayed, that of the
   *     new start for what somebody puts at a time of its own
   */
  static Optional<Caution> caution(Situation in, LiveSession session, Instant on, Span to) {
    return in.agenda()
        .programme()
        .dayOf(on)
        .filter(day -> to.end().isAfter(day.span().end()))
        .map(
            day ->
                new Caution(
                    "past-day-end",
                    Situation.quoted(session)
                        + " would end at "
                        + in.clock(to.end())
                        + ", past the end of "
                        + day.label()
                        + " at "
                        + in.clock(day.span().end())
                        + "; shorten it, or let the house know.",
                    List.of(session.id())));
  }
}
