package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.programme.Room;
import org.callboard.programme.Span;

/**
 * The changes that freeze what runs in rooms, and let it go on later by as long as it was frozen.
 */
final class Holding {
  private final Situation in;
  private final List<Past> finishes;

  Holding(Situation in) {
    this.in = in;
    this.finishes =
        Undoing.standing(in.occasion().past()).stream()
            .filter(entry -> entry.what().equals("finish"))
            .toList();
  }

  /** When a hold stopped a session that ran, so that its end has not come yet. */
  static Optional<Instant> frozenSince(Situation in, LiveSession session) {
    return holds(session, in.agenda().holds())
        .filter(session.span()::contains)
        .min(Comparator.naturalOrder());
  }

  Verdict.Planned hold(Change.Hold hold) {
    List<String> rooms = hold.rooms().isEmpty() ? allRooms() : in.knownRooms(hold.rooms());
    List<Effect> effects =
        rooms.stream()
            .filter(room -> in.agenda().heldSince(room).isEmpty())
            .map(room -> (Effect) new Effect.Held(room, Optional.empty(), Optional.of(in.now())))
            .toList();
    if (effects.isEmpty()) {
      throw new Impossible("What runs there is held already; nothing would change. Resume it.");
    }
    return Verdict.Planned.of(effects);
  }

  /**
   * What ran when it was held becomes longer by the time it was held; what should have begun since
   * begins now at the earliest; what follows in the rooms waits, and breaks absorb.
   */
  Verdict.Planned resume(Change.Resume resume) {
    Map<String, Instant> since = held(resume.rooms());
    Map<String, Span> longer = longer(since);
    boolean isVenue =
        isAll(since) || longer.keySet().stream().map(in::known).anyMatch(LiveSession::isVenueWide);
    Verdict.Planned rippled = Rippling.of(in, longer, floors(since), isVenue).planned();
    List<Effect> effects = new ArrayList<>(rippled.effects());
    since.forEach(
        (room, at) -> effects.add(new Effect.Held(room, Optional.of(at), Optional.empty())));
    return new Verdict.Planned(effects, rippled.cautions(), rippled.absorptions());
  }

  private Map<String, Instant> held(List<String> asked) {
    Map<String, Instant> since = new LinkedHashMap<>(in.agenda().holds());
    if (!asked.isEmpty()) {
      since.keySet().retainAll(asked);
    }
    if (since.isEmpty()) {
      String held = String.join(", ", in.agenda().holds().keySet());
      throw new Impossible(
          "Nothing is held there; nothing would change."
              + (held.isEmpty() ? "" : " Held are: " + held + "."));
    }
    return since;
  }

  private Map<String, Span> longer(Map<String, Instant> since) {
    Map<String, Span> longer = new LinkedHashMap<>();
    for (LiveSession session : in.agenda().sessions()) {
      holdOf(session, since)
          .filter(session.span()::contains)
          .filter(at -> session.isOn() && !isFinishedSince(session, at))
          .map(at -> FullMinute.atLeast(Duration.between(at, goesOn(session, since))))
          .filter(length -> length.compareTo(Duration.ZERO) > 0)
          .ifPresent(
              length ->
                  longer.put(
                      session.id(),
                      new Span(session.span().start(), session.span().end().plus(length))));
    }
    return longer;
  }

  private Map<String, Instant> floors(Map<String, Instant> since) {
    Map<String, Instant> floors = new LinkedHashMap<>();
    for (LiveSession session : in.agenda().sessions()) {
      holdOf(session, since)
          .filter(at -> session.isOn() && session.span().start().isAfter(at))
          .filter(at -> session.span().start().isBefore(in.now()))
          .filter(at -> !isFinishedSince(session, at))
          .ifPresent(at -> floors.put(session.id(), FullMinute.atOrAfter(in.now())));
    }
    return floors;
  }

  /**
   * The first hold that stopped it. What is venue-wide stops only when the whole venue does, at the
   * last hold, and goes on with the first room that does.
   */
  private Optional<Instant> holdOf(LiveSession session, Map<String, Instant> since) {
    if (session.isVenueWide()) {
      return isAll(in.agenda().holds())
          ? in.agenda().holds().values().stream().max(Comparator.naturalOrder())
          : Optional.empty();
    }
    return holds(session, since).min(Comparator.naturalOrder());
  }

  /** Now, or when another hold stopped it that stays: its time is counted when that is resumed. */
  private Instant goesOn(LiveSession session, Map<String, Instant> since) {
    Map<String, Instant> left = new LinkedHashMap<>(in.agenda().holds());
    left.keySet().removeAll(since.keySet());
    return session.isVenueWide()
        ? in.now()
        : holds(session, left)
            .filter(session.span()::contains)
            .min(Comparator.naturalOrder())
            .orElse(in.now());
  }

  private static Stream<Instant> holds(LiveSession session, Map<String, Instant> since) {
    return since.entrySet().stream()
        .filter(hold -> session.isIn(hold.getKey()))
        .map(Map.Entry::getValue);
  }

  /** What somebody ended while it was held is over and is not resumed. */
  private boolean isFinishedSince(LiveSession session, Instant at) {
    return finishes.stream()
        .filter(entry -> !entry.at().isBefore(at))
        .flatMap(
            entry -> entry.effects().stream().filter(Effect.OfSession.class::isInstance).limit(1))
        .anyMatch(effect -> effect.subjects().contains(Effect.subject(session.id())));
  }

  private boolean isAll(Map<String, Instant> since) {
    return since.keySet().containsAll(allRooms());
  }

  private List<String> allRooms() {
    return in.agenda().programme().rooms().stream().map(Room::id).toList();
  }
}
