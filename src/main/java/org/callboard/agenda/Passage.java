package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import org.callboard.change.Effect;

/** The effects that lead from one state of a session to another of the same session. */
final class Passage {
  private Passage() {}

  static List<Effect> between(LiveSession from, LiveSession to) {
    String id = from.id();
    List<Effect> effects = new ArrayList<>();
    if (from.isPostponed() != to.isPostponed()) {
      effects.add(new Effect.Postponed(id, to.isPostponed()));
    }
    if (from.isCancelled() != to.isCancelled()) {
      effects.add(new Effect.Cancelled(id, to.isCancelled()));
    }
    if (!from.span().equals(to.span())) {
      effects.add(new Effect.Retimed(id, from.span(), to.span(), 0));
    }
    if (!from.rooms().equals(to.rooms())) {
      effects.add(new Effect.Moved(id, from.rooms(), to.rooms()));
    }
    if (!from.people().equals(to.people())) {
      effects.add(new Effect.Recast(id, from.people(), to.people()));
    }
    if (!from.details().equals(to.details())) {
      effects.add(new Effect.Edited(id, from.details(), to.details()));
    }
    return effects;
  }

  /** Back to the plan, so that taking the session away can be taken back. */
  static List<Effect> toPlan(LiveSession from) {
    return between(from, LiveSession.asPlanned(from.plan()));
  }

  /** From the plan to how the session stands. */
  static List<Effect> fromPlan(LiveSession to) {
    return between(LiveSession.asPlanned(to.plan()), to);
  }
}
