package org.callboard.interchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.programme.Day;
import org.callboard.programme.Kind;
import org.callboard.programme.Session;

/** The days that a source names, and days of their own for sessions that start in none of them. */
final class GatheredDays {

  private GatheredDays() {}

  static List<Day> of(List<Day> named, List<Session> sessions, ZoneId zone) {
    TreeMap<Instant, Instant> spans = new TreeMap<>();
    named.forEach(day -> spans.merge(day.span().start(), day.span().end(), GatheredDays::later));
    List<Session> outside = sessions.stream().filter(session -> !isIn(spans, session)).toList();
    List<Day> days = new ArrayList<>(named);
    days.addAll(DerivedDays.of(timed(outside), zone));
    days.sort(Comparator.comparing(day -> day.span().start()));
    return days;
  }

  /** Whole days would join the days around them; they make days only where nothing else does. */
  private static List<Session> timed(List<Session> sessions) {
    List<Session> timed =
        sessions.stream().filter(session -> session.kind() != Kind.ALL_DAY).toList();
    return timed.isEmpty() ? sessions : timed;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static boolean isIn(TreeMap<Instant, Instant> spans, Session session) {
    Map.Entry<Instant, Instant> begun = spans.floorEntry(session.span().start());
    return begun != null && !session.span().start().isAfter(begun.getValue());
  }
}
