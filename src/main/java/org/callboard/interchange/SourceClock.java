package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The clock by which the times of one source are read.
 *
 * @param localTimes whether its offsets are false, so that every time is one of the zone
 */
record SourceClock(ZoneId zone, boolean localTimes) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;
  private static final int LONGEST = 40;
  private static final Pattern SPACED_OFFSET = Pattern.compile("T(?=[+-]\\d)");
  private static final Pattern COMPACT =
      Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(?:\\d{2})?(?=$|Z)");
  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /**
   * The clock of a source: its own zone, else the one that is configured, else UTC with a warning.
   * Where its offsets are false, so may be its zone: then the configured one counts first.
   */
  static SourceClock of(Optional<ZoneId> own, ReadingOptions options, Warnings warnings) {
    Optional<ZoneId> zone =
        options.localTimes() ? options.zone().or(() -> own) : own.or(options::zone);
    if (zone.isEmpty()) {
      warnings.add(
          0,
          "no-timezone",
          "no time zone is given, so UTC is used: name one with --timezone or in the settings");
    }
    return new SourceClock(zone.orElse(ZoneOffset.UTC), options.localTimes());
  }

  /** The zone of an IANA name; empty for anything else. */
  static Optional<ZoneId> zone(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The instant of an ISO date and time, whose offset is believed where there is one. A local time
   * that comes twice is its first occurrence, one that the clock skips is read with the offset
   * before the change.
   */
  Optional<Instant> instant(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String tidy = tidy(text.strip());
    try {
      var read = WRITTEN.parseBest(tidy, OffsetDateTime::from, LocalDateTime::from);
      return read instanceof OffsetDateTime time ? instant(time) : instant((LocalDateTime) read);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String tidy(String text) {
    String spaced = SPACED_OFFSET.matcher(text.replace(' ', 'T')).replaceFirst("");
    return COMPACT.matcher(spaced).replaceFirst("$1-$2-$3T$4:$5");
  }

  Optional<Instant> instant(LocalDate date, LocalTime time) {
    return instant(date.atTime(time));
  }

  Optional<Instant> instant(LocalDateTime time) {
    return near(time.atZone(zone).toInstant());
  }

  /** The instant of a number that counts from 1970, believed unless offsets are false. */
  Optional<Instant> believed(Instant instant) {
    return localTimes ? instant(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) : near(instant);
  }

  private Optional<Instant> instant(OffsetDateTime time) {
    return localTimes ? instant(time.toLocalDateTime()) : near(time.toInstant());
  }

  /** Far years are slips of the keyboard, and overflow what is counted from them. */
  private static Optional<Instant> near(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(instant) : Optional.empty();
  }
}
