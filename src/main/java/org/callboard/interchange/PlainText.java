package org.callboard.interchange;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Text for people out of what sources write, which may be HTML. */
final class PlainText {
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u0085\\u001C-\\u001F]++");
  private static final Pattern TAG =
      Pattern.compile(
          "<(?:/?(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|h[1-6]|blockquote|code|pre|table|tr|td|img|font|sup|sub|hr)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile(
          "&(?:#\\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}[0-9]{0,2});", Pattern.CASE_INSENSITIVE);
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]*+\\R[ \\t\\u00A0]*+");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}+");

  private PlainText() {}

  /** One line: trimmed, inner white space collapsed. */
  static String line(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /**
   * A title: one line, with what HTML escapes in it read; what looks like a tag may be its subject.
   */
  static String title(String text) {
    String line = line(text);
    return ENTITY.matcher(line).find() ? line(Parser.unescapeEntities(line, false)) : line;
  }

  /** Paragraphs, without tags where the text has any. */
  static String paragraphs(String text) {
    String plain =
        TAG.matcher(text).find() || ENTITY.matcher(text).find() ? withoutTags(text) : text;
    String lines = BLANKS.matcher(plain.strip()).replaceAll("\n");
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
  }

  private static String withoutTags(String html) {
    Lines lines = new Lines(TAG.matcher(html).find());
    Jsoup.parseBodyFragment(html).body().traverse(lines);
    return lines.text.toString();
  }

  /** Text as it was met, with a line end at each block. */
  private static final class Lines implements NodeVisitor {
    private final boolean collapses;
    private final StringBuilder text = new StringBuilder();

    private Lines(boolean collapses) {
      this.collapses = collapses;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(
            collapses ? SPACE.matcher(words.getWholeText()).replaceAll(" ") : words.getWholeText());
      } else if (node instanceof Element element && breaksLine(element)) {
        text.append(element.normalName().equals("li") ? "\n– " : "\n");
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element
          && element.isBlock()
          && !breaksLine(element)
          && depth > 0) {
        text.append('\n');
      }
    }

    private static boolean breaksLine(Element element) {
      return element.normalName().equals("br") || element.normalName().equals("li");
    }
  }
}
