package org.callboard.browser;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a board as the documents keep it: at most 1100 pixels long, in 64 colours. */
final class SmallPicture {
  private static final int LONGEST = 1100;
  private static final int COLOURS = 64;
  private static final int COARSE = 0xF0F0F0;

  private SmallPicture() {}

  static byte[] of(byte[] png) throws IOException {
    BufferedImage scaled = scaled(ImageIO.read(new ByteArrayInputStream(png)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(indexed(scaled), "png", out);
    return out.toByteArray();
  }

  private static BufferedImage scaled(BufferedImage whole) {
    int longer = Math.max(whole.getWidth(), whole.getHeight());
    double factor = Math.min(1, (double) LONGEST / longer);
    int width = (int) Math.round(whole.getWidth() * factor);
    int height = (int) Math.round(whole.getHeight() * factor);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(whole, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }

  private static BufferedImage indexed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    int[] palette = palette(pixels);
    byte[] reds = channel(palette, 16);
    byte[] greens = channel(palette, 8);
    byte[] blues = channel(palette, 0);
    BufferedImage made =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, reds, greens, blues));
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int i = 0; i < pixels.length; i++) {
      int index = nearest.computeIfAbsent(pixels[i] & 0xFFFFFF, each -> nearest(palette, each));
      made.getRaster().setSample(i % width, i / width, 0, index);
    }
    return made;
  }

  /** The most frequent colour of each of the most frequent coarse ones. */
  private static int[] palette(int[] pixels) {
    Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();
    Map<Integer, Integer> coarse = new HashMap<>();
    for (int pixel : pixels) {
      int key = pixel & COARSE;
      coarse.merge(key, 1, Integer::sum);
      counts.computeIfAbsent(key, any -> new HashMap<>()).merge(pixel & 0xFFFFFF, 1, Integer::sum);
    }
    List<Integer> keys =
        coarse.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    return keys.stream().mapToInt(key -> most(counts.get(key))).toArray();
  }

  private static int most(Map<Integer, Integer> counts) {
    return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static byte[] channel(int[] palette, int shift) {
    byte[] bytes = new byte[palette.length];
    for (int i = 0; i < palette.length; i++) {
      bytes[i] = (byte) (palette[i] >> shift);
    }
    return bytes;
  }

  private static int nearest(int[] palette, int colour) {
    int best = 0;
    for (int i = 1; i < palette.length; i++) {
      if (apart(palette[i], colour) < apart(palette[best], colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int apart(int a, int b) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (a >> shift & 0xFF) - (b >> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }
}
