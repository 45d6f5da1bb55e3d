package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths and times of day as machines write them, both as what has passed since a beginning. */
final class ClockTime {
  private static final Pattern OF_DAY =
      Pattern.compile(
          "^(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\.?)?$|^(\\d{2})(\\d{2})$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTS = Pattern.compile("^\\d{1,4}(:\\d{1,2}){1,3}$");
  private static final Pattern WHOLE = Pattern.compile("^\\d{1,6}(?:\\.0+)?$");
  private static final Pattern WORDS =
      Pattern.compile(
          "^(\\d{1,4})\\s*(min|mins|minutes|minuten|m|h|hour|hours|heures?|horas?|std)\\.?$");
  private static final Duration LONGEST = Duration.ofDays(366);

  private ClockTime() {}

  /** A time of day, which may be 24:00 or later. */
  static Optional<Duration> ofDay(String text) {
    Matcher match = OF_DAY.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    boolean bare = match.group(5) != null;
    int hours = Integer.parseInt(match.group(bare ? 5 : 1));
    int minutes = Integer.parseInt(match.group(bare ? 6 : 2));
    int seconds = match.group(3) == null ? 0 : Integer.parseInt(match.group(3));
    String half = match.group(4) == null ? "" : match.group(4).toLowerCase(Locale.ROOT);
    boolean isOk = minutes < 60 && seconds < 60 && hours <= (half.isEmpty() ? 47 : 12);
    int shown = half.isEmpty() ? hours : hours % 12 + (half.startsWith("p") ? 12 : 0);
    return isOk
        ? Optional.of(Duration.ofHours(shown).plusMinutes(minutes).plusSeconds(seconds))
        : Optional.empty();
  }

  /**
   * A length: "1:30" and "01:30:00" begin with hours, "1:00:00:00" with days, a number alone is of
   * minutes; ISO 8601's "PT1H30M" is read as well.
   */
  static Optional<Duration> length(String text) {
    String tidy = text.strip().toLowerCase(Locale.ROOT);
    Matcher words = WORDS.matcher(tidy);
    if (WHOLE.matcher(tidy).matches()) {
      return near(Duration.ofMinutes((long) Double.parseDouble(tidy)));
    }
    if (words.matches()) {
      long number = Long.parseLong(words.group(1));
      return near(
          words.group(2).startsWith("m") ? Duration.ofMinutes(number) : Duration.ofHours(number));
    }
    return PARTS.matcher(tidy).matches() ? near(parts(tidy.split(":"))) : iso(tidy);
  }

  private static Duration parts(String[] parts) {
    Duration sum = Duration.ZERO;
    int first = parts.length == 4 ? 0 : 1;
    for (int i = 0; i < parts.length; i++) {
      long number = Long.parseLong(parts[i]);
      sum =
          sum.plus(
              switch (first + i) {
                case 0 -> Duration.ofDays(number);
                case 1 -> Duration.ofHours(number);
                case 2 -> Duration.ofMinutes(number);
                default -> Duration.ofSeconds(number);
              });
    }
    return sum;
  }

  private static Optional<Duration> iso(String text) {
    try {
      return text.startsWith("p") ? near(Duration.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> near(Duration length) {
    boolean isLength = !length.isNegative() && length.compareTo(LONGEST) <= 0;
    return isLength ? Optional.of(length) : Optional.empty();
  }
}
