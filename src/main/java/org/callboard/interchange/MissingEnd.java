package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/**
 * The rule for a session without an end: the next start in its room on that day, else a usual
 * length.
 */
final class MissingEnd {
  static final Duration USUAL_LENGTH = Duration.ofMinutes(60);

  private MissingEnd() {}

  static Span of(Session session, List<Session> all, ZoneId zone) {
    Instant start = session.span().start();
    LocalDate day = start.atZone(zone).toLocalDate();
    Instant end =
        all.stream()
            .filter(other -> meet(session, other))
            .map(other -> other.span().start())
            .filter(next -> next.isAfter(start) && next.atZone(zone).toLocalDate().equals(day))
            .min(Comparator.naturalOrder())
            .orElse(start.plus(USUAL_LENGTH));
    return new Span(start, end);
  }

  static Session with(Session session, Span span) {
    return new Session(
        session.id(),
        session.label(),
        session.title(),
        session.kind(),
        session.rooms(),
        span,
        session.minimumMinutes(),
        session.pinned(),
        session.languages(),
        session.organiser(),
        session.people(),
        session.description(),
        session.questions());
  }

  private static boolean meet(Session one, Session other) {
    return one.isVenueWide()
        || other.isVenueWide()
        || !Collections.disjoint(one.rooms(), other.rooms());
  }
}
