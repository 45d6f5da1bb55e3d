package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a reading came upon that an organiser should look at. */
final class Warnings {
  private static final int LONGEST_QUOTE = 60;

  private static final int MOST_OF_A_CODE = 500;

  private final List<Warning> found = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** Keeps it, up to a bound: who has five hundred of a kind is helped by their number. */
  void add(int line, String code, String message) {
    if (counts.merge(code, 1, Integer::sum) <= MOST_OF_A_CODE) {
      found.add(new Warning(line, code, message));
    }
  }

  void unplaced(TextLine line) {
    add(
        line.number(),
        "unplaced",
        "“"
            + shortened(line.text())
            + "” belongs to no session: put it under a time, or leave it out");
  }

  List<Warning> inOrder() {
    return Stream.concat(found.stream(), beyond())
        .sorted(Comparator.comparingInt(Warning::line))
        .toList();
  }

  private Stream<Warning> beyond() {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > MOST_OF_A_CODE)
        .map(
            count ->
                new Warning(
                    0,
                    count.getKey(),
                    (count.getValue() - MOST_OF_A_CODE)
                        + " more warnings of the kind "
                        + count.getKey()
                        + " are not listed: mend the first ones and read it again"));
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE - 1)).strip() + "…";
  }
}
