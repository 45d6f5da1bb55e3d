package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the cell of a table says of time: a date, a time of the day, the time at which something
 * ends, or any of them together.
 *
 * @param start seconds from midnight, 86,400 for "24:00"
 * @param offset where the cell states one
 */
record TableTime(
    Optional<LocalDate> date, OptionalInt start, OptionalInt end, Optional<ZoneOffset> offset) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 120;
  private static final Pattern SERIAL =
      Pattern.compile("\\d{1,5}(?:[.,]\\d{1,17})?(?:[eE]-?\\d{1,2})?");
  private static final Pattern WITH_OFFSET =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,]\\d{1,9})?\\s?(Z|UTC|[+-]\\d{2}:?\\d{2})",
          FLAGS);
  private static final Pattern COMPACT =
      Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})[Tt](\\d{2})(\\d{2})(?:\\d{2})?(Z?)$");
  private static final String CLOCK =
      "(?<![\\d:.])(\\d{1,2})(?:\\s?[:.hu]\\s?(\\d{2})(?!\\d)(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s?:?\\s?"
          + "(?:([ap])\\.?\\s?m\\b\\.?|(uhr|uur|h)\\b|(?!\\p{L}))";
  private static final Pattern TIMES =
      Pattern.compile(
          CLOCK
              + "(?:\\s*(?:[-‐‑‒–—―~→]{1,2}|to|until|till|tot|bis|à|a|al|hasta)\\s*"
              + CLOCK
              + ")?",
          FLAGS);
  private static final Pattern NOON =
      Pattern.compile("(?<=^|\\D)(12(?:[:.]\\d{2})?) ?noon\\b", FLAGS);
  private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);
  private static final int DAY = 86_400;

  static final TableTime NONE =
      new TableTime(Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  /** Reads a cell; {@link #NONE} where it says nothing of time. */
  static TableTime of(String cell, TableDates dates) {
    String written = cell.strip();
    if (written.isEmpty() || written.length() > LONGEST) {
      return NONE;
    }
    String text =
        NOON.matcher(COMPACT.matcher(written).replaceFirst("$1-$2-$3T$4:$5$6")).replaceAll("$1 pm");
    Matcher offset = WITH_OFFSET.matcher(text);
    if (offset.matches()) {
      return withOffset(offset);
    }
    if (SERIAL.matcher(text).matches()) {
      return serial(Double.parseDouble(text.replace(',', '.')));
    }
    Optional<TableDates.Found> date = dates.in(text);
    String rest = date.map(TableDates.Found::rest).orElse(text);
    TableTime time = times(rest);
    return new TableTime(date.map(TableDates.Found::date), time.start, time.end, Optional.empty());
  }

  /** Whether a cell says a time or two and nothing else. */
  static boolean isClock(String cell) {
    String text = cell.strip();
    Matcher times = TIMES.matcher(text.substring(0, Math.min(LONGEST, text.length())));
    return times.lookingAt()
        && text.substring(times.end()).chars().noneMatch(Character::isLetter)
        && times(text).isTime();
  }

  boolean isTime() {
    return start.isPresent();
  }

  boolean isAnything() {
    return start.isPresent() || date.isPresent();
  }

  /** The instant of its start on a date. */
  static Instant instant(LocalDate date, int seconds, ZoneId zone) {
    LocalDateTime local = date.plusDays(seconds / DAY).atStartOfDay().plusSeconds(seconds % DAY);
    return local.atZone(zone).toInstant();
  }

  private static TableTime withOffset(Matcher match) {
    String zone = match.group(3).toUpperCase(Locale.ROOT).replace("UTC", "Z");
    String tidy = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    try {
      OffsetDateTime time = OffsetDateTime.parse(match.group(1) + "T" + match.group(2) + tidy);
      return new TableTime(
          Optional.of(time.toLocalDate()),
          OptionalInt.of(time.toLocalTime().toSecondOfDay()),
          OptionalInt.empty(),
          Optional.of(time.getOffset()));
    } catch (DateTimeException e) {
      return NONE;
    }
  }

  /** Days since 1900 as a spreadsheet counts them, or a part of one day. */
  private static TableTime serial(double value) {
    boolean isDate = value >= 20_000 && value < 80_000;
    boolean isTime = value < 1 && value >= 0;
    long seconds = Math.round((value - Math.floor(value)) * DAY);
    if (!isDate && !isTime) {
      return NONE;
    }
    boolean isWhole = value == Math.floor(value) && isDate;
    return new TableTime(
        isDate ? Optional.of(FIRST_SERIAL.plusDays((long) value)) : Optional.empty(),
        isWhole ? OptionalInt.empty() : OptionalInt.of((int) seconds),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static TableTime times(String text) {
    Matcher match = TIMES.matcher(text);
    while (match.find()) {
      OptionalInt last = match.group(6) == null ? OptionalInt.empty() : seconds(match, 6, 0);
      OptionalInt first = seconds(match, 1, last.isPresent() ? 6 : 0);
      if (first.isPresent()) {
        return new TableTime(Optional.empty(), first, last, Optional.empty());
      }
    }
    return NONE;
  }

  /** A number alone is no time, unless the end of its range is one: "9 – 10:30", "9:30 – 11 pm". */
  private static OptionalInt seconds(Matcher match, int group, int end) {
    int hour = Integer.parseInt(match.group(group));
    int minute = number(match.group(group + 1));
    int second = number(match.group(group + 2));
    String half = said(match.group(group + 3));
    boolean isMarked =
        match.group(group + 1) != null || !half.isEmpty() || match.group(group + 4) != null;
    if (minute > 59 || second > 59 || hour > 24 || (!isMarked && end == 0)) {
      return OptionalInt.empty();
    }
    String borrowed = half.isEmpty() && end > 0 ? borrowed(match, hour, end) : half;
    int of12 = borrowed.isEmpty() || hour > 12 ? hour : hour % 12 + (borrowed.equals("p") ? 12 : 0);
    return OptionalInt.of(Math.min(DAY, of12 * 3600 + minute * 60 + second));
  }

  private static String borrowed(Matcher match, int hour, int end) {
    String half = said(match.group(end + 3));
    boolean isSame = hour % 12 <= Integer.parseInt(match.group(end)) % 12;
    return isSame || half.isEmpty() ? half : half.equals("p") ? "a" : "p";
  }

  private static String said(String group) {
    return group == null ? "" : group.toLowerCase(Locale.ROOT);
  }

  private static int number(String group) {
    return group == null ? 0 : Integer.parseInt(group);
  }
}
