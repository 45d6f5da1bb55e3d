package org.callboard.paint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How many colours a device shows. */
public enum Colours {
  TWO("2", 1),
  FOUR("4", 2),
  SIXTEEN("16", 4),
  FULL("full", 24);

  private final String word;
  private final int bits;

  Colours(String word, int bits) {
    this.word = word;
    this.bits = bits;
  }

  public String word() {
    return word;
  }

  /** Bits of one pixel. */
  int bits() {
    return bits;
  }

  /** How many greys; what shows full colour has no need of the count. */
  int greys() {
    return 1 << bits;
  }

  public static Optional<Colours> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Colours::word).toList();
  }
}
