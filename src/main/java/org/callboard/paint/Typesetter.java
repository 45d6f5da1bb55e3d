package org.callboard.paint;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GraphicAttribute;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.ShapeGraphicAttribute;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks passages into lines of type. */
final class Typesetter {
  /** What is longer than this does not fit on any board. */
  private static final int LONGEST = 1000;

  private static final int STEPS = 7;

  private final Typeface typeface;
  private final Palette palette;
  private final int unit;
  private final FontRenderContext context;

  Typesetter(Typeface typeface, Palette palette, int unit, FontRenderContext context) {
    this.typeface = typeface;
    this.palette = palette;
    this.unit = unit;
    this.context = context;
  }

  /** One line, and where in its passage it stands. */
  record Row(TextLayout layout, int start, int end) {}

  List<Row> rows(Passage passage, float width) {
    List<Words> words = drawable(passage.words(), passage);
    float room = Math.max(unit, width - asideRoom(passage));
    List<Row> rows = broken(words, passage.size(), room);
    boolean isTitle = passage.size().compareTo(Size.LARGE) >= 0;
    return isTitle && rows.size() > 1 ? balanced(words, passage.size(), room, rows.size()) : rows;
  }

  private float asideRoom(Passage passage) {
    return passage.aside().isEmpty() ? 0 : aside(passage).getAdvance() + unit;
  }

  TextLayout aside(Passage passage) {
    return layout(drawable(passage.aside(), passage), passage.size());
  }

  /** A line that ends with an ellipsis, since what follows has no room. */
  Row cut(Passage passage, Row row, float width) {
    List<Words> words = drawable(passage.words(), passage);
    float room = width - asideRoom(passage);
    int end = row.end();
    TextLayout layout = cut(words, row.start(), end, passage.size());
    while (layout.getAdvance() > room && end > row.start() + 1) {
      end--;
      layout = cut(words, row.start(), end, passage.size());
    }
    return new Row(layout, row.start(), end);
  }

  private TextLayout cut(List<Words> words, int start, int end, Size size) {
    List<Words> kept = new ArrayList<>();
    int from = 0;
    for (Words each : words) {
      int to = from + each.text().length();
      int first = Math.max(start, from) - from;
      int last = Math.min(end, to) - from;
      if (last > first) {
        String text = each.text().substring(first, last);
        String said = to >= end ? text.stripTrailing() + "…" : text;
        kept.add(new Words(said, each.isBold(), each.ink(), each.isStruck()));
      }
      from = to;
    }
    return layout(kept, size);
  }

  private TextLayout layout(List<Words> words, Size size) {
    return new TextLayout(attributed(words, size).getIterator(), context);
  }

  private List<Row> broken(List<Words> words, Size size, float width) {
    AttributedString text = attributed(words, size);
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(
            text.getIterator(), BreakIterator.getLineInstance(Locale.ROOT), context);
    List<Row> rows = new ArrayList<>();
    int end = text.getIterator().getEndIndex();
    while (measurer.getPosition() < end) {
      int start = measurer.getPosition();
      TextLayout layout = measurer.nextLayout(width);
      rows.add(new Row(layout, start, measurer.getPosition()));
    }
    return rows;
  }

  /** The narrowest lines that are no more: so that no word stands alone on the last. */
  private List<Row> balanced(List<Words> words, Size size, float width, int count) {
    float narrow = width / 2;
    float wide = width;
    for (int i = 0; i < STEPS; i++) {
      float middle = (narrow + wide) / 2;
      if (broken(words, size, middle).size() > count) {
        narrow = middle;
      } else {
        wide = middle;
      }
    }
    return broken(words, size, wide);
  }

  /** What stands in a band is written in the ground's colour. */
  private List<Words> drawable(List<Words> words, Passage passage) {
    boolean isInBand = passage.part() == Passage.Part.BAND;
    return words.stream()
        .map(
            each ->
                new Words(
                    typeface.drawable(bounded(each.text())),
                    each.isBold(),
                    isInBand ? Ink.GROUND : each.ink(),
                    each.isStruck()))
        .filter(each -> !each.text().isEmpty())
        .toList();
  }

  private static String bounded(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }

  private AttributedString attributed(List<Words> words, Size size) {
    StringBuilder all = new StringBuilder();
    words.forEach(each -> all.append(each.text()));
    AttributedString text = new AttributedString(all.isEmpty() ? " " : all.toString());
    text.addAttribute(TextAttribute.FONT, typeface.of(' ', false, size.of(unit)));
    int start = 0;
    for (Words each : words) {
      set(text, each, start, size.of(unit));
      start += each.text().length();
    }
    return text;
  }

  private void set(AttributedString text, Words words, int start, float size) {
    int end = start + words.text().length();
    text.addAttribute(TextAttribute.FOREGROUND, palette.of(words.ink()), start, end);
    if (words.isStruck()) {
      text.addAttribute(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON, start, end);
    }
    for (int i = 0; i < words.text().length(); ) {
      int point = words.text().codePointAt(i);
      int next = i + Character.charCount(point);
      letter(text, point, start + i, start + next, typeface.of(point, words.isBold(), size));
      i = next;
    }
  }

  private void letter(AttributedString text, int point, int start, int end, Font font) {
    text.addAttribute(TextAttribute.FONT, font, start, end);
    Glyphs.of(point, font.getSize2D() * .86f)
        .ifPresent(
            shape ->
                text.addAttribute(TextAttribute.CHAR_REPLACEMENT, replacement(shape), start, end));
  }

  private static ShapeGraphicAttribute replacement(Shape shape) {
    return new ShapeGraphicAttribute(
        shape, GraphicAttribute.ROMAN_BASELINE, ShapeGraphicAttribute.FILL);
  }
}
