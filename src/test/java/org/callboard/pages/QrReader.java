package org.callboard.pages;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads QR codes as a phone would, by other code than drew them. */
public final class QrReader {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int PIXELS = 4;

  private QrReader() {}

  /** The text of a code that is given as it is to be drawn. */
  public static String read(int size, String path) {
    int side = size * PIXELS;
    int[] pixels = new int[side * side];
    Arrays.fill(pixels, 0xFFFFFF);
    RUN.matcher(path).results().forEach(run -> draw(run, pixels, side));
    return read(new RGBLuminanceSource(side, side, pixels));
  }

  private static void draw(MatchResult run, int[] pixels, int side) {
    int x = Integer.parseInt(run.group(1)) * PIXELS;
    int y = Integer.parseInt(run.group(2)) * PIXELS;
    int length = Integer.parseInt(run.group(3)) * PIXELS;
    for (int row = y; row < y + PIXELS; row++) {
      Arrays.fill(pixels, row * side + x, row * side + x + length, 0);
    }
  }

  /** The text of the code that is somewhere in a picture. */
  public static String read(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return read(new RGBLuminanceSource(width, height, pixels));
  }

  private static String read(LuminanceSource source) {
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(source)),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (ReaderException unreadable) {
      throw new AssertionError("There is no QR code to be read", unreadable);
    }
  }
}
