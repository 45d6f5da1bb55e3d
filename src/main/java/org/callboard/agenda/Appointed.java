package org.callboard.agenda;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.change.Effect;

/**
 * The starts that somebody gave sessions by name. A ripple may put them off, and never takes them
 * back: whoever said that a speaker comes at 10:30 knows more than a room that is free at 10:00.
 */
final class Appointed {
  private static final Set<String> OF_ONE = Set.of("delay", "retime", "start");
  private static final String OF_TWO = "swap";
  private static final Set<String> OF_PLAN = Set.of("import", "settle");

  private final Map<String, Instant> starts = new HashMap<>();

  private Appointed() {}

  static Map<String, Instant> starts(Situation in) {
    Appointed appointed = new Appointed();
    Undoing.standing(in.occasion().past()).forEach(appointed::note);
    return appointed.starts;
  }

  private void note(Past entry) {
    List<Effect.OfSession> effects =
        entry.effects().stream()
            .filter(Effect.OfSession.class::isInstance)
            .map(Effect.OfSession.class::cast)
            .toList();
    if (entry.what().equals(OF_TWO)) {
      effects.forEach(this::note);
    } else if (OF_ONE.contains(entry.what()) && !effects.isEmpty()) {
      String named = effects.get(0).session();
      effects.stream().filter(effect -> effect.session().equals(named)).forEach(this::note);
    } else if (OF_PLAN.contains(entry.what())) {
      effects.forEach(effect -> starts.remove(effect.session()));
    }
  }

  private void note(Effect.OfSession effect) {
    if (effect instanceof Effect.Retimed retimed) {
      starts.put(retimed.session(), retimed.to().start());
    }
  }
}
