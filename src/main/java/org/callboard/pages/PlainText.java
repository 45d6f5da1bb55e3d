package org.callboard.pages;

import java.util.ArrayList;
import java.util.List;

/** Text for terminals and screen readers: lines of at most 72 columns, with nothing to act on. */
final class PlainText {
  private static final int COLUMNS = 72;
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  /** A paragraph at the margin; an empty one is left out. */
  PlainText line(String text) {
    return wrapped(text, "", "");
  }

  /** A paragraph that belongs to the line before; an empty one is left out. */
  PlainText under(String text) {
    return wrapped(text, INDENT, INDENT + INDENT);
  }

  /** Sets off what follows from what was said. */
  PlainText gap() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
    return this;
  }

  private PlainText wrapped(String text, String first, String following) {
    StringBuilder line = new StringBuilder(first);
    for (String word : safe(text).split(" ")) {
      int width = width(line) + width(word) + (line.toString().isBlank() ? 0 : 1);
      if (width > COLUMNS && !line.toString().isBlank()) {
        lines.add(line.toString());
        line = new StringBuilder(following);
      }
      append(line, word, following);
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString());
    }
    return this;
  }

  /** A word longer than a line goes on in the next. */
  private void append(StringBuilder line, String word, String following) {
    if (!line.toString().isBlank()) {
      line.append(' ');
    }
    for (int point : word.codePoints().toArray()) {
      if (width(line) == COLUMNS) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(following);
      }
      line.appendCodePoint(point);
    }
  }

  private static int width(CharSequence text) {
    return (int) text.codePoints().count();
  }

  /** What would steer a terminal, or turn the order of letters about, is not passed on. */
  private static String safe(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .filter(point -> Character.getType(point) != Character.FORMAT)
        .map(point -> Character.isISOControl(point) ? ' ' : point)
        .forEach(safe::appendCodePoint);
    return safe.toString().strip().replaceAll("[ \\u2028\\u2029]+", " ");
  }

  @Override
  public String toString() {
    return String.join("\n", lines).strip() + "\n";
  }
}
