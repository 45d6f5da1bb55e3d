package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Ripple;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * Works out what a change does to the day: effects and cautions, or a refusal with a reason. It
 * reads nothing but the agenda, the change and the occasion, so a preview and a publication cannot
 * differ.
 */
public final class Planner {
  private final Agenda agenda;
  private final Occasion occasion;

  private Planner(Agenda agenda, Occasion occasion) {
    this.agenda = agenda;
    this.occasion = occasion;
  }

  public static Verdict plan(Agenda agenda, Change change, Occasion occasion) {
    try {
      return new Planner(agenda, occasion).plan(change);
    } catch (Impossible impossible) {
      return new Verdict.Refused(impossible.getMessage());
    }
  }

  /** Ends the planning of a change from wherever it shows to be impossible. */
  private static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(String reason) {
      super(reason, null, false, false);
    }
  }

  private Verdict plan(Change change) {
    if (change instanceof Change.Delay delay) {
      LiveSession session = running(delay.session());
      return rippled(session, shifted(session, delay.minutes()), delay.ripple());
    }
    if (change instanceof Change.Extend extend) {
      LiveSession session = running(extend.session());
      return rippled(session, lengthened(session, extend.minutes()), extend.ripple());
    }
    if (change instanceof Change.Retime retime) {
      return rippled(running(retime.session()), retime.to(), Ripple.NONE);
    }
    if (change instanceof Change.Start start) {
      LiveSession session = running(start.session());
      return rippled(session, session.span().startingAt(occasion.now()), Ripple.ROOM);
    }
    if (change instanceof Change.Finish finish) {
      return finished(running(finish.session()), occasion.now(), finish.ripple());
    }
    if (change instanceof Change.Cancel cancel) {
      return planned(new Effect.Cancelled(running(cancel.session()).id(), true));
    }
    if (change instanceof Change.Reinstate reinstate) {
      return reinstated(known(reinstate.session()));
    }
    if (change instanceof Change.Move move) {
      return moved(running(move.session()), move.rooms());
    }
    if (change instanceof Change.Swap swap) {
      return swapped(running(swap.session()), running(swap.with()));
    }
    if (change instanceof Change.Assign assign) {
      return assigned(known(assign.session()), assign);
    }
    throw new IllegalStateException("A change is of no known kind: change=" + change);
  }

  private Verdict rippled(LiveSession session, Span to, Ripple ripple) {
    if (to.equals(session.span())) {
      throw new Impossible(title(session) + " is at that time already; nothing would change.");
    }
    Rippling rippling = Rippling.of(agenda, session, to, ripple);
    List<Effect> effects = new ArrayList<>();
    rippling.shifts().forEach(shift -> effects.add(shift.effect()));
    return verdict(effects, rippling.cautions());
  }

  private static Span shifted(LiveSession session, int minutes) {
    return session.span().startingAt(session.span().start().plus(Duration.ofMinutes(minutes)));
  }

  private static Span lengthened(LiveSession session, int minutes) {
    Instant end = session.span().end().plus(Duration.ofMinutes(minutes));
    if (end.isBefore(session.span().start())) {
      throw new Impossible(
          title(session)
              + " lasts "
              + session.span().length().toMinutes()
              + " minutes and cannot become shorter by more.");
    }
    return new Span(session.span().start(), end);
  }

  private Verdict finished(LiveSession session, Instant at, Ripple ripple) {
    if (at.isBefore(session.span().start())) {
      throw new Impossible(title(session) + " has not begun; cancel it, or move its start first.");
    }
    return rippled(session, new Span(session.span().start(), at), ripple);
  }

  private Verdict reinstated(LiveSession session) {
    if (!session.isCancelled()) {
      throw new Impossible(title(session) + " is not cancelled.");
    }
    return planned(new Effect.Cancelled(session.id(), false));
  }

  private Verdict moved(LiveSession session, List<String> rooms) {
    for (String room : rooms) {
      if (agenda.programme().room(room).isEmpty()) {
        throw new Impossible("There is no room " + room + "; /api/event lists them.");
      }
    }
    if (session.rooms().equals(rooms)) {
      throw new Impossible(title(session) + " is there already; nothing would change.");
    }
    return planned(new Effect.Moved(session.id(), session.rooms(), rooms));
  }

  private Verdict swapped(LiveSession one, LiveSession other) {
    if (one.id().equals(other.id())) {
      throw new Impossible("A session cannot change places with itself; name another.");
    }
    List<Effect> effects = new ArrayList<>();
    takePlace(effects, one, other);
    takePlace(effects, other, one);
    return verdict(effects, List.of());
  }

  private static void takePlace(List<Effect> effects, LiveSession session, LiveSession place) {
    Span to = session.span().startingAt(place.span().start());
    effects.add(new Effect.Retimed(session.id(), session.span(), to, 0));
    effects.add(new Effect.Moved(session.id(), session.rooms(), place.rooms()));
  }

  private Verdict assigned(LiveSession session, Change.Assign assign) {
    List<Integer> ofRole =
        IntStream.range(0, session.people().size())
            .filter(i -> session.people().get(i).role() == assign.role())
            .boxed()
            .toList();
    if (assign.slot() < 0 || assign.slot() >= ofRole.size()) {
      throw new Impossible(
          title(session)
              + " has "
              + ofRole.size()
              + " slots of role "
              + assign.role().word()
              + "; they count from 0.");
    }
    int index = ofRole.get(assign.slot());
    Slot from = session.people().get(index);
    Slot to = new Slot(assign.role(), assign.name(), assign.affiliation());
    return planned(new Effect.Assigned(session.id(), index, from, to));
  }

  private Verdict planned(Effect effect) {
    return verdict(List.of(effect), List.of());
  }

  private Verdict verdict(List<Effect> effects, List<Caution> found) {
    List<Caution> cautions = new ArrayList<>(found);
    cautions.addAll(Clashes.brought(agenda, agenda.fold(effects), effects));
    return new Verdict.Planned(effects, cautions);
  }

  private LiveSession running(String id) {
    LiveSession session = known(id);
    if (session.isCancelled()) {
      throw new Impossible(title(session) + " is cancelled; reinstate it first.");
    }
    return session;
  }

  private LiveSession known(String id) {
    Optional<LiveSession> session = agenda.session(id);
    return session.orElseThrow(
        () -> new Impossible("There is no session " + id + "; /api/sessions lists them."));
  }

  private static String title(LiveSession session) {
    return "“" + session.title() + "”";
  }
}
