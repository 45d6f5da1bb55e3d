package org.callboard.check;

import java.util.HashMap;
import java.util.Map;

/** Where sessions stand in the text that they were read from, as far as their titles tell. */
public final class Places {
  private static final int MOST_LOOKS = 400;

  private final String text;
  private final Map<String, Integer> lines = new HashMap<>();

  public Places(String text) {
    this.text = text;
  }

  /** The line of a title that stands in the text once, from 1; 0 for any other. */
  public int line(String title) {
    if (lines.size() >= MOST_LOOKS && !lines.containsKey(title)) {
      return 0;
    }
    return lines.computeIfAbsent(title, this::look);
  }

  private int look(String title) {
    int at = text.indexOf(title);
    boolean isThereOnce = at >= 0 && text.indexOf(title, at + 1) < 0;
    return isThereOnce ? 1 + (int) text.chars().limit(at).filter(each -> each == '\n').count() : 0;
  }
}
