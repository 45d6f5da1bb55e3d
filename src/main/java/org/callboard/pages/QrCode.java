package org.callboard.pages;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code (ISO/IEC 18004) to be drawn: one path of dark squares on a light ground, in units of a
 * module, with the quiet zone around it that the standard asks for.
 *
 * @param size modules along a side, the quiet zone included
 * @param path the dark modules, as the d of an SVG path
 */
public record QrCode(int size, String path) {
  private static final int QUIET = 4;
  private static final String LIGHT = "#FBF8F1";
  private static final String DARK = "#10141B";

  /**
   * Encodes a text.
   *
   * @throws io.nayuki.qrcodegen.DataTooLongException when it is longer than a code holds
   */
  public static QrCode of(String text) {
    io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      row(code, y, path);
    }
    return new QrCode(code.size + 2 * QUIET, path.toString());
  }

  /** Modules side by side are one rectangle, so that no hairline parts them. */
  private static void row(io.nayuki.qrcodegen.QrCode code, int y, StringBuilder path) {
    int x = 0;
    while (x < code.size) {
      int from = x;
      while (code.getModule(x, y)) { // false beyond the edge
        x++;
      }
      if (x > from) {
        path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
      }
      x++;
    }
  }

  /** An SVG image that is dark on light whatever is around it, since readers expect that. */
  public String svg() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><path fill=\"%2$s\" d=\"M0 0h%1$dv%1$dH0z\"/><path fill=\"%3$s\" d=\"%4$s\"/></svg>"
        .formatted(size, LIGHT, DARK, path);
  }
}
