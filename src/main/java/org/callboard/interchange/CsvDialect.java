package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a CSV file parts its cells.
 *
 * @param isTable whether some of its rows have as many cells
 * @param isEven whether nearly all of its rows have as many, three at least
 * @param skipped how many lines stand before the table
 */
record CsvDialect(char delimiter, boolean isTable, boolean isEven, int skipped) {
  private static final String DELIMITERS = ",;\t|";
  private static final Pattern SEPARATOR =
      Pattern.compile("^\"?sep=(.)\"?\\s*(?:\\r\\n|\\r|\\n)", Pattern.CASE_INSENSITIVE);
  private static final int MOST_ROWS = 50;
  private static final int FEWEST_CELLS = 3;
  private static final double FEWEST_EVEN = 0.9;
  private static final Pattern RULE = Pattern.compile("(?m)^[|\\s:+-]*\\|?\\s*:?-{3,}[|\\s:+-]*$");

  static CsvDialect of(String start) {
    Matcher separator = SEPARATOR.matcher(start);
    if (separator.find()) {
      return new CsvDialect(separator.group(1).charAt(0), true, true, 1);
    }
    char best = ',';
    double most = 0;
    for (char each : DELIMITERS.toCharArray()) {
      double score = score(start, each);
      best = score > most ? each : best;
      most = Math.max(most, score);
    }
    boolean isMarkdown = best == '|' && RULE.matcher(start).find();
    return new CsvDialect(best, most > 0 && !isMarkdown, !isMarkdown && isEven(start, best), 0);
  }

  String body(String text) {
    return skipped == 0 ? text : SEPARATOR.matcher(text).replaceFirst("");
  }

  private static boolean isEven(String start, char delimiter) {
    List<Integer> rows = cells(start, delimiter);
    return rows.stream()
        .filter(cells -> cells >= FEWEST_CELLS)
        .anyMatch(cells -> Collections.frequency(rows, cells) > FEWEST_EVEN * rows.size());
  }

  /** How many cells a row usually has, times how many rows have as many. */
  private static double score(String start, char delimiter) {
    Map<Integer, Integer> counts = new TreeMap<>();
    List<Integer> rows = cells(start, delimiter);
    rows.forEach(cells -> counts.merge(cells, 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey() > 1)
        .map(entry -> (double) entry.getValue() / rows.size() * Math.min(entry.getKey(), 8))
        .max(Comparator.naturalOrder())
        .orElse(0.0);
  }

  private static List<Integer> cells(String start, char delimiter) {
    List<Integer> rows = new ArrayList<>();
    int cells = 1;
    boolean isQuoted = false;
    boolean isBlank = true;
    for (int i = 0; i < start.length() && rows.size() < MOST_ROWS; i++) {
      char each = start.charAt(i);
      isQuoted = each == '"' ? !isQuoted : isQuoted;
      boolean isEnd = (each == '\n' || each == '\r') && !isQuoted;
      if (isEnd && !isBlank) {
        rows.add(cells);
      }
      cells = isEnd ? 1 : each == delimiter && !isQuoted ? cells + 1 : cells;
      isBlank = isEnd || (isBlank && (Character.isWhitespace(each) && each != delimiter));
    }
    if (rows.isEmpty() && !isBlank) {
      rows.add(cells);
    }
    return rows;
  }
}
