package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one table writes its dates. Whether 4/3/16 is April or March is told by the whole table: by
 * the one order in which all dates exist, else by the one in which they lie closer together.
 *
 * @param isMonthFirst whether the month comes first in figures
 * @param isGuessed whether both orders were possible
 * @param year for dates that name none
 */
record TableDates(boolean isMonthFirst, boolean isGuessed, OptionalInt year) {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)\\.?T?");
  private static final Pattern PLAIN =
      Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?!\\d)T?");
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d.:/-])(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d:/])");
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\d{1,2}\\s?[:.hu]\\s?\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\.?)?|\\d{1,2}\\s?(?:[ap]\\.?m\\b\\.?|(?:h|uhr|uur)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final int MOST_SAMPLES = 5_000;
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2150;

  /**
   * A date in a cell.
   *
   * @param rest what the cell says beside it
   */
  record Found(LocalDate date, String rest) {}

  /**
   * The order of some cells.
   *
   * @param isAmerican whether the month comes first where nothing else tells
   */
  static TableDates of(Collection<String> cells, OptionalInt year, boolean isAmerican) {
    List<int[]> figures =
        cells.stream().limit(MOST_SAMPLES).flatMap(cell -> figures(cell).stream()).toList();
    Optional<Long> dayFirst = spread(figures, 1, 0);
    Optional<Long> monthFirst = spread(figures, 0, 1);
    if (dayFirst.isEmpty() || monthFirst.isEmpty()) {
      return new TableDates(dayFirst.isEmpty() && monthFirst.isPresent(), false, year);
    }
    boolean isMonthFirst =
        monthFirst.get().equals(dayFirst.get()) ? isAmerican : monthFirst.get() < dayFirst.get();
    boolean differs = figures.stream().anyMatch(each -> each[0] != each[1]);
    boolean isDotted = figures.stream().allMatch(each -> each[3] == '.');
    return new TableDates(isMonthFirst && !isDotted, differs && !isDotted, year);
  }

  /** The first date in a cell. */
  Optional<Found> in(String cell) {
    return whole(cell, YEAR_FIRST.matcher(cell), 1, 3, 4)
        .or(() -> whole(cell, PLAIN.matcher(cell), 1, 2, 3))
        .or(() -> inFigures(cell))
        .or(() -> inWords(cell));
  }

  private static Optional<int[]> figures(String cell) {
    Matcher match = FIGURES.matcher(cell);
    return cell.length() < 120 && !YEAR_FIRST.matcher(cell).find() && match.find()
        ? Optional.of(
            new int[] {
              Integer.parseInt(match.group(1)),
              Integer.parseInt(match.group(3)),
              fullYear(match.group(4)),
              match.group(2).charAt(0)
            })
        : Optional.empty();
  }

  /** Days from the first to the last date; empty where one of them does not exist. */
  private static Optional<Long> spread(List<int[]> figures, int month, int day) {
    List<LocalDate> dates = new ArrayList<>();
    for (int[] each : figures) {
      Optional<LocalDate> date = date(each[2], each[month], each[day]);
      if (date.isEmpty()) {
        return Optional.empty();
      }
      dates.add(date.get());
    }
    dates.sort(Comparator.naturalOrder());
    return Optional.of(
        dates.isEmpty() ? 0 : dates.get(dates.size() - 1).toEpochDay() - dates.get(0).toEpochDay());
  }

  private static Optional<Found> whole(String cell, Matcher match, int year, int month, int day) {
    return match.find()
        ? date(number(match, year), number(match, month), number(match, day))
            .map(date -> new Found(date, without(cell, match)))
        : Optional.empty();
  }

  private Optional<Found> inFigures(String cell) {
    Matcher match = FIGURES.matcher(cell);
    if (!match.find()) {
      return Optional.empty();
    }
    int first = number(match, 1);
    int second = number(match, 3);
    int month = isMonthFirst ? first : second;
    int day = isMonthFirst ? second : first;
    return date(fullYear(match.group(4)), month, day)
        .map(date -> new Found(date, without(cell, match)));
  }

  /** The clock is taken out first, since its figures may pass for those of a day. */
  private Optional<Found> inWords(String cell) {
    if (cell.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    String words = CLOCK.matcher(cell).replaceAll(" ");
    Optional<DateWords> found = DateWords.in(words);
    OptionalInt known = found.map(DateWords::year).filter(OptionalInt::isPresent).orElse(year);
    Matcher clock = CLOCK.matcher(cell);
    StringBuilder rest = new StringBuilder();
    while (clock.find()) {
      rest.append(rest.length() > 0 ? " - " : "").append(clock.group());
    }
    return found
        .filter(date -> known.isPresent())
        .flatMap(date -> date.inYear(known.getAsInt()))
        .map(date -> new Found(date, rest.toString()));
  }

  /** A date in words that lacks only its year. */
  static Optional<MonthDay> withoutYear(String cell) {
    return cell.length() < 120 && cell.chars().anyMatch(Character::isLetter)
        ? DateWords.in(CLOCK.matcher(cell).replaceAll(" "))
            .filter(words -> words.year().isEmpty())
            .map(DateWords::date)
        : Optional.empty();
  }

  private static String without(String cell, Matcher match) {
    return cell.substring(0, match.start()) + " " + cell.substring(match.end());
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return year < FIRST_YEAR || year > LAST_YEAR
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int fullYear(String year) {
    int number = Integer.parseInt(year);
    return year.length() == 2 ? number + (number < 70 ? 2000 : 1900) : number;
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
