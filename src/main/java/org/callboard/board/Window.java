package org.callboard.board;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that holds from an instant until another; one of zero length never holds.
 *
 * @param until empty where it never ends
 */
record Window<T>(T what, Instant from, Optional<Instant> until) {

  boolean isOverAt(Instant instant) {
    return until.map(end -> !instant.isBefore(end)).orElse(false);
  }
}
