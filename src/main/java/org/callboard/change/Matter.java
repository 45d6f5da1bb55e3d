package org.callboard.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a new edition and the day may disagree about in one session. */
public enum Matter {
  TIME,
  ROOM,
  PEOPLE,
  TITLE,
  DESCRIPTION,
  LANGUAGES,
  KIND,
  /** The edition has it no more, and it was changed live. */
  DROPPED,
  /** The edition has one under another id that may be the same. */
  SAME;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Matter> ofWord(String word) {
    return Arrays.stream(values()).filter(matter -> matter.word().equals(word)).findFirst();
  }
}
