package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/**
 * The rule for a session without an end: the next start in its room on that day, else a usual
 * length.
 */
final class MissingEnd {
  static final Duration USUAL_LENGTH = Duration.ofMinutes(60);

  private final ZoneId zone;
  private final TreeSet<Instant> everywhere = new TreeSet<>();
  private final TreeSet<Instant> venueWide = new TreeSet<>();
  private final Map<String, TreeSet<Instant>> byRoom = new HashMap<>();

  MissingEnd(List<Session> all, ZoneId zone) {
    this.zone = zone;
    all.forEach(this::note);
  }

  Span of(Session session) {
    Instant start = session.span().start();
    LocalDate day = start.atZone(zone).toLocalDate();
    Instant end =
        starts(session)
            .map(times -> times.higher(start))
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .filter(next -> next.atZone(zone).toLocalDate().equals(day))
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

  private void note(Session session) {
    Instant start = session.span().start();
    everywhere.add(start);
    if (session.isVenueWide()) {
      venueWide.add(start);
    }
    session
        .rooms()
        .forEach(room -> byRoom.computeIfAbsent(room, key -> new TreeSet<>()).add(start));
  }

  private Stream<TreeSet<Instant>> starts(Session session) {
    return session.isVenueWide()
        ? Stream.of(everywhere)
        : Stream.concat(Stream.of(venueWide), session.rooms().stream().map(byRoom::get));
  }
}
