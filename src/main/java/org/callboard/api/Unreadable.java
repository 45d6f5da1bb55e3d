package org.callboard.api;

import org.callboard.interchange.UnreadableProgramme;

/** A file that was sent has nothing usable in it. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String file, UnreadableProgramme reason) {
    super(
        file
            + (reason.line() > 0 ? ":" + reason.line() : "")
            + ": "
            + reason.getMessage()
            + ". Nothing was changed.",
        reason);
  }
}
