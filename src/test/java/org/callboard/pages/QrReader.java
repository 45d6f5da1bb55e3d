package org.callboard.pages;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
    return read(side, side, pixels, DecodeHintType.PURE_BARCODE);
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
    return read(width, height, pixels, DecodeHintType.TRY_HARDER);
  }

  /** Looks in two ways, as a phone does that sees a code in one of many pictures. */
  private static String read(int width, int height, int[] pixels, DecodeHintType hint) {
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return found(new HybridBinarizer(source), hint)
        .or(() -> found(new GlobalHistogramBinarizer(source), hint))
        .orElseThrow(() -> new AssertionError("There is no QR code to be read"));
  }

  private static Optional<String> found(Binarizer binarizer, DecodeHintType hint) {
    try {
      BinaryBitmap bitmap = new BinaryBitmap(binarizer);
      return Optional.of(new QRCodeReader().decode(bitmap, Map.of(hint, true)).getText());
    } catch (ReaderException unreadable) {
      return Optional.empty();
    }
  }
}
