package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;

/**
 * That an aspect of a session has changed, and how the session stood before. What has returned to
 * that is not marked.
 */
public record Mark(Instant since, LiveSession before) {
  /** How long a change stays marked. */
  public static final Duration LENGTH = Duration.ofMinutes(20);

  /** When people need not be told any more. */
  public Instant until() {
    return since.plus(LENGTH);
  }

  boolean isFreshAt(Instant instant) {
    return !instant.isBefore(since) && instant.isBefore(until());
  }
}
