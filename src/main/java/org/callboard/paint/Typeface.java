package org.callboard.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;

/** The shipped typeface, and the system's own for scripts that it does not have. */
final class Typeface {
  private final Font regular = shipped("Regular");
  private final Font bold = shipped("Bold");

  private static Font shipped(String cut) {
    String name = "/fonts/AtkinsonHyperlegible-" + cut + ".ttf";
    try (InputStream file = Typeface.class.getResourceAsStream(name)) {
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException broken) {
      throw new IllegalStateException("The typeface is not readable: " + name, broken);
    }
  }

  /** The font that has a letter. */
  Font of(int point, boolean isBold, float size) {
    Font ours = (isBold ? bold : regular).deriveFont(size);
    boolean isOurs = ours.canDisplay(point) || Glyphs.has(point);
    return isOurs ? ours : others(isBold).deriveFont(size);
  }

  private static Font others(boolean isBold) {
    return new Font(Font.SANS_SERIF, isBold ? Font.BOLD : Font.PLAIN, 1);
  }

  /**
   * A text in letters that can be drawn: one that the typeface lacks is put together from its parts
   * (such as a capital I and a dot), and a picture that no font has is left out.
   */
  String drawable(String text) {
    StringBuilder drawable = new StringBuilder();
    text.codePoints().mapToObj(this::drawable).forEach(drawable::append);
    return drawable.toString();
  }

  private String drawable(int point) {
    String letter = Character.toString(point);
    if (regular.canDisplay(point) || Glyphs.has(point)) {
      return letter;
    }
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    if (regular.canDisplayUpTo(parts) < 0) {
      return parts;
    }
    return others(false).canDisplay(point) || Character.isLetterOrDigit(point) ? letter : "";
  }
}
