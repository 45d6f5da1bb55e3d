package org.callboard.programme;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of session it is; the word is the one that formats, URLs and screens use. */
public enum Kind {
  TALK,
  PANEL,
  KEYNOTE,
  PLENARY,
  SIDE_EVENT,
  BREAKOUT,
  BREAK,
  LUNCH,
  RECEPTION,
  VISIT,
  CEREMONY,
  OTHER,
  /** A day, not a time: it is listed, and never now or next. */
  ALL_DAY;

  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Kind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Whether people leave the room: such a session gives way to a delay. */
  public boolean isPause() {
    return this == BREAK || this == LUNCH;
  }
}
