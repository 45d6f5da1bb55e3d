package org.callboard.desk;

import java.util.List;
import java.util.Set;
import org.callboard.agenda.Absorption;
import org.callboard.agenda.Caution;
import org.callboard.change.Effect;

/** What became of a change that the desk was asked for. */
public sealed interface Outcome {

  /**
   * It is in the journal and shown, or would be.
   *
   * @param revision its revision; 0 for a preview
   * @param rooms ids of the rooms whose boards it changes
   * @param isVenueTouched whether what all screens know of the venue changes
   */
  record Planned(
      long revision,
      List<Effect> effects,
      List<Caution> cautions,
      List<Absorption> absorptions,
      Set<String> rooms,
      boolean isVenueTouched)
      implements Outcome {}

  /** It is impossible as the day stands. */
  record Refused(String reason) implements Outcome {}

  /** Something that it is about has changed since its author last looked. */
  record Outdated(String reason) implements Outcome {}

  /** The key was used before, for another change. */
  record KeyReused(String reason) implements Outcome {}

  /** The journal could not keep it, so nothing was shown. */
  record NotSaved(String reason) implements Outcome {}
}
