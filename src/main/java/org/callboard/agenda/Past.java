package org.callboard.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Effect;

/**
 * An entry of the journal, as planning looks back on it.
 *
 * @param what its change in a word, such as {@code delay}
 * @param undoes the revision that it took back, if it did
 */
public record Past(
    long revision, Instant at, String what, List<Effect> effects, Optional<Long> undoes) {

  public Past {
    effects = List.copyOf(effects);
  }
}
