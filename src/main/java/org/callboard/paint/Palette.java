package org.callboard.paint;

import java.awt.Color;

/** The colours of one image: ground and ink, as far as a device has them. */
record Palette(Format format, String alarm) {
  private static final int TAKEOVER = 0xB3001B;
  private static final int DRILL = 0xFFC46B;

  Color ground() {
    if (!alarm.isEmpty()) {
      return isFull()
          ? new Color(isLive() ? TAKEOVER : DRILL)
          : isLive() ? Color.BLACK : Color.WHITE;
    }
    if (isFull()) {
      return new Color(Ink.GROUND.rgb(format.night()));
    }
    return format.night() ? Color.BLACK : Color.WHITE;
  }

  Color of(Ink ink) {
    if (ink == Ink.GROUND) {
      return ground();
    }
    if (!alarm.isEmpty()) {
      return isLive() ? Color.WHITE : Color.BLACK;
    }
    if (isFull()) {
      return new Color(ink.rgb(format.night()));
    }
    boolean isQuiet = ink == Ink.QUIET && format.colours() != Colours.TWO;
    int grey = isQuiet ? 0x55 : 0;
    int level = format.night() ? 0xFF - grey : grey;
    return new Color(level, level, level);
  }

  private boolean isFull() {
    return format.colours() == Colours.FULL;
  }

  private boolean isLive() {
    return alarm.equals("live");
  }
}
