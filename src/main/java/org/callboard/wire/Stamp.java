package org.callboard.wire;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How an instant is written: for readers of the API, or on the live channel. */
enum Stamp {
  /** RFC 3339 in UTC, with milliseconds where there are any. */
  TEXT {
    @Override
    Object of(Instant instant) {
      return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
  },
  /** Milliseconds since the epoch. */
  MILLIS {
    @Override
    Object of(Instant instant) {
      return instant.toEpochMilli();
    }
  };

  abstract Object of(Instant instant);
}
