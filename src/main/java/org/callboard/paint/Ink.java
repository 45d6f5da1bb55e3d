package org.callboard.paint;

/** What a word is written in; a device without colours writes all but the quiet in one ink. */
enum Ink {
  PLAIN(0xF5F1E8, 0x14181F),
  QUIET(0xB9C2CE, 0x454E5B),
  LATE(0xFFC46B, 0x7A4100),
  MOVED(0x9AD0FF, 0x0A4A80),
  CANCELLED(0xFF9E94, 0x96101A),
  GOOD(0x93E2AE, 0x0A5C33),
  GROUND(0x10141B, 0xFBF8F1);

  private final int night;
  private final int day;

  Ink(int night, int day) {
    this.night = night;
    this.day = day;
  }

  int rgb(boolean isNight) {
    return isNight ? night : day;
  }

  /** The ink of a sign, by its state. */
  static Ink of(String state) {
    return switch (state) {
      case "late", "fresh" -> LATE;
      case "moved" -> MOVED;
      case "cancelled" -> CANCELLED;
      case "good" -> GOOD;
      case "was" -> QUIET;
      default -> PLAIN;
    };
  }
}
