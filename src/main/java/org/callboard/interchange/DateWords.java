package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first date that a line names, in words or in figures.
 *
 * @param isRange whether the line names several days of the month ("16 – 17 November")
 * @param locale the language of its words
 * @param others the line's other words
 */
record DateWords(
    MonthDay date,
    OptionalInt year,
    Optional<DayOfWeek> weekday,
    boolean isRange,
    Locale locale,
    List<String> others) {
  private static final int LONGEST = 200;
  private static final Pattern TOKEN = Pattern.compile("\\p{L}++|\\d++");
  private static final List<Locale> LOCALES =
      List.of("en", "nl", "fr", "es", "de", "tr", "it", "pt").stream()
          .map(Locale::forLanguageTag)
          .toList();
  private static final Map<String, Named<Month>> MONTHS = months();
  private static final Map<String, Named<DayOfWeek>> WEEKDAYS = weekdays();
  private static final Set<String> ORDINAL =
      Set.of("st", "nd", "rd", "th", "er", "e", "de", "of", "den", "ste", "º", "o");
  private static final Set<String> JOINS =
      Set.of("and", "to", "et", "en", "y", "ve", "und", "au", "al", "tot", "bis");
  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)");
  private static final Pattern FIGURES =
      Pattern.compile("(?<!\\d)(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})(?!\\d)");

  private record Named<T>(T value, Locale locale) {}

  static Optional<DateWords> in(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return figures(text, ISO.matcher(text), 1, 3)
        .or(() -> figures(text, FIGURES.matcher(text), 3, 1))
        .or(() -> words(tokens(text)));
  }

  /** The weekday that a line names, where it names no date. */
  static Optional<DayOfWeek> weekdayIn(String text) {
    return text.length() > LONGEST ? Optional.empty() : weekday(tokens(text));
  }

  Optional<LocalDate> inYear(int wanted) {
    return date.isValidYear(wanted) ? Optional.of(date.atYear(wanted)) : Optional.empty();
  }

  private static Optional<DateWords> figures(String text, Matcher match, int year, int day) {
    if (!match.find()) {
      return Optional.empty();
    }
    List<String> others =
        tokens(text.substring(0, match.start()) + " " + text.substring(match.end()));
    Optional<DayOfWeek> weekday = weekday(others);
    Locale locale = localeOfWeekday(others);
    others.removeIf(WEEKDAYS::containsKey);
    OptionalInt inYear = OptionalInt.of(number(match.group(year)));
    return monthDay(number(match.group(2)), number(match.group(day)))
        .map(date -> new DateWords(date, inYear, weekday, match.find(), locale, others));
  }

  private static Optional<DateWords> words(List<String> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (MONTHS.containsKey(tokens.get(i))) {
        Optional<DateWords> found = aroundMonth(tokens, i);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<DateWords> aroundMonth(List<String> tokens, int month) {
    int before = month - 1;
    while (before > 0 && ORDINAL.contains(tokens.get(before))) {
      before--;
    }
    boolean dayFirst = before >= 0 && isDay(tokens.get(before));
    int at = dayFirst ? before : month + 1;
    if (at >= tokens.size() || !isDay(tokens.get(at))) {
      return Optional.empty();
    }
    int earlier = dayFirst ? earlierDay(tokens, before) : at;
    return build(tokens, month, at, earlier);
  }

  private static Optional<DateWords> build(List<String> tokens, int month, int at, int earlier) {
    Named<Month> named = MONTHS.get(tokens.get(month));
    OptionalInt year =
        tokens.stream().filter(DateWords::isYear).mapToInt(DateWords::number).reduce((a, b) -> b);
    List<String> others = new ArrayList<>(tokens);
    int low = Math.min(earlier, Math.min(at, month));
    others.subList(low, Math.max(at, month) + 1).clear();
    others.removeIf(word -> WEEKDAYS.containsKey(word) || isYear(word));
    boolean range = earlier != at || others.stream().anyMatch(MONTHS::containsKey);
    return monthDay(named.value().getValue(), number(tokens.get(earlier)))
        .map(date -> new DateWords(date, year, weekday(tokens), range, named.locale(), others));
  }

  /** The first day of "16 – 17 November"; the number in "Day 1, 16 November" is none. */
  private static int earlierDay(List<String> tokens, int day) {
    int earlier = day - 1;
    while (earlier > 0
        && (ORDINAL.contains(tokens.get(earlier)) || JOINS.contains(tokens.get(earlier)))) {
      earlier--;
    }
    boolean counted = earlier > 0 && DayLine.COUNTED.contains(tokens.get(earlier - 1));
    return earlier >= 0 && isDay(tokens.get(earlier)) && !counted ? earlier : day;
  }

  static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher match = TOKEN.matcher(text.replace("İ", "i").toLowerCase(Locale.ROOT));
    while (match.find()) {
      tokens.add(match.group());
    }
    return tokens;
  }

  private static Optional<DayOfWeek> weekday(List<String> tokens) {
    return tokens.stream()
        .filter(WEEKDAYS::containsKey)
        .map(word -> WEEKDAYS.get(word).value())
        .findFirst();
  }

  private static Locale localeOfWeekday(List<String> tokens) {
    return tokens.stream()
        .filter(WEEKDAYS::containsKey)
        .map(word -> WEEKDAYS.get(word).locale())
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  private static boolean isDay(String token) {
    return token.length() <= 2
        && Character.isDigit(token.charAt(0))
        && number(token) >= 1
        && number(token) <= 31;
  }

  private static boolean isYear(String token) {
    return token.length() == 4
        && (token.startsWith("19") || token.startsWith("20"))
        && number(token) > 0;
  }

  /** The value of a few figures; 0 for anything else. */
  private static int number(String token) {
    return token.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(token) : 0;
  }

  private static Optional<MonthDay> monthDay(int month, int day) {
    try {
      return Optional.of(MonthDay.of(month, day));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Map<String, Named<Month>> months() {
    Map<String, Named<Month>> names = new HashMap<>();
    for (Locale locale : LOCALES) {
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
          put(names, month.getDisplayName(style, locale), new Named<>(month, locale));
        }
      }
    }
    return Map.copyOf(names);
  }

  private static Map<String, Named<DayOfWeek>> weekdays() {
    Map<String, Named<DayOfWeek>> names = new HashMap<>();
    for (Locale locale : LOCALES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        put(names, day.getDisplayName(TextStyle.FULL, locale), new Named<>(day, locale));
        if (locale.equals(Locale.ENGLISH)) {
          put(names, day.getDisplayName(TextStyle.SHORT, locale), new Named<>(day, locale));
        }
      }
    }
    return Map.copyOf(names);
  }

  private static <T> void put(Map<String, T> names, String name, T value) {
    List<String> tokens = tokens(name);
    if (!tokens.isEmpty() && tokens.get(0).length() >= 3) {
      names.putIfAbsent(tokens.get(0), value);
    }
  }
}
