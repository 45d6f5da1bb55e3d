package org.callboard.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a room has place for more people, as somebody at its door says. */
public enum RoomStatus {
  OPEN,
  FILLING,
  FULL,
  CLOSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RoomStatus> ofWord(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }
}
