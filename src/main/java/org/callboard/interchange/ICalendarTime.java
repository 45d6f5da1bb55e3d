package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or a time of an iCalendar file as written, before any zone is applied to it.
 *
 * @param isDate whether it is a whole day (VALUE=DATE)
 * @param offset the offset that it states; that of UTC for a final Z
 * @param zone the name of its zone, or empty for a floating time
 */
record ICalendarTime(
    LocalDateTime local, boolean isDate, Optional<ZoneOffset> offset, String zone) {
  private static final Pattern BASIC =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[Tt ](\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:\\.\\d{1,9})?\\s?([Zz]|[+-]\\d{2}:?\\d{2})?)?$");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  static Optional<ICalendarTime> of(ICalendarPart.Property property) {
    return of(property.value().strip(), property.parameter("TZID"));
  }

  /**
   * Reads one value. A name of a zone that was not quoted may have left its end in front of it:
   * {@code TZID=(UTC+01:00) Berlin:20240601T100000}.
   */
  static Optional<ICalendarTime> of(String value, String tzid) {
    Matcher match = BASIC.matcher(value);
    if (value.length() > 200 || !match.find()) {
      return Optional.empty();
    }
    String cut = value.substring(0, match.start());
    String zone = cut.endsWith(":") ? tzid + ":" + cut.substring(0, cut.length() - 1) : tzid;
    boolean isStray = !cut.isEmpty() && !cut.endsWith(":");
    try {
      return isStray ? Optional.empty() : Optional.of(read(match, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ICalendarTime read(Matcher match, String zone) {
    LocalDate date = LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
    if (match.group(4) == null) {
      return new ICalendarTime(date.atStartOfDay(), true, Optional.empty(), zone);
    }
    int hour = number(match, 4);
    LocalDate day = hour == 24 ? date.plusDays(1) : date;
    LocalTime time = LocalTime.of(hour % 24, number(match, 5), Math.min(59, number(match, 6)));
    return new ICalendarTime(day.atTime(time), false, offset(match.group(7)), zone);
  }

  private static Optional<ZoneOffset> offset(String text) {
    return Optional.ofNullable(text)
        .map(said -> said.equalsIgnoreCase("Z") ? ZoneOffset.UTC : ZoneOffset.of(said));
  }

  private static int number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
  }

  Instant instant(ICalendarZones zones) {
    return offset.isPresent() && !zones.areOffsetsFalse()
        ? local.toInstant(offset.get())
        : zones.clock(this).at(local);
  }

  ICalendarTime at(LocalDateTime other) {
    return new ICalendarTime(other, isDate, offset, zone);
  }

  /** As in a RECURRENCE-ID. */
  String written() {
    return (isDate ? DATE : TIME).format(local);
  }
}
