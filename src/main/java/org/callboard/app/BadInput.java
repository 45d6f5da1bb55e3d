package org.callboard.app;

import org.callboard.interchange.UnreadableProgramme;

/** Input that cannot be used; the message is the whole line that a person sees. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadInput(String message) {
    super(message);
  }

  static BadInput of(String file, UnreadableProgramme failure) {
    String place = failure.line() == 0 ? file : file + ":" + failure.line();
    return new BadInput(place + ": " + failure.getMessage());
  }
}
