package org.callboard.accounts;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is kept of a token and may be shown: everything but the token.
 *
 * @param expires when it ends by itself; empty for one that never does
 */
public record Token(
    String id, Kind kind, String label, Instant created, Instant seen, Optional<Instant> expires) {

  /** Whether a login made it, an admin for a script, or an organiser for a room's host. */
  public enum Kind {
    SESSION,
    API,
    LINK;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
