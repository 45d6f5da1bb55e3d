package org.callboard.app;

import java.time.Instant;
import java.time.ZoneId;
import org.callboard.clock.InstantText;

/** Reads the instant that someone gives with {@code --at} or in the settings. */
final class Instants {

  private Instants() {}

  /**
   * The instant of a text in the event's zone.
   *
   * @param name what the text was given as, for the message
   */
  static Instant parse(String name, String text, ZoneId zone) {
    try {
      return InstantText.parse(text, zone);
    } catch (IllegalArgumentException e) {
      throw new BadInput(name + ": " + e.getMessage());
    }
  }
}
