package org.callboard.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of a host's link and may be shown: everything but its token.
 *
 * @param seen when it was last used; empty when it never was
 */
public record HostLink(
    String id,
    String room,
    String createdBy,
    Instant created,
    Optional<Instant> seen,
    Instant expires) {

  /** A new link with its token, the only time that it is known. */
  public record Made(HostLink link, String token) {
    @Override
    public String toString() {
      return "Made[link=" + link + "]";
    }
  }
}
