package org.callboard.interchange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.callboard.programme.Day;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/**
 * The days of a programme that names none: a long pause with a new date begins one; where a night
 * has none, the morning does.
 */
final class DerivedDays {
  private static final Duration NIGHT = Duration.ofHours(4);
  private static final Duration LONGEST_DAY = Duration.ofHours(18);
  private static final Duration LONGEST_SESSION = Duration.ofHours(24);
  private static final int MORNING = 5;
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

  private DerivedDays() {}

  static List<Day> of(List<Session> sessions, ZoneId zone) {
    List<Span> days = new ArrayList<>();
    List<Span> spans =
        sessions.stream().map(Session::span).sorted(Comparator.comparing(Span::start)).toList();
    for (Span span : spans) {
      int last = days.size() - 1;
      if (days.isEmpty() || beginsDay(days.get(last), span, zone)) {
        days.add(inOneDay(span));
      } else {
        days.set(last, joined(days.get(last), inOneDay(span)));
      }
    }
    return days.stream().map(span -> new Day(label(span.start(), zone), span)).toList();
  }

  static String label(Instant start, ZoneId zone) {
    return LABEL.format(start.atZone(zone));
  }

  private static boolean beginsDay(Span day, Span next, ZoneId zone) {
    Duration gap = Duration.between(day.end(), next.start());
    boolean afterPause =
        gap.compareTo(NIGHT) >= 0 && !date(day.end(), zone).equals(date(next.start(), zone));
    return afterPause || isAfterMorning(day, next, zone);
  }

  /** Whether a day that went on without a night has come to its second morning. */
  private static boolean isAfterMorning(Span day, Span next, ZoneId zone) {
    LocalDate begun = date(day.start().minus(Duration.ofHours(MORNING)), zone);
    return date(next.start().minus(Duration.ofHours(MORNING)), zone).isAfter(begun)
        && Duration.between(day.start(), later(day.end(), next.end())).compareTo(LONGEST_DAY) > 0;
  }

  /** An exhibition over days makes none of them longer. */
  static Span inOneDay(Span span) {
    return span.length().compareTo(LONGEST_SESSION) > 0
        ? new Span(span.start(), span.start())
        : span;
  }

  static Span joined(Span day, Span next) {
    return new Span(day.start(), later(day.end(), next.end()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate date(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }
}
