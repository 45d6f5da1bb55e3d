package org.callboard.agenda;

import java.util.List;
import org.callboard.change.Effect;

/** What became of a change that was asked for. */
public sealed interface Verdict {

  /** It works out to these effects, and an organiser should know of these cautions. */
  record Planned(List<Effect> effects, List<Caution> cautions) implements Verdict {
    public Planned {
      effects = List.copyOf(effects);
      cautions = List.copyOf(cautions);
    }
  }

  /** It is impossible as the day stands; the reason says why, and what would work. */
  record Refused(String reason) implements Verdict {}
}
