package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.change.Effect;
import org.callboard.change.Ripple;
import org.callboard.programme.Span;

/**
 * What the shift of some sessions does to those that follow on their conference day, in order of
 * live start.
 *
 * <p>Later: a session that follows what was moved and would start before its end waits for it, with
 * its length kept; one that starts later does not, so a gap absorbs. A break gives way down to its
 * minimum, never growing, before it pushes on. A pinned session stays. A session that only runs
 * beside a moved one does not wait for its end, but neither starts before it where it did not; so
 * nobody's order is swapped, and what is meant to be parallel is never made a queue.
 *
 * <p>Earlier: what is late returns toward its plan as far as all that it follows lets it, never
 * before the plan, nor into the past, nor before the start that somebody gave it by name ({@link
 * Appointed}). What is on time ends that in its room.
 *
 * <p>While one room ripples, what is venue-wide stays for everyone else, and the room takes what is
 * left of a break ({@link Remainders}). Where the whole venue shifts, or what was moved is itself
 * venue-wide, it moves too. Whoever waits starts on a full minute.
 */
final class Rippling {
  private final Situation in;
  private final Line line;
  private final NewTimes times;
  private final Map<String, Instant> floors;
  private final Remainders remainders;
  private final Set<String> causes;
  private final Map<String, Instant> closings = new HashMap<>();
  private Map<String, Instant> appointed = Map.of();
  private final List<Shift> shifts = new ArrayList<>();
  private final List<Caution> cautions = new ArrayList<>();
  private boolean isDone;

  private Rippling(
      Situation in, Line line, NewTimes times, Map<String, Instant> floors, boolean isVenue) {
    this.in = in;
    this.line = line;
    this.times = times;
    this.floors = floors;
    this.causes = times.ids();
    this.remainders = new Remainders(line, times, isVenue, causes);
  }

  /** The shift itself first, then all that follows from it. */
  static Rippling of(Situation in, LiveSession session, Span to, Ripple ripple) {
    Set<String> everywhere = ripple == Ripple.VENUE ? Set.of(session.id()) : Set.of();
    Line line = new Line(in.agenda(), Set.of(session.id()), everywhere);
    boolean isVenue = ripple == Ripple.VENUE || session.isVenueWide();
    NewTimes times = new NewTimes(Map.of(session.id(), to));
    Rippling rippling = new Rippling(in, line, times, Map.of(), isVenue);
    rippling.record(session, to, 0);
    if (ripple != Ripple.NONE) {
      rippling.walk(to.end().isBefore(session.span().end()));
    }
    return rippling;
  }

  /**
   * Several sessions become longer at once, and some may not start before an instant.
   *
   * @param isVenue whether what is venue-wide moves with them
   */
  static Rippling of(
      Situation in, Map<String, Span> longer, Map<String, Instant> floors, boolean isVenue) {
    Collection<String> all = new LinkedHashSet<>(longer.keySet());
    all.addAll(floors.keySet());
    Line line = new Line(in.agenda(), all, Set.of());
    Rippling rippling = new Rippling(in, line, new NewTimes(longer), floors, isVenue);
    longer.forEach((id, to) -> rippling.record(in.known(id), to, 0));
    rippling.walk(false);
    return rippling;
  }

  List<Shift> shifts() {
    return List.copyOf(shifts);
  }

  List<Caution> cautions() {
    return List.copyOf(cautions);
  }

  Verdict.Planned planned() {
    List<Effect> effects = shifts.stream().map(shift -> (Effect) shift.effect()).toList();
    List<Absorption> absorptions =
        isDone ? new Absorbing(line, times, remainders).absorptions() : List.of();
    return new Verdict.Planned(effects, cautions, absorptions);
  }

  private void walk(boolean isEarlier) {
    appointed = isEarlier ? Appointed.starts(in) : Map.of();
    for (LiveSession session : line.sessions()) {
      if (causes.contains(session.id())) {
        line.rooms(session).forEach(room -> closings.put(room, Instant.MAX));
      } else if (isEarlier) {
        letReturn(session);
      } else {
        push(session);
      }
    }
    isDone = !isEarlier;
  }

  private void push(LiveSession session) {
    Optional<Instant> bound = laterBound(session);
    if (remainders.stays(session)) {
      remainders.visit(session);
      bound.flatMap(at -> Overrun.ofStaying(in, session, at)).ifPresent(cautions::add);
    } else if (session.plan().pinned()) {
      bound.map(at -> Overrun.ofPinned(in, session, at)).ifPresent(cautions::add);
    } else {
      bound.ifPresent(at -> shift(session, pushed(session, FullMinute.atOrAfter(at))));
    }
  }

  /** Before when a session cannot start any more, if that is after its start. */
  private Optional<Instant> laterBound(LiveSession session) {
    Stream<Instant> held =
        Stream.concat(times.moved(), remainders.all())
            .filter(earlier -> !earlier.id().equals(session.id()))
            .flatMap(earlier -> laterBounds(earlier, session));
    return Stream.concat(held, Stream.ofNullable(floors.get(session.id())))
        .filter(session.span().start()::isBefore)
        .max(Comparator.naturalOrder());
  }

  /** Its end where the session follows it, and its start where the session came after that. */
  private Stream<Instant> laterBounds(LiveSession earlier, LiveSession session) {
    Stream<Instant> start =
        line.startsAfter(earlier, session) ? Stream.of(times.start(earlier)) : Stream.empty();
    if (!line.follows(earlier, session)) {
      return start;
    }
    return Stream.concat(
        start,
        line.shared(earlier, session).stream()
            .filter(room -> endIn(earlier, room).isAfter(remainders.oldEnd(earlier, room)))
            .map(room -> endIn(earlier, room)));
  }

  /** A break gives way down to its minimum; anything else keeps its length. */
  private static Span pushed(LiveSession session, Instant start) {
    Duration length = session.span().length();
    return session
        .minimumLength()
        .map(minimum -> minimum.compareTo(length) < 0 ? minimum : length)
        .map(minimum -> new Span(start, latest(session.span().end(), start.plus(minimum))))
        .orElseGet(() -> session.span().startingAt(start));
  }

  private void letReturn(LiveSession session) {
    if (remainders.stays(session)) {
      remainders.visit(session);
    } else if (!session.plan().pinned() && isReached(session)) {
      Span to = returned(session);
      if (to.start().isBefore(session.span().start())) {
        shift(session, to);
        line.rooms(session).forEach(room -> closings.put(room, Instant.MAX));
      } else {
        close(session);
      }
    }
  }

  private boolean isReached(LiveSession session) {
    return line.rooms(session).stream()
            .anyMatch(
                room -> closings.getOrDefault(room, Instant.MIN).isAfter(session.span().start()))
        && times.moved().anyMatch(moved -> isAhead(moved, session));
  }

  private boolean isAhead(LiveSession earlier, LiveSession session) {
    return line.follows(earlier, session) && !line.shared(earlier, session).isEmpty();
  }

  private void close(LiveSession session) {
    for (String room : line.rooms(session)) {
      closings.computeIfPresent(room, (id, at) -> earliest(at, session.span().end()));
    }
  }

  /** Back toward the plan, as far as what it follows lets it; a break also grows back. */
  private Span returned(LiveSession session) {
    Instant free =
        line.before(session).stream()
            .flatMap(earlier -> bounds(earlier, session))
            .max(Comparator.naturalOrder())
            .map(FullMinute::atOrAfter)
            .orElse(Instant.MIN);
    Instant start = earliest(session.span().start(), latest(earliest(session), free));
    Span kept = session.span().startingAt(start);
    boolean hasGivenWay =
        session.minimumLength().isPresent()
            && kept.length().compareTo(session.plan().span().length()) < 0;
    Instant whole = latest(kept.end(), session.plan().span().end());
    return hasGivenWay ? new Span(start, earliest(whole, session.span().end())) : kept;
  }

  /** Before when it does not begin, however free its room is. */
  private Instant earliest(LiveSession session) {
    Instant known = appointed.getOrDefault(session.id(), session.plan().span().start());
    return latest(latest(session.plan().span().start(), known), FullMinute.atOrAfter(in.now()));
  }

  private Stream<Instant> bounds(LiveSession earlier, LiveSession session) {
    if (line.follows(earlier, session)) {
      return line.shared(earlier, session).stream().map(room -> endIn(earlier, room));
    }
    return line.startsAfter(earlier, session) ? Stream.of(times.start(earlier)) : Stream.empty();
  }

  private Instant endIn(LiveSession session, String room) {
    return remainders.newEnd(session, room);
  }

  private void shift(LiveSession session, Span to) {
    Duration absorbed = session.span().length().minus(to.length());
    record(session, to, Math.max(0, absorbed.toMinutes()));
  }

  private void record(LiveSession session, Span to, long absorbed) {
    times.put(session, to);
    shifts.add(new Shift(session.id(), session.span(), to, absorbed));
    if (to.end().isAfter(session.span().end())) {
      DayEnd.caution(in, session, session.span().start(), to).ifPresent(cautions::add);
    }
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
