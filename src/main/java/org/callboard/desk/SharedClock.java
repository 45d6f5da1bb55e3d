package org.callboard.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Effect;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;

/**
 * The rehearsal clock that entries set, as a node takes it up, at once or much later: it has run on
 * since the entry was recorded, by the clock that all nodes share.
 */
public final class SharedClock {
  private static final double MILLIS_PER_SECOND = 1e3;

  private SharedClock() {}

  /** Sets a clock as the entries have it; false where they set none. */
  public static boolean follow(List<Entry> entries, EventTime time) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      Optional<Effect.ClockSet> set =
          entry.effects().stream()
              .filter(Effect.ClockSet.class::isInstance)
              .map(Effect.ClockSet.class::cast)
              .reduce((first, last) -> last);
      if (set.isPresent()) {
        time.set(runOn(set.get(), entry.recordedAt(), time.sharedNow()), set.get().speed());
        return true;
      }
    }
    return false;
  }

  private static Instant runOn(Effect.ClockSet set, Instant then, Instant now) {
    double real = Math.max(0, Duration.between(then, now).toMillis()) / MILLIS_PER_SECOND;
    return set.at().plusMillis(Math.round(real * set.speed() * MILLIS_PER_SECOND));
  }
}
