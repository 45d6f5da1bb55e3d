package org.callboard.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Draws posters as PNG images; the same poster in the same format is the same bytes. */
final class Painter {
  private static final int THIN = 28;

  private final Typeface typeface = new Typeface();

  byte[] png(Poster poster, Format format) {
    BufferedImage drawn =
        new BufferedImage(format.width(), format.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    try {
      hint(graphics);
      Palette palette = new Palette(format, poster.alarm());
      FontRenderContext context = graphics.getFontRenderContext();
      Composition.of(poster, format, unit -> new Typesetter(typeface, palette, unit, context))
          .draw(graphics);
    } finally {
      graphics.dispose();
    }
    return encoded(
        format.colours() == Colours.FULL
            ? drawn
            : grey(drawn, format.colours(), isDark(format, poster)));
  }

  private static void hint(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  private static boolean isDark(Format format, Poster poster) {
    return new Palette(format, poster.alarm()).ground().equals(Color.BLACK);
  }

  /**
   * Each pixel is the nearest grey; nothing is dithered, so that type keeps its edge. Of two
   * colours it is ink a little sooner than ground, so that thin strokes hold.
   */
  private static BufferedImage grey(BufferedImage drawn, Colours colours, boolean isDark) {
    int most = colours.greys() - 1;
    int sooner = most > 1 ? 0 : isDark ? THIN : -THIN;
    BufferedImage grey =
        new BufferedImage(
            drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_BYTE_BINARY, model(colours));
    WritableRaster pixels = grey.getRaster();
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        int level = drawn.getRGB(x, y) & 0xFF;
        pixels.setSample(x, y, 0, Math.min(most, (Math.max(0, level + sooner) * most + 127) / 255));
      }
    }
    return grey;
  }

  private static IndexColorModel model(Colours colours) {
    int most = colours.greys() - 1;
    byte[] levels = new byte[most + 1];
    IntStream.rangeClosed(0, most).forEach(i -> levels[i] = (byte) (i * 255 / most));
    return new IndexColorModel(colours.bits(), levels.length, levels, levels, levels);
  }

  private static byte[] encoded(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException broken) {
      throw new UncheckedIOException("An image was not encoded", broken);
    } finally {
      writer.dispose();
    }
  }
}
