package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something lasts, as people write it: "45", "1h30", "00:45", "1.5 h", PT45M. */
final class TableLength {
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2})(?::(\\d{2}))?");
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,17})?(?:e-?\\d{1,2})?)");
  private static final Pattern HOURS =
      Pattern.compile(
          "(\\d{1,2}(?:[.,]\\d{1,2})?)\\s?(?:h|hrs?|hours?|heures?|horas?|saat|uur|u|std|stunden?|ore|ora)\\.?\\s?(?:(\\d{1,2})(?:\\s?(?:m|min|mins|minutes?|dk|minuten)?\\.?)?)?");
  private static final Pattern MINUTES =
      Pattern.compile(
          "(\\d{1,4})\\s?(?:m|min|mins|minutes?|minutos?|minuten|dk|dakika|minuti|['’])\\.?");

  private TableLength() {}

  static Optional<Duration> of(String cell) {
    String text = cell.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() || text.length() > 40
        ? Optional.empty()
        : iso(text)
            .or(() -> clock(CLOCK.matcher(text)))
            .or(() -> number(NUMBER.matcher(text)))
            .or(() -> hours(HOURS.matcher(text)))
            .or(() -> minutes(MINUTES.matcher(text)))
            .filter(length -> !length.isNegative() && length.compareTo(LONGEST) <= 0);
  }

  private static Optional<Duration> iso(String text) {
    try {
      return text.startsWith("p")
          ? Optional.of(Duration.parse(text.toUpperCase(Locale.ROOT)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> clock(Matcher match) {
    return match.matches()
        ? Optional.of(
            Duration.ofHours(Integer.parseInt(match.group(1)))
                .plusMinutes(Integer.parseInt(match.group(2)))
                .plusSeconds(match.group(3) == null ? 0 : Integer.parseInt(match.group(3))))
        : Optional.empty();
  }

  /** Minutes; below one it is the part of a day that a spreadsheet counts in. */
  private static Optional<Duration> number(Matcher match) {
    if (!match.matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(match.group(1).replace(',', '.'));
    return Optional.of(
        Duration.ofSeconds(Math.round(value > 0 && value < 1 ? value * 86_400 : value * 60)));
  }

  private static Optional<Duration> hours(Matcher match) {
    if (!match.matches()) {
      return Optional.empty();
    }
    double hours = Double.parseDouble(match.group(1).replace(',', '.'));
    int minutes = match.group(2) == null ? 0 : Integer.parseInt(match.group(2));
    return Optional.of(Duration.ofSeconds(Math.round(hours * 3600) + minutes * 60L));
  }

  private static Optional<Duration> minutes(Matcher match) {
    return match.matches()
        ? Optional.of(Duration.ofMinutes(Integer.parseInt(match.group(1))))
        : Optional.empty();
  }
}
