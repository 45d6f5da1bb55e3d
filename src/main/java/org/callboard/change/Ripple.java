package org.callboard.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a shift of one session goes. */
public enum Ripple {
  /** Only this session. */
  NONE,
  /** What follows in the same rooms on that conference day. */
  ROOM,
  /** Every room, venue-wide items too. */
  VENUE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Ripple> ofWord(String word) {
    return Arrays.stream(values()).filter(ripple -> ripple.word().equals(word)).findFirst();
  }
}
