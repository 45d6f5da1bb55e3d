package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Points in time as people write them: RFC 3339 with an offset, or the event's local time. */
final class Times {
  static final String ALLOWED =
      "write it like 2017-11-16T09:00 (event time) or 2017-11-16T09:00:00+01:00";

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private Times() {}

  /**
   * The instant of a text; empty when it is none. A local time that comes twice is its first
   * occurrence, one that the clock skips is read with the offset before the change.
   */
  static Optional<Instant> instant(String text, ZoneId zone) {
    String tidy = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    return offset(tidy).or(() -> local(tidy, zone)).filter(Times::isNear);
  }

  static String text(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private static Optional<Instant> offset(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> local(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Far years are slips of the keyboard, and overflow what is counted from them. */
  private static boolean isNear(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }
}
