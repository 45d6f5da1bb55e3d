package org.callboard.accounts;

import java.time.Instant;

/** A screen that shows a code and waits for somebody to say what it is. */
public record Pairing(String id, String code, Device device, Instant expires) {

  /**
   * What a device says of itself, and where it was seen.
   *
   * @param words its browser and system, in short
   * @param viewport such as {@code 1920x1080}, or empty
   */
  public record Device(String words, String viewport, String address) {}

  /**
   * A new pairing with what only the screen is told.
   *
   * @param farewell the words by which the screen knows that it is unpaired
   */
  public record Made(Pairing pairing, String secret, String farewell) {
    @Override
    public String toString() {
      return "Made[pairing=" + pairing + "]";
    }
  }

  /** How it stands with a screen that presents its secret. */
  public sealed interface State {
    record Waiting(Pairing pairing) implements State {}

    record Paired(PairedScreen screen) implements State {}

    /** It was paired, and somebody took that back. */
    record Unpaired(String farewell) implements State {}

    /** Nobody knows such a screen with such a secret, or no longer. */
    record Unknown() implements State {}
  }
}
