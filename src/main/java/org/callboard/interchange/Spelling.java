package org.callboard.interchange;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How far two names are from being the same word for word. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}++");
  private static final Pattern SPACE = Pattern.compile("[\\s-]++");
  private static final int SHORTEST_WORD = 4;
  private static final int LONGEST = 120;

  private Spelling() {}

  /** A name's folded words, kept by who compares it often. */
  record Spelt(String name, String[] words) {
    private int length() {
      return name.length();
    }
  }

  static Spelt spelt(String name) {
    return new Spelt(name, words(name));
  }

  static String folded(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).strip();
  }

  static String[] words(String name) {
    return SPACE.split(folded(name));
  }

  /**
   * Whether two different names have as many words each and at most so many letters' difference.
   */
  static boolean areClose(String one, String other, int most) {
    return areClose(spelt(one), spelt(other), most);
  }

  static boolean areClose(Spelt one, Spelt other, int most) {
    String[] left = one.words();
    String[] right = other.words();
    if (left.length != right.length || one.length() > LONGEST || other.length() > LONGEST) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < left.length && sum <= most; i++) {
      sum += left[i].equals(right[i]) ? 0 : wordDistance(left[i], right[i], most);
    }
    return sum <= most;
  }

  private static int wordDistance(String one, String other, int most) {
    boolean comparable =
        Math.min(one.length(), other.length()) >= SHORTEST_WORD
            && Math.abs(one.length() - other.length()) <= most;
    return comparable && !hasFigures(one) ? distance(one, other) : most + 1;
  }

  private static boolean hasFigures(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Levenshtein's distance. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int swap = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
