package org.callboard.interchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.callboard.programme.Day;
import org.callboard.programme.Kind;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/**
 * The days that a source names, grown where a session of their date starts outside them, and days
 * of their own for sessions of other dates.
 */
final class GatheredDays {
  private static final int MORNING = 5;

  private final ZoneId zone;
  private final TreeMap<Instant, Growing> byStart = new TreeMap<>();
  private final Map<LocalDate, Growing> byDate = new HashMap<>();
  private final List<Session> elsewhere = new ArrayList<>();

  /**
   * A day while sessions are laid in it; one of which only the date is known begins without span.
   */
  private static final class Growing {
    private final Day named;
    private Optional<Span> span;

    private Growing(Day named, Optional<Span> span) {
      this.named = named;
      this.span = span;
    }

    /** A session within the day; a day that came with its span needs not grow for it. */
    private void hold(Session session) {
      if (!span.equals(Optional.of(named.span()))) {
        grow(session);
      }
    }

    private void grow(Session session) {
      Span added = DerivedDays.inOneDay(session.span());
      span = Optional.of(span.map(whole -> DerivedDays.joined(whole, added)).orElse(added));
    }

    private Stream<Day> day() {
      return span.map(whole -> new Day(named.label(), whole)).stream();
    }
  }

  private GatheredDays(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @param named days with their span
   * @param windows days of which only the date is known, from change of days to change of days
   */
  static List<Day> of(List<Day> named, List<Day> windows, List<Session> sessions, ZoneId zone) {
    GatheredDays days = new GatheredDays(zone);
    named.forEach(day -> days.add(new Growing(day, Optional.of(day.span()))));
    windows.forEach(day -> days.add(new Growing(day, Optional.empty())));
    timed(sessions).forEach(days::lay);
    return Stream.concat(
            days.byStart.values().stream().flatMap(Growing::day),
            DerivedDays.of(days.elsewhere, zone).stream())
        .sorted(Comparator.comparing(day -> day.span().start()))
        .toList();
  }

  /** Whole days would join the days around them; they make days only where nothing else does. */
  private static List<Session> timed(List<Session> sessions) {
    List<Session> timed =
        sessions.stream().filter(session -> session.kind() != Kind.ALL_DAY).toList();
    return timed.isEmpty() ? sessions : timed;
  }

  private void add(Growing day) {
    if (byStart.putIfAbsent(day.named.span().start(), day) == null) {
      byDate.putIfAbsent(day.named.span().start().atZone(zone).toLocalDate(), day);
    }
  }

  private void lay(Session session) {
    Instant start = session.span().start();
    Map.Entry<Instant, Growing> begun = byStart.floorEntry(start);
    Growing ofDate = byDate.get(date(start));
    if (begun != null && begun.getValue().named.contains(start)) {
      begun.getValue().hold(session);
    } else if (ofDate != null) {
      ofDate.grow(session);
    } else {
      elsewhere.add(session);
    }
  }

  /** The date of the day that a start belongs to: the first hours are of the evening before. */
  private LocalDate date(Instant start) {
    ZonedDateTime local = start.atZone(zone);
    return local.toLocalDate().minusDays(local.getHour() < MORNING ? 1 : 0);
  }
}
