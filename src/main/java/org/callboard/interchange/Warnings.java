package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a reading came upon that an organiser should look at. */
final class Warnings {
  private static final int LONGEST_QUOTE = 60;

  private final List<Warning> found = new ArrayList<>();

  void add(int line, String code, String message) {
    found.add(new Warning(line, code, message));
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
    return found.stream().sorted(Comparator.comparingInt(Warning::line)).toList();
  }

  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE - 1)).strip() + "…";
  }
}
