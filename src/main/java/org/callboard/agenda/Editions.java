package org.callboard.agenda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.change.Change;
import org.callboard.change.Conflict;
import org.callboard.change.Effect;
import org.callboard.change.Matter;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/**
 * The change to a new edition, merged three ways: what only the plan changed is taken, what only
 * was changed live stays, and what both changed keeps the live value and becomes a conflict, for an
 * organiser to choose.
 */
final class Editions {
  private static final int MOST_DROPPED_PERCENT = 20;

  private final Situation in;
  private final Map<String, Session> planned;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final List<Caution> cautions = new ArrayList<>();

  Editions(Situation in) {
    this.in = in;
    this.planned = in.agenda().programme().sessionsById();
  }

  Verdict.Planned take(Change.Import imported) {
    Programme from = in.agenda().programme();
    Matching matching = new Matching(in.agenda(), imported.programme());
    Programme to = matching.programme();
    if (to.equals(from)) {
      throw new Impossible("That is the edition that holds already; nothing would change.");
    }
    if (!imported.isForced()) {
      requireEnough(to);
    }
    Map<String, Session> plans = to.sessionsById();
    in.agenda().sessions().forEach(session -> leave(session, plans.keySet()));
    effects.add(new Effect.Imported(from, to));
    in.agenda()
        .sessions()
        .forEach(session -> follow(session, Optional.ofNullable(plans.get(session.id()))));
    matching.ids().forEach(this::alias);
    cautions.addAll(Recognitions.of(in, matching));
    matching.doubtful().forEach(pair -> conflicts.add(question(pair, matching)));
    ask();
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
            .filter(session -> planned.containsKey(session.id()))
            .toList();
    Set<String> kept = to.sessionsById().keySet();
    long dropped = coming.stream().filter(each -> !kept.contains(each.id())).count();
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
  private void leave(LiveSession session, Set<String> plans) {
    boolean wasPlanned = planned.containsKey(session.id());
    boolean isPlanned = plans.contains(session.id());
    if (wasPlanned != isPlanned) {
      effects.addAll(Passage.toPlan(session));
    }
    if (!wasPlanned && isPlanned) {
      effects.add(new Effect.Removed(session.plan()));
    }
  }

  private void follow(LiveSession session, Optional<Session> plan) {
    boolean wasPlanned = planned.containsKey(session.id());
    if (plan.isPresent()) {
      merge(wasPlanned ? session : LiveSession.asPlanned(plan.get()), session, plan.get());
    } else if (wasPlanned && !Passage.fromPlan(session).isEmpty()) {
      keep(session);
    }
  }

  private void merge(LiveSession start, LiveSession live, Session plan) {
    Merge merge = new Merge(live, plan);
    effects.addAll(Passage.between(start, merge.result()));
    conflicts.addAll(merge.conflicts());
    if (!merge.conflicts().isEmpty()) {
      caution(
          "edition-conflict",
          live,
          " was changed here and in the new edition: "
              + String.join(
                  ", ",
                  merge.conflicts().stream().map(each -> each.matter().word()).distinct().toList())
              + ". What was changed here stays until somebody chooses.");
    }
  }

  /** What was changed live is not lost with its plan; one that is off stays listed as off. */
  private void keep(LiveSession session) {
    effects.add(new Effect.Added(session.plan()));
    effects.addAll(Passage.fromPlan(session));
    if (session.isCancelled()) {
      caution("edition-cancelled", session, " is cancelled here and gone from the new edition.");
      return;
    }
    conflicts.add(Conflict.about(Matter.DROPPED, session.plan()));
    caution(
        "edition-conflict",
        session,
        " was changed here and is gone from the new edition. It stays until somebody chooses.");
  }

  private void caution(String code, LiveSession session, String words) {
    cautions.add(new Caution(code, Situation.quoted(session) + words, List.of(session.id())));
  }

  private void alias(String theirs, String ours) {
    Optional<String> before = Optional.ofNullable(in.agenda().aliases().get(theirs));
    Optional<String> after = Optional.of(ours).filter(id -> !id.equals(theirs));
    if (!before.equals(after)) {
      effects.add(new Effect.Aliased(theirs, before, after));
    }
  }

  private static Conflict question(Matching.Pair pair, Matching matching) {
    Conflict asked = Conflict.about(Matter.SAME, pair.ours().plan());
    return new Conflict(
        asked.matter(), asked.slot(), asked.was(), matching.ids().get(pair.theirs().id()));
  }

  /** New conflicts are raised; those that the edition has made void are asked no more. */
  private void ask() {
    Agenda after = in.agenda().fold(effects);
    for (Conflict open : in.agenda().conflictsById().values()) {
      if (!Dispute.of(after, open).isStanding()) {
        effects.add(new Effect.Settled(open));
      }
    }
    Set<String> asked = new HashSet<>(in.agenda().conflictsById().keySet());
    for (Conflict conflict : conflicts) {
      if (asked.add(conflict.id())) {
        effects.add(new Effect.Raised(conflict));
      }
    }
  }
}
