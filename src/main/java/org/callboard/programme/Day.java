package org.callboard.programme;

import java.time.Instant;

/** A conference day: an interval of instants with a label, never derived from a date. */
public record Day(String label, Span span) {

  public boolean contains(Instant instant) {
    return span.contains(instant);
  }
}
