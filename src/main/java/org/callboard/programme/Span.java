package org.callboard.programme;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open interval of instants, {@code [start, end)}; a span of zero length contains nothing.
 */
public record Span(Instant start, Instant end) {

  public Span {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException(
          "A span ends before it starts: start=" + start + " end=" + end);
    }
  }

  public static Span of(Instant start, Duration length) {
    return new Span(start, start.plus(length));
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  public boolean overlaps(Span other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  public Span startingAt(Instant newStart) {
    return of(newStart, length());
  }
}
