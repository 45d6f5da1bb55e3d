package org.callboard.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lines put together again where the source broke a paragraph, at its margin or at the end of a
 * page.
 */
final class Prose {
  private static final int SHORTEST_FULL_LINE = 60;
  private static final Set<String> CARRIES_ON =
      Set.of(
          "the", "of", "and", "in", "to", "a", "an", "for", "with", "by", "or", "on", "at", "from",
          "le", "la", "les", "de", "des", "du", "et", "het", "een", "en", "van", "der", "die",
          "das", "und", "el", "los", "las", "y", "ve");

  private Prose() {}

  static List<TextLine> joined(List<TextLine> lines) {
    List<TextLine> whole = new ArrayList<>();
    List<TextLine> run = new ArrayList<>();
    for (TextLine line : lines) {
      if (!run.isEmpty() && !goesOn(run.get(run.size() - 1), line, whole.isEmpty())) {
        whole.add(oneLine(run));
        run.clear();
      }
      run.add(line);
    }
    if (!run.isEmpty()) {
      whole.add(oneLine(run));
    }
    return whole;
  }

  private static TextLine oneLine(List<TextLine> run) {
    StringBuilder words = new StringBuilder();
    run.forEach(line -> words.append(words.isEmpty() ? "" : " ").append(line.text()));
    TextLine first = run.get(0);
    return run.size() == 1
        ? first
        : new TextLine(
            first.number(),
            words.toString(),
            first.lead(),
            first.heading(),
            first.bullet(),
            first.joint());
  }

  private static boolean goesOn(TextLine line, TextLine next, boolean inTitle) {
    if (next.bullet()
        || next.standsOut()
        || line.standsOut()
        || RoleHeading.of(line).filter(h -> h.rest().isEmpty()).isPresent()) {
      return false;
    }
    return switch (next.joint()) {
      case BREAK -> false;
      case WRAP ->
          next.startsInLowerCase()
              || line.text().endsWith(",")
              || (!inTitle && fillsTheLine(line, next));
      case PARAGRAPH ->
          !line.isAtMost(SHORTEST_FULL_LINE - 1)
              && isUnfinished(line)
              && (next.startsInLowerCase() || CARRIES_ON.contains(lastWord(line)));
    };
  }

  private static boolean fillsTheLine(TextLine line, TextLine next) {
    return !line.isAtMost(SHORTEST_FULL_LINE - 1)
        && !PersonLine.isUnmistakable(next.text())
        && !PersonLine.isUnmistakable(line.text())
        && RoleHeading.of(next).isEmpty();
  }

  private static boolean isUnfinished(TextLine line) {
    return ".?!:;…”\"»)".indexOf(line.text().charAt(line.text().length() - 1)) < 0;
  }

  private static String lastWord(TextLine line) {
    return line.text().substring(line.text().lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }
}
