package org.callboard.feeds;

import java.time.Instant;
import java.util.List;
import org.callboard.change.Effect;

/**
 * One entry of the journal, as far as a feed looks back on it: when it was kept, and its effects.
 *
 * @param keptAt wall time
 * @param at event time, which is another in a rehearsal
 */
public record Revision(Instant keptAt, Instant at, List<Effect> effects) {

  public Revision {
    effects = List.copyOf(effects);
  }

  /** One of a day that is no rehearsal. */
  public Revision(Instant keptAt, List<Effect> effects) {
    this(keptAt, keptAt, effects);
  }
}
