package org.callboard.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Predicate;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;

/** How an instant is said at the instant that a page shows, in the zone of the event. */
final class Hours {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d.M. HH:mm");
  private static final int DAYS_WITH_A_NAME = 7;

  private final Instant now;
  private final Programme programme;
  private final ZoneId zone;
  private final Labels labels;

  Hours(Instant now, Programme programme, Labels labels) {
    this.now = now;
    this.programme = programme;
    this.zone = programme.event().zone();
    this.labels = labels;
  }

  String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** A start as people say it now: its time alone while it is of today, else with its day. */
  String when(Instant start) {
    ZonedDateTime then = start.atZone(zone);
    LocalDate today = dateOf(now);
    LocalDate day = then.toLocalDate();
    if (isToday(start)) {
      return clock(start);
    }
    if (day.equals(today.plusDays(1))) {
      return labels.say("tomorrow", clock(start));
    }
    boolean named = day.isAfter(today) && day.isBefore(today.plusDays(DAYS_WITH_A_NAME));
    return named
        ? labels.say("onDay", labels.weekday(then.getDayOfWeek()), clock(start))
        : DATE.format(then);
  }

  /** A planned instant as it is struck through beside the one that holds; empty when they agree. */
  String was(Instant planned, Instant live) {
    if (dateOf(planned).equals(dateOf(live))) {
      return clock(planned).equals(clock(live)) ? "" : clock(planned);
    }
    return when(planned);
  }

  /** Whether people call it today: of the present date, or of the conference day under way. */
  boolean isToday(Instant instant) {
    return dateOf(instant).equals(dateOf(now)) || isOfThisDay(instant);
  }

  /** Whether an instant lies in the conference day that is under way. */
  boolean isOfThisDay(Instant instant) {
    return programme
        .dayOf(now)
        .filter(day -> day.contains(now) && day.contains(instant))
        .isPresent();
  }

  /**
   * The conference day to read at the head: the one under way, else one of this date, else none.
   */
  String dayLabel() {
    LocalDate today = dateOf(now);
    return firstDay(day -> day.contains(now))
        .or(() -> firstDay(day -> dateOf(day.span().start()).equals(today)))
        .or(() -> firstDay(day -> dateOf(day.span().end()).equals(today)))
        .map(Day::label)
        .orElse("");
  }

  String minutesLeft(Instant end) {
    long minutes = Math.max(1, (Duration.between(now, end).toSeconds() + 59) / 60);
    return minutes == 1 ? labels.say("minuteLeft") : labels.say("minutesLeft", minutes);
  }

  private Optional<Day> firstDay(Predicate<Day> wanted) {
    return programme.days().stream().filter(wanted).findFirst();
  }

  private LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
