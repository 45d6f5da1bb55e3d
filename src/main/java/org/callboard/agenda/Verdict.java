package org.callboard.agenda;

import java.util.List;
import org.callboard.change.Effect;

/** What became of a change that was asked for. */
public sealed interface Verdict {

  /**
   * It works out to these effects, and an organiser should know of these cautions.
   *
   * @param absorptions where a delay became smaller, in the order of the walk, room by room
   */
  record Planned(List<Effect> effects, List<Caution> cautions, List<Absorption> absorptions)
      implements Verdict {
    public Planned {
      effects = List.copyOf(effects);
      cautions = List.copyOf(cautions);
      absorptions = List.copyOf(absorptions);
    }

    static Planned of(List<? extends Effect> effects) {
      return new Planned(List.copyOf(effects), List.of(), List.of());
    }

    static Planned of(Effect effect) {
      return of(List.of(effect));
    }
  }

  /** It is impossible as the day stands; the reason says why, and what would work. */
  record Refused(String reason) implements Verdict {}
}
