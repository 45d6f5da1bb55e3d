package org.callboard.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.board.Board;
import org.callboard.wire.Topic;

/**
 * What a screen of an audience was told, and what it is owed by now: a set of topics, never a queue
 * of messages. Thousands of screens stand at the same one, and where they go from there is worked
 * out once for all of them; so it lives on one event loop.
 */
final class Subscription {
  private final Audience audience;
  private final Map<String, Told> told; // by room
  private final List<String> owed; // in the order in which it came to be
  private Collection<String> lastChanged = List.of();
  private Subscription lastOwing = this;
  private Optional<Step> lastStep = Optional.empty();

  /** The film of a room that the screen holds, and the frame of it that it was told to show. */
  private record Told(long revision, Board film, int frame) {

    Told at(int newFrame) {
      return new Told(revision, film, newFrame);
    }

    boolean isOf(Scripts.Film newest) {
      return revision == newest.revision() && frame == newest.frame();
    }
  }

  /**
   * The step that settles what is owed first.
   *
   * @param newest the state of its topic; empty where there is no such room any more
   * @param text what is said of it; empty where the screen holds it already
   * @param then where a screen stands that has taken the step
   */
  record Step(Optional<Scripts.State> newest, Optional<WireText> text, Subscription then) {

    private boolean isTo(Optional<Scripts.State> state) {
      return newest.orElse(null) == state.orElse(null);
    }
  }

  private Subscription(Audience audience, Map<String, Told> told, List<String> owed) {
    this.audience = audience;
    this.told = told;
    this.owed = owed;
  }

  /** Of a screen that was told nothing yet and is owed these topics. */
  static Subscription of(Audience audience, List<String> topics) {
    return new Subscription(audience, Map.of(), topics);
  }

  Set<String> topics() {
    return audience.topics();
  }

  boolean isSettled() {
    return owed.isEmpty();
  }

  /** The same in another audience. */
  Subscription in(Audience other) {
    return new Subscription(other, told, owed);
  }

  /** Of those of these topics that it watches it is owed the newest as well. */
  Subscription owing(Collection<String> changed) {
    if (changed != lastChanged) {
      Set<String> all = new LinkedHashSet<>(owed);
      changed.stream().filter(topics()::contains).forEach(all::add);
      boolean isMore = all.size() > owed.size();
      lastOwing = isMore ? new Subscription(audience, told, List.copyOf(all)) : this;
      lastChanged = changed;
    }
    return lastOwing;
  }

  /** The step from here; there is one while it is not settled. */
  Step next(Scripts scripts) {
    Optional<Scripts.State> newest = scripts.state(owed.get(0));
    if (lastStep.isEmpty() || !lastStep.get().isTo(newest)) {
      lastStep = Optional.of(step(newest));
    }
    return lastStep.get();
  }

  private Step step(Optional<Scripts.State> newest) {
    Map<String, Told> then = new HashMap<>(told);
    newest.ifPresent(state -> tell(state, then));
    Optional<WireText> text = newest.filter(state -> !holds(state)).map(Scripts.State::text);
    List<String> rest = List.copyOf(owed.subList(1, owed.size()));
    return new Step(newest, text, audience.meet(new Subscription(audience, then, rest)));
  }

  private static void tell(Scripts.State state, Map<String, Told> then) {
    if (state instanceof Scripts.Film film) {
      then.put(film.board().roomId(), new Told(film.revision(), film.board(), film.frame()));
    }
  }

  /** A film that came ahead of the cue for it is not said twice. */
  private boolean holds(Scripts.State state) {
    return state instanceof Scripts.Film film
        && told.containsKey(film.board().roomId())
        && told.get(film.board().roomId()).isOf(film);
  }

  /** By room, the frame at an instant of those films that it holds and shows another frame of. */
  Map<String, Integer> turns(Collection<Board> films, Instant at) {
    Map<String, Integer> turns = new LinkedHashMap<>();
    for (Board film : films) {
      Told last = told.get(film.roomId());
      if (last != null && last.film() == film && last.frame() != film.indexAt(at)) {
        turns.put(film.roomId(), film.indexAt(at));
      }
    }
    return turns;
  }

  /** It shows these frames of the films that it holds. */
  Subscription turned(Map<String, Integer> frames) {
    Map<String, Told> then = new HashMap<>(told);
    frames.forEach((room, frame) -> then.computeIfPresent(room, (same, last) -> last.at(frame)));
    return audience.meet(new Subscription(audience, then, owed));
  }

  /** The topics that it watches of those films that it does not hold. */
  Set<String> missing(Collection<Board> films) {
    return films.stream()
        .filter(film -> !told.containsKey(film.roomId()) || told.get(film.roomId()).film() != film)
        .map(film -> Topic.room(film.roomId()))
        .filter(topics()::contains)
        .collect(Collectors.toSet());
  }

  /** Whether whoever stands at one may as well stand at the other. */
  boolean isLike(Subscription other) {
    return owed.equals(other.owed) && told.equals(other.told);
  }
}
