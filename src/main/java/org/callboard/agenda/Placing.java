package org.callboard.agenda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/** The changes that put a session on the day, take it off, or have it elsewhere. */
final class Placing {
  private final Situation in;

  Placing(Situation in) {
    this.in = in;
  }

  Verdict.Planned cancel(Change.Cancel cancel) {
    LiveSession session = in.known(cancel.session());
    if (session.isCancelled()) {
      throw new Impossible(
          Situation.quoted(session) + " is cancelled already; nothing would change.");
    }
    return Verdict.Planned.of(new Effect.Cancelled(session.id(), true));
  }

  Verdict.Planned reinstate(Change.Reinstate reinstate) {
    LiveSession session = in.known(reinstate.session());
    if (!session.isCancelled()) {
      throw new Impossible(Situation.quoted(session) + " is not cancelled; nothing would change.");
    }
    return Verdict.Planned.of(new Effect.Cancelled(session.id(), false));
  }

  Verdict.Planned move(Change.Move move) {
    LiveSession session = in.uncancelled(move.session());
    List<String> rooms = in.knownRooms(move.rooms());
    if (areTheSame(session.rooms(), rooms)) {
      throw new Impossible(
          Situation.quoted(session) + " is there already; nothing would change. Name other rooms.");
    }
    return Verdict.Planned.of(new Effect.Moved(session.id(), session.rooms(), rooms));
  }

  Verdict.Planned swap(Change.Swap swap) {
    LiveSession one = in.uncancelled(swap.session());
    LiveSession other = in.uncancelled(swap.with());
    if (one.id().equals(other.id())) {
      throw new Impossible("A session cannot change places with itself; name another.");
    }
    List<Effect> effects = new ArrayList<>();
    List<Caution> cautions = new ArrayList<>();
    takePlace(one, other, effects, cautions);
    takePlace(other, one, effects, cautions);
    if (effects.isEmpty()) {
      throw new Impossible(
          Situation.quoted(one)
              + " and "
              + Situation.quoted(other)
              + " are at one place and time already; nothing would change.");
    }
    return new Verdict.Planned(effects, cautions, List.of());
  }

  /** Its id is kept where nobody has it, else the revision makes another of it. */
  Verdict.Planned add(Change.Add add) {
    Session draft = add.draft();
    Describing.requireLanguages(draft.languages());
    Session plan = named(draft, freeId(draft.id()), in.knownRooms(draft.rooms()));
    LiveSession session = LiveSession.asPlanned(plan);
    return new Verdict.Planned(
        List.of(new Effect.Added(plan)),
        DayEnd.caution(in, session, plan.span().start(), plan.span()).stream().toList(),
        List.of());
  }

  Verdict.Planned room(Change.SetRoom set) {
    Room room = in.room(set.room());
    RoomStatus from = in.agenda().room(room.id());
    if (from == set.status()) {
      throw new Impossible(room.name() + " is " + from.word() + " already; nothing would change.");
    }
    return Verdict.Planned.of(new Effect.RoomSet(room.id(), from, set.status()));
  }

  private void takePlace(
      LiveSession session, LiveSession place, List<Effect> effects, List<Caution> cautions) {
    Span to = session.span().startingAt(place.span().start());
    if (session.isPostponed() != place.isPostponed()) {
      effects.add(new Effect.Postponed(session.id(), place.isPostponed()));
    }
    if (!to.equals(session.span())) {
      effects.add(new Effect.Retimed(session.id(), session.span(), to, 0));
      DayEnd.caution(in, session, to.start(), to).ifPresent(cautions::add);
    }
    if (!areTheSame(session.rooms(), place.rooms())) {
      effects.add(new Effect.Moved(session.id(), session.rooms(), place.rooms()));
    }
  }

  private static boolean areTheSame(List<String> rooms, List<String> others) {
    return new HashSet<>(rooms).equals(new HashSet<>(others));
  }

  private String freeId(String wish) {
    String id = wish;
    for (int n = 1; in.agenda().session(id).isPresent(); n++) {
      id = wish + "-" + in.occasion().revision() + (n == 1 ? "" : "-" + n);
    }
    return id;
  }

  private static Session named(Session draft, String id, List<String> rooms) {
    return new Session(
        id,
        draft.label(),
        draft.title(),
        draft.kind(),
        rooms,
        draft.span(),
        draft.minimumMinutes(),
        draft.pinned(),
        draft.languages(),
        draft.organiser(),
        draft.people(),
        draft.description(),
        draft.questions());
  }
}
