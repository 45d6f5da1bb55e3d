package org.callboard.paint;

/** Words in one weight and ink. */
record Words(String text, boolean isBold, Ink ink, boolean isStruck) {

  Words {
    text = text.replaceAll("\\p{Cntrl}+", " ");
  }

  static Words plain(String text) {
    return new Words(text, false, Ink.PLAIN, false);
  }

  static Words quiet(String text) {
    return new Words(text, false, Ink.QUIET, false);
  }

  static Words bold(String text) {
    return new Words(text, true, Ink.PLAIN, false);
  }

  static Words struck(String text) {
    return new Words(text, false, Ink.QUIET, true);
  }

  Words in(Ink other) {
    return new Words(text, isBold, other, isStruck);
  }
}
