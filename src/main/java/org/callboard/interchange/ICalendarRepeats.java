package org.callboard.interchange;

import biweekly.ICalDataType;
import biweekly.ICalVersion;
import biweekly.io.CannotParseException;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Date;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an event of a calendar takes place, by its start, RRULE, RDATE and EXDATE (RFC 5545 §3.8.5).
 * Rules are followed in local time, so that 10:00 stays 10:00 over a clock change, and within
 * bounds.
 */
final class ICalendarRepeats {
  static final int MOST_OF_ONE = 1_000;
  static final Period FURTHEST = Period.ofYears(2);

  private static final int MOST_STEPS = 200_000;
  private static final Set<Frequency> FOLLOWED =
      Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
  private static final Pattern UNTIL = Pattern.compile(";?UNTIL=([^;]*)");
  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final ICalendarPart event;
  private final ICalendarTime start;
  private final ICalendarZones zones;
  private final LocalDateTime latest;
  private final Warnings warnings;
  private final Map<Instant, ICalendarTime> times = new LinkedHashMap<>();

  private ICalendarRepeats(
      ICalendarPart event,
      ICalendarTime start,
      ICalendarZones zones,
      LocalDateTime latest,
      Warnings warnings) {
    this.event = event;
    this.start = start;
    this.zones = zones;
    this.latest = latest;
    this.warnings = warnings;
  }

  /**
   * Every start, each once, the first one first.
   *
   * @param known the newest instant that the file knows of, from which an endless rule is followed
   *     for {@link #FURTHEST}
   */
  static List<ICalendarTime> of(
      ICalendarPart event,
      ICalendarTime start,
      ICalendarZones zones,
      LocalDateTime known,
      Warnings warnings) {
    LocalDateTime from = known.isAfter(start.local()) ? known : start.local();
    return new ICalendarRepeats(event, start, zones, from.plus(FURTHEST), warnings).starts();
  }

  private List<ICalendarTime> starts() {
    add(start);
    event.each("RRULE").forEach(this::follow);
    event.each("RDATE").forEach(this::addDates);
    event.each("EXDATE").forEach(this::takeDates);
    return new ArrayList<>(times.values());
  }

  private void add(ICalendarTime time) {
    times.putIfAbsent(time.instant(zones), time);
  }

  private void follow(ICalendarPart.Property rule) {
    Optional<Recurrence> read = read(rule);
    Optional<Frequency> often = read.map(Recurrence::getFrequency);
    if (often.filter(FOLLOWED::contains).isEmpty()) {
      warn(rule.line(), "its rule cannot be followed, so only its first time is read: list each");
      return;
    }
    Matcher until = UNTIL.matcher(rule.value().toUpperCase(Locale.ROOT));
    Optional<ICalendarTime> last =
        until.find() ? ICalendarTime.of(until.group(1), start.zone()) : Optional.empty();
    follow(rule.line(), read.get(), last);
  }

  /** UNTIL is taken out, since the library would read it in a zone of its own. */
  private Optional<Recurrence> read(ICalendarPart.Property rule) {
    String text = UNTIL.matcher(rule.value().toUpperCase(Locale.ROOT)).replaceAll("");
    ParseContext context = new ParseContext();
    context.setVersion(ICalVersion.V2_0);
    try {
      return Optional.ofNullable(
          new RecurrenceRuleScribe()
              .parseText(text, ICalDataType.RECUR, new ICalParameters(), context)
              .getValue());
    } catch (CannotParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void follow(int line, Recurrence rule, Optional<ICalendarTime> last) {
    Deque<ICalendarTime> found = new ArrayDeque<>();
    DateIterator dates =
        rule.getDateIterator(Date.from(start.local().toInstant(ZoneOffset.UTC)), UTC);
    boolean isCut = false;
    int steps = 0;
    while (dates.hasNext() && !isCut) {
      ICalendarTime time = start.at(local(dates.next()));
      if (last.isPresent() && isAfter(time, last.get())) {
        break;
      }
      isCut = time.local().isAfter(latest) || steps++ > MOST_STEPS;
      if (!isCut) {
        found.add(time);
      }
      if (found.size() > MOST_OF_ONE) {
        found.removeFirst();
      }
    }
    found.forEach(this::add);
    warnOfBounds(line, isCut, steps);
  }

  private static LocalDateTime local(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  private boolean isAfter(ICalendarTime time, ICalendarTime last) {
    return last.isDate() || last.offset().isEmpty()
        ? time.local()
            .isAfter(last.isDate() ? last.local().plusDays(1).minusSeconds(1) : last.local())
        : time.instant(zones).isAfter(last.instant(zones));
  }

  private void warnOfBounds(int line, boolean isCut, int steps) {
    if (isCut) {
      warn(line, "it repeats without end, and is read until " + latest.toLocalDate());
    }
    if (steps > MOST_OF_ONE) {
      warn(line, "it repeats " + steps + " times, and the last " + MOST_OF_ONE + " are read");
    }
  }

  private void addDates(ICalendarPart.Property dates) {
    for (String value : dates.value().split(",", MOST_OF_ONE)) {
      String begin = value.split("/", 2)[0].strip();
      Optional<ICalendarTime> time = ICalendarTime.of(begin, dates.parameter("TZID"));
      time.filter(each -> times.size() < 2 * MOST_OF_ONE).ifPresent(this::addDate);
      if (time.isEmpty() && !begin.isEmpty()) {
        warn(dates.line(), "“" + Warnings.shortened(begin) + "” in its list of dates is none");
      }
    }
  }

  /** A day in the list of a session with a time is that day at its time. */
  private void addDate(ICalendarTime date) {
    boolean isDay = date.isDate() && !start.isDate();
    add(isDay ? start.at(date.local().toLocalDate().atTime(start.local().toLocalTime())) : date);
  }

  private void takeDates(ICalendarPart.Property dates) {
    for (String value : dates.value().split(",", MOST_STEPS)) {
      ICalendarTime.of(value.strip(), dates.parameter("TZID")).ifPresent(this::take);
    }
  }

  private void take(ICalendarTime out) {
    if (out.isDate() && !start.isDate()) {
      times.values().removeIf(time -> time.local().toLocalDate().equals(out.local().toLocalDate()));
    } else {
      times.remove(out.instant(zones));
    }
  }

  private void warn(int line, String what) {
    warnings.add(line, "repeats", "“" + Warnings.shortened(event.text("SUMMARY")) + "”: " + what);
  }
}
