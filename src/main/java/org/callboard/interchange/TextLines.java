package org.callboard.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text or Markdown taken apart into the lines that say something. Every pattern is bounded.
 */
final class TextLines {
  private static final Pattern LINE_END =
      Pattern.compile("\\r\\n|[\\n\\r\\x0B\\f\\u0085\\u2028\\u2029]");
  private static final Pattern ODD_SPACE = Pattern.compile("[\\t\\p{Zs}]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u200B-\\u200F\\u2060\\uFEFF]");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern RULE = Pattern.compile("[-=_*~ |:+]*");
  private static final Pattern HEADING = Pattern.compile("^#{1,6} *+");
  private static final Pattern BULLET =
      Pattern.compile("^(?:[-*+•▪‣◦●–—] ++|\\d{1,3}[.)] ++(?=\\D))");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,500}>");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\([^()\\s]{0,500}\\)");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\p{Punct})");
  private static final Pattern STARS = Pattern.compile("(?<! )\\*{1,3}|\\*{1,3}(?! )");
  private static final Pattern UNDERSCORES =
      Pattern.compile("(?<![\\p{L}\\d_])_{1,2}(?=[^ _])|(?<=[^ _])_{1,2}(?![\\p{L}\\d_])");
  private static final Pattern BROKEN = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);
  private static final String FENCE = "---";
  private static final int LONGEST_FRONT_MATTER = 100;
  private static final Pattern BACKTICKS = Pattern.compile("`{1,3}");

  private final List<TextLine> lines = new ArrayList<>();
  private TextLine.Joint joint = TextLine.Joint.PARAGRAPH;

  private TextLines() {}

  static List<TextLine> of(String source) {
    TextLines reader = new TextLines();
    String[] raws = LINE_END.split(source, -1);
    for (int i = 0; i < raws.length; i++) {
      raws[i] = ODD_SPACE.matcher(raws[i]).replaceAll(" ");
    }
    for (int i = endOfFrontMatter(raws); i < raws.length; i++) {
      Optional<MarkdownTable> table =
          i + 1 < raws.length ? MarkdownTable.of(raws[i], raws[i + 1]) : Optional.empty();
      if (table.isPresent()) {
        i = reader.take(table.get(), raws, i + 2) - 1;
      } else {
        reader.take(i + 1, raws[i]);
      }
    }
    return reader.lines;
  }

  /** What a site's generator is told, above the text itself. */
  private static int endOfFrontMatter(String[] raws) {
    if (!raws[0].strip().equals(FENCE)) {
      return 0;
    }
    for (int i = 1; i < Math.min(raws.length, LONGEST_FRONT_MATTER); i++) {
      if (raws[i].strip().equals(FENCE)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Takes the rows of a table; where the text goes on after it. */
  private int take(MarkdownTable table, String[] raws, int first) {
    int i = first;
    for (; i < raws.length && raws[i].indexOf('|') >= 0; i++) {
      List<String> said = table.lines(raws[i]);
      for (String line : said.isEmpty() ? List.of(raws[i]) : said) {
        joint = TextLine.Joint.PARAGRAPH;
        take(i + 1, line);
      }
    }
    joint = TextLine.Joint.PARAGRAPH;
    return i;
  }

  private void take(int number, String raw) {
    String visible = UNSEEN.matcher(raw).replaceAll("");
    String trimmed = withoutFrame(visible.strip());
    if (RULE.matcher(trimmed).matches()) {
      rule(trimmed);
      return;
    }
    String unheaded = HEADING.matcher(trimmed).replaceFirst("");
    String words = BULLET.matcher(unheaded).replaceFirst("");
    String text = plain(words);
    if (!text.isEmpty()) {
      boolean heading = unheaded.length() < trimmed.length();
      boolean bullet = words.length() < unheaded.length();
      lines.add(new TextLine(number, text, lead(words), heading, bullet, joint));
      joint = endsInBreak(visible) ? TextLine.Joint.BREAK : TextLine.Joint.WRAP;
    }
  }

  /**
   * A blank line or a rule ends the paragraph; a row of equals signs makes a heading of the line
   * above.
   */
  private void rule(String trimmed) {
    if (trimmed.startsWith("==") && !lines.isEmpty()) {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1).standingOut());
    }
    joint = TextLine.Joint.PARAGRAPH;
  }

  /** Quotation marks of Markdown and the outer bars of a table row. */
  private static String withoutFrame(String trimmed) {
    String unquoted = trimmed.startsWith("> ") ? trimmed.substring(2).strip() : trimmed;
    if (!unquoted.startsWith("|")) {
      return unquoted;
    }
    int end =
        unquoted.length() > 1 && unquoted.endsWith("|") ? unquoted.length() - 1 : unquoted.length();
    return unquoted.substring(1, end).strip();
  }

  private static boolean endsInBreak(String visible) {
    return visible.endsWith("  ") || visible.endsWith("\\");
  }

  private static String lead(String words) {
    if (!words.startsWith("**")) {
      return "";
    }
    int end = words.indexOf("**", 2);
    return plain(end < 0 ? words : words.substring(0, end));
  }

  static String plain(String words) {
    String text = TAG.matcher(BROKEN.matcher(words).replaceAll(" ")).replaceAll("");
    text = LINK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
    text = entities(ESCAPE.matcher(text).replaceAll(""));
    text = STARS.matcher(text).replaceAll("");
    text = BACKTICKS.matcher(UNDERSCORES.matcher(text).replaceAll("")).replaceAll("");
    text = text.endsWith("\\") ? text.substring(0, text.length() - 1) : text;
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static String entities(String text) {
    if (text.indexOf('&') < 0) {
      return text;
    }
    return text.replace("&nbsp;", " ")
        .replace("&ndash;", "–")
        .replace("&mdash;", "—")
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
