package org.callboard.feeds;

import java.time.Instant;
import java.util.List;
import org.callboard.change.Effect;

/**
 * One entry of the journal, as far as a feed looks back on it: when it was kept, and its effects.
 */
public record Revision(Instant keptAt, List<Effect> effects) {

  public Revision {
    effects = List.copyOf(effects);
  }
}
