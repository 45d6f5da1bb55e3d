package org.callboard.agenda;

import java.time.Instant;
import java.util.List;
import org.callboard.change.Effect;

/**
 * One fold of the agenda: the effects of one entry.
 *
 * @param at what the event clock showed
 * @param publicReason what people may read of the reason, or empty
 */
public record Step(Instant at, List<Effect> effects, String publicReason) {

  public Step {
    effects = List.copyOf(effects);
  }
}
