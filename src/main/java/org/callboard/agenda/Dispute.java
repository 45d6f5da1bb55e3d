package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Conflict;
import org.callboard.change.Details;
import org.callboard.change.Matter;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/**
 * A conflict as the day stands: what the plan says and what holds live.
 *
 * @param live the session that it is about; empty where it is gone
 * @param plan the session of the plan that it is about: the one of the same id, or for {@link
 *     Matter#SAME} the other one
 */
public record Dispute(Conflict conflict, Optional<LiveSession> live, Optional<Session> plan) {

  public static Dispute of(Agenda agenda, Conflict conflict) {
    Optional<Session> own = agenda.programme().session(conflict.session());
    boolean isOfTwo = conflict.matter() == Matter.SAME && own.isEmpty();
    return new Dispute(
        conflict,
        agenda.session(conflict.session()),
        isOfTwo ? agenda.programme().session(conflict.other()) : own);
  }

  /** Whether to choose would still make a difference. */
  boolean isStanding() {
    return switch (conflict.matter()) {
      case DROPPED -> live.isPresent() && plan.isEmpty();
      case SAME -> plan.filter(other -> other.id().equals(conflict.other())).isPresent();
      default -> live.isPresent() && plan.isPresent() && !asPlanned().equals(live.get());
    };
  }

  /** The session with what the plan says of the matter. */
  LiveSession asPlanned() {
    LiveSession now = live.orElseThrow();
    Session to = now.plan();
    return switch (conflict.matter()) {
      case TIME ->
          new LiveSession(
              to, to.span(), now.rooms(), now.people(), now.details(), now.isCancelled(), false);
      case ROOM -> with(now, to.rooms(), now.people(), now.details());
      case PEOPLE -> with(now, now.rooms(), people(now), now.details());
      default -> with(now, now.rooms(), now.people(), details(now.details(), Details.of(to)));
    };
  }

  private static LiveSession with(
      LiveSession now, List<String> rooms, List<Slot> people, Details details) {
    return new LiveSession(
        now.plan(), now.span(), rooms, people, details, now.isCancelled(), now.isPostponed());
  }

  /** One of them while the slots are the same ones, else all at once. */
  private List<Slot> people(LiveSession now) {
    List<Slot> planned = now.plan().people();
    int slot = conflict.slot().orElse(-1);
    if (slot < 0 || slot >= planned.size() || planned.size() != now.people().size()) {
      return planned;
    }
    List<Slot> people = new ArrayList<>(now.people());
    people.set(slot, planned.get(slot));
    return people;
  }

  private Details details(Details now, Details to) {
    return switch (conflict.matter()) {
      case TITLE -> new Details(to.title(), now.description(), now.languages(), now.kind());
      case DESCRIPTION -> new Details(now.title(), to.description(), now.languages(), now.kind());
      case LANGUAGES -> new Details(now.title(), now.description(), to.languages(), now.kind());
      default -> new Details(now.title(), now.description(), now.languages(), to.kind());
    };
  }
}
