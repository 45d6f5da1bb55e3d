package org.callboard.accounts;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The codes that screens show: eight letters without vowels, so that they spell nothing, and
 * without those that are read for one another.
 */
final class PairingCodes {
  private static final String LETTERS = "BCDFGHJKMNPQRTVWXZ";
  private static final int LENGTH = 8;
  private static final Pattern CODE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");

  private PairingCodes() {}

  static String random() {
    StringBuilder code = new StringBuilder();
    while (code.length() < LENGTH) {
      code.append(Secrets.oneOf(LETTERS));
    }
    return code.toString();
  }

  /** A code as somebody typed it; what is none stays none. */
  static String read(String typed) {
    String code = typed.toUpperCase(Locale.ROOT).replaceAll("[ -]", "");
    return CODE.matcher(code).matches() ? code : "";
  }
}
