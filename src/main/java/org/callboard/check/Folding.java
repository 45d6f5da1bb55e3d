package org.callboard.check;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name without what people leave out when they write it again: case, accents, marks. */
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Folding() {}

  static String of(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String plain =
        bare.toLowerCase(Locale.ROOT).replace('ı', 'i').replace("ø", "o").replace("ł", "l");
    return BETWEEN.matcher(plain.replace("ß", "ss")).replaceAll(" ").strip();
  }
}
