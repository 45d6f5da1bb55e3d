package org.callboard.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.callboard.clock.InstantText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads the instant that someone gives with {@code --at} or in the settings. */
final class Instants {

  private Instants() {}

  /** Refuses {@code --at} as bad usage, before the programme and its zone are known. */
  static void requireReadable(CommandLine command, Optional<String> at) {
    try {
      at.ifPresent(text -> InstantText.parse(text, ZoneOffset.UTC));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command, "Invalid value for option '--at': " + e.getMessage());
    }
  }

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
