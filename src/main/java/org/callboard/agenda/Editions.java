package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.callboard.change.Change;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/**
 * The change to a new edition, merged three ways by id: what only the plan changed is taken, what
 * only was changed live stays, and what both changed keeps the live value and is cautioned of.
 */
final class Editions {
  private static final int MOST_DROPPED_PERCENT = 20;

  private final Situation in;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Caution> cautions = new ArrayList<>();

  Editions(Situation in) {
    this.in = in;
  }

  Verdict.Planned take(Change.Import imported) {
    Programme from = in.agenda().programme();
    Programme to = imported.programme();
    if (to.equals(from)) {
      throw new Impossible("That is the edition that holds already; nothing would change.");
    }
    if (!imported.isForced()) {
      requireEnough(to);
    }
    in.agenda().sessions().forEach(session -> leave(session, from, to));
    effects.add(new Effect.Imported(from, to));
    in.agenda()
        .sessions()
        .forEach(session -> to.session(session.id()).ifPresent(plan -> merge(session, plan)));
    return new Verdict.Planned(effects, cautions, List.of());
  }

  private void requireEnough(Programme to) {
    if (to.sessions().isEmpty()) {
      throw new Impossible(
          "The edition has no sessions; look at the file, or force the import to have none.");
    }
    List<LiveSession> coming =
        in.agenda().sessions().stream()
            .filter(session -> !session.isCancelled() && session.span().end().isAfter(in.now()))
            .filter(session -> in.agenda().programme().session(session.id()).isPresent())
            .toList();
    long dropped = coming.stream().filter(each -> to.session(each.id()).isEmpty()).count();
    if (dropped * 100 > (long) coming.size() * MOST_DROPPED_PERCENT) {
      throw new Impossible(
          "The edition drops "
              + dropped
              + " of the "
              + coming.size()
              + " sessions still to come; cancel those that are off, or force the import.");
    }
  }

  /**
   * What disappears goes back to its plan first, so that taking the import back brings it as it
   * was; what was added live under the id of a new plan makes room for that plan.
   */
  private void leave(LiveSession session, Programme from, Programme to) {
    boolean wasPlanned = from.session(session.id()).isPresent();
    boolean isPlanned = to.session(session.id()).isPresent();
    if (wasPlanned != isPlanned) {
      change(session, LiveSession.asPlanned(session.plan()));
    }
    if (!wasPlanned && isPlanned) {
      effects.add(new Effect.Removed(session.plan()));
    }
  }

  private void merge(LiveSession live, Session plan) {
    boolean isNew = in.agenda().programme().session(live.id()).isEmpty();
    LiveSession start = isNew ? LiveSession.asPlanned(plan) : live;
    Merge merge = new Merge(live, plan);
    change(start, merge.result());
    if (!merge.conflicts().isEmpty()) {
      cautions.add(
          new Caution(
              "edition-conflict",
              Situation.quoted(live)
                  + " was changed here and in the new edition: "
                  + String.join(", ", merge.conflicts())
                  + ". What was changed here stays; change it if the edition is right.",
              List.of(live.id())));
    }
  }

  /** The effects that lead from one state of a session to another. */
  private void change(LiveSession from, LiveSession to) {
    String id = from.id();
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
    Details details = to.details();
    if (!Objects.equals(from.details(), details)) {
      effects.add(new Effect.Edited(id, from.details(), details));
    }
  }
}
