package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Conflict;
import org.callboard.change.Effect;
import org.callboard.change.Offer;
import org.callboard.programme.Session;

/** The changes by which organisers choose between the plan and what was changed live. */
final class Settling {
  private final Situation in;

  Settling(Situation in) {
    this.in = in;
  }

  /** An edition is offered to organisers; it waits until one of them takes or declines it. */
  Verdict.Planned propose(Change.Propose propose) {
    Optional<Offer> before = in.agenda().offer();
    if (before.equals(propose.offer())) {
      throw new Impossible("That edition is offered already; nothing would change.");
    }
    return Verdict.Planned.of(new Effect.Offered(before, propose.offer()));
  }

  Verdict.Planned settle(Change.Settle settle) {
    if (settle.conflict().equals(Offer.ID)) {
      return settleOffer(settle);
    }
    Conflict conflict =
        in.agenda()
            .conflict(settle.conflict())
            .orElseThrow(
                () ->
                    new Impossible(
                        "There is no conflict "
                            + settle.conflict()
                            + " to settle, or no longer; /api/conflicts lists them."));
    List<Effect> effects = settle.isPlanTaken() ? taken(conflict) : List.of();
    return closing(conflict, effects);
  }

  private Verdict.Planned settleOffer(Change.Settle settle) {
    Offer offer =
        in.agenda()
            .offer()
            .orElseThrow(() -> new Impossible("No edition is offered, or no longer; look again."));
    Effect closed = new Effect.Offered(Optional.of(offer), Optional.empty());
    if (!settle.isPlanTaken()) {
      return Verdict.Planned.of(closed);
    }
    Verdict.Planned taken =
        new Editions(in).take(new Change.Import(offer.programme(), settle.isForced()));
    List<Effect> effects = new ArrayList<>(taken.effects());
    effects.add(closed);
    return new Verdict.Planned(effects, taken.cautions(), taken.absorptions());
  }

  private List<Effect> taken(Conflict conflict) {
    Dispute dispute = Dispute.of(in.agenda(), conflict);
    return switch (conflict.matter()) {
      case DROPPED -> gone(dispute.live().orElseThrow());
      case SAME -> united(dispute);
      default -> Passage.between(dispute.live().orElseThrow(), dispute.asPlanned());
    };
  }

  private static List<Effect> gone(LiveSession session) {
    List<Effect> effects = new ArrayList<>(Passage.toPlan(session));
    effects.add(new Effect.Removed(session.plan()));
    return effects;
  }

  /**
   * Two that are one: the edition's session goes on under the id that people know, with what was
   * changed live of either; what was changed of both is as it was changed last.
   */
  private List<Effect> united(Dispute dispute) {
    Conflict conflict = dispute.conflict();
    Session plan = dispute.plan().orElseThrow().named(conflict.session());
    LiveSession fresh = in.known(conflict.other()).against(plan);
    List<Effect> effects = new ArrayList<>();
    dispute.live().ifPresent(old -> effects.addAll(gone(old)));
    effects.add(new Effect.Renamed(conflict.other(), conflict.session()));
    effects.addAll(aliases(conflict));
    dispute
        .live()
        .ifPresent(
            old -> {
              Merge merge = new Merge(old, plan);
              effects.addAll(Passage.between(fresh, over(merge.result(), fresh)));
              merge.conflicts().stream()
                  .filter(each -> !in.agenda().conflictsById().containsKey(each.id()))
                  .forEach(each -> effects.add(new Effect.Raised(each)));
            });
    return effects;
  }

  /** Whatever id the source of editions uses for it, ours is meant from now on. */
  private List<Effect> aliases(Conflict conflict) {
    List<Effect> effects = new ArrayList<>();
    String other = conflict.other();
    if (!in.agenda().aliases().containsValue(other)) {
      effects.add(
          new Effect.Aliased(
              other,
              Optional.ofNullable(in.agenda().aliases().get(other)),
              Optional.of(conflict.session())));
    }
    in.agenda()
        .aliases()
        .forEach(
            (source, id) -> {
              if (id.equals(other)) {
                effects.add(
                    new Effect.Aliased(source, Optional.of(id), Optional.of(conflict.session())));
              }
            });
    return effects;
  }

  /** What was merged, with what has been changed of the fresh one since it came. */
  private static LiveSession over(LiveSession merged, LiveSession fresh) {
    Session plan = merged.plan();
    LiveSession planned = LiveSession.asPlanned(plan);
    return new LiveSession(
        plan,
        fresh.span().equals(planned.span()) ? merged.span() : fresh.span(),
        fresh.rooms().equals(planned.rooms()) ? merged.rooms() : fresh.rooms(),
        fresh.people().equals(planned.people()) ? merged.people() : fresh.people(),
        fresh.details().equals(planned.details()) ? merged.details() : fresh.details(),
        fresh.isCancelled() || merged.isCancelled(),
        fresh.isPostponed() || merged.isPostponed());
  }

  /** The conflict is settled, and with it all others that its settling makes void. */
  private Verdict.Planned closing(Conflict conflict, List<Effect> effects) {
    List<Effect> all = new ArrayList<>(effects);
    Agenda after = in.agenda().fold(effects);
    for (Conflict open : in.agenda().conflictsById().values()) {
      if (open.equals(conflict) || !Dispute.of(after, open).isStanding()) {
        all.add(new Effect.Settled(open));
      }
    }
    return Verdict.Planned.of(all);
  }
}
