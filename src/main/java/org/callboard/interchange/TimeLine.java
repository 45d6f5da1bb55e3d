package org.callboard.interchange;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that begins with a time, or with a start and an end.
 *
 * @param rest what the line says after the times
 */
record TimeLine(LocalTime start, Optional<LocalTime> end, String rest) {
  private static final String CLOCK =
      "(\\d{1,2})(?:[:.](\\d{2})(?!\\d)(?::\\d{2})?|\\s?[hu](\\d{2})?(?![\\p{L}\\d]))?"
          + "(?:\\s?(am|pm|a\\.m\\.?|p\\.m\\.?|uur|uhr|h)(?!\\p{L}))?";
  private static final String BEFORE =
      "^(?:(?:time|tijd|heure|hora|saat|zeit)\\s?:\\s?|(?:from|van|de|von)\\s)?";
  private static final String DASH =
      "\\s?(?:[-‐‑‒–—―−~→]{1,3}|(?:to|until|till|tot|bis|à|a|al)\\s)\\s?";
  private static final String AFTER = "(?![\\d]|[.:/]\\d)[\\s:|–—,;-]*+";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern RANGE =
      Pattern.compile(BEFORE + CLOCK + DASH + CLOCK + AFTER, FLAGS);
  private static final Pattern SINGLE = Pattern.compile(BEFORE + CLOCK + AFTER, FLAGS);

  static Optional<TimeLine> of(TextLine line) {
    return range(line.text()).or(() -> single(line));
  }

  static Optional<TimeLine> range(String text) {
    Matcher match = RANGE.matcher(text);
    if (!startsLikeATime(text) || !match.lookingAt()) {
      return Optional.empty();
    }
    Clock first = Clock.of(match, 1);
    Clock last = Clock.of(match, 5);
    if (!first.isExplicit() && !last.isExplicit()) {
      return Optional.empty();
    }
    String rest = text.substring(match.end()).strip();
    return first
        .before(last)
        .flatMap(from -> last.time().map(to -> new TimeLine(from, Optional.of(to), rest)));
  }

  /** A time alone opens a session only where no sentence could begin with it. */
  private static Optional<TimeLine> single(TextLine line) {
    String text = line.text();
    Matcher match = SINGLE.matcher(text);
    if (!startsLikeATime(text) || !match.lookingAt()) {
      return Optional.empty();
    }
    Clock clock = Clock.of(match, 1);
    String rest = text.substring(match.end()).strip();
    boolean titled = !rest.isEmpty() && !Character.isLowerCase(rest.codePointAt(0));
    boolean alone = rest.isEmpty() && text.indexOf(':') > 0 && !line.bullet();
    if (!clock.isExplicit() || !(titled || alone)) {
      return Optional.empty();
    }
    return clock.time().map(start -> new TimeLine(start, Optional.empty(), rest));
  }

  private static boolean startsLikeATime(String text) {
    return !text.isEmpty()
        && (Character.isDigit(text.charAt(0)) || Character.isLetter(text.charAt(0)));
  }

  /** A time as written: hour, minute, and the half of the day if it says so. */
  private record Clock(int hour, int minute, String half, boolean isExplicit) {

    static Clock of(Matcher match, int group) {
      String minutes = said(match, group + 1) + said(match, group + 2);
      String suffix = said(match, group + 3).toLowerCase(java.util.Locale.ROOT);
      boolean hourMark = match.end(group + 3) > 0 || marked(match, group);
      String half = suffix.startsWith("a") ? "am" : suffix.startsWith("p") ? "pm" : "";
      int minute = minutes.isEmpty() ? 0 : Integer.parseInt(minutes);
      int hour = Integer.parseInt(match.group(group));
      return new Clock(hour, minute, half, !minutes.isEmpty() || hourMark);
    }

    private static boolean marked(Matcher match, int group) {
      String clock = match.group();
      int after = match.end(group) - match.start();
      String next = clock.substring(after, Math.min(clock.length(), after + 2)).strip();
      return !next.isEmpty() && "hHuU".indexOf(next.charAt(0)) >= 0;
    }

    private static String said(Matcher match, int group) {
      return match.group(group) == null ? "" : match.group(group);
    }

    Optional<LocalTime> time() {
      boolean halved = !half.isEmpty();
      if (minute > 59
          || hour > 24
          || (hour == 24 && minute > 0)
          || (halved && (hour > 12 || hour == 0))) {
        return Optional.empty();
      }
      int base = halved ? hour % 12 + (half.equals("pm") ? 12 : 0) : hour % 24;
      return Optional.of(LocalTime.of(base, minute));
    }

    /** The time of a start whose half of the day may be said only at its end: "9:30 – 11 pm". */
    Optional<LocalTime> before(Clock end) {
      if (!half.isEmpty() || end.half.isEmpty() || hour > 12) {
        return time();
      }
      boolean sameHalf = hour % 12 * 60 + minute <= end.hour % 12 * 60 + end.minute;
      String other = end.half.equals("pm") ? "am" : "pm";
      return new Clock(hour, minute, sameHalf ? end.half : other, true).time();
    }
  }
}
