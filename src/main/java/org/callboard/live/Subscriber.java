package org.callboard.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.board.Board;
import org.callboard.wire.Topic;

/**
 * One screen on the line. What it is owed is a set of topics, never a queue of messages: a slow
 * reader keeps only the names of what changed and gets the newest when it drains, so its memory is
 * bounded. What it is owed comes before all else that it is told. It lives on the event loop of its
 * socket.
 */
final class Subscriber {
  /** Most watch a room and the venue, and there are many of them. */
  private static final int FEW = 2;

  private final Line line;
  private final Scripts scripts;
  private final Traffic traffic;
  private final Set<String> owed = new LinkedHashSet<>(FEW);
  private final Map<String, Told> told = new HashMap<>(FEW);
  private Set<String> topics = Set.of();
  private boolean wantsAll;
  private boolean isWaiting;

  /** The film of a room that the screen holds, and the frame of it that it was told to show. */
  private record Told(long revision, Board film, int frame) {

    Told at(int newFrame) {
      return new Told(revision, film, newFrame);
    }

    boolean isOf(Scripts.Film newest) {
      return revision == newest.revision() && frame == newest.frame();
    }
  }

  Subscriber(Line line, Scripts scripts, Traffic traffic) {
    this.line = line;
    this.scripts = scripts;
    this.traffic = traffic;
  }

  /** Subscribes, and answers at once with the state of every topic. */
  void subscribe(Set<String> wanted) {
    wantsAll = wanted.contains(Topic.ALL);
    Set<String> inOrder = wantsAll ? allTopics() : wanted;
    topics = Set.copyOf(inOrder);
    told.clear();
    owed.addAll(inOrder);
    settle();
  }

  /** The venue has changed, and may have other rooms; who wants everything wants those as well. */
  void lookAround() {
    if (wantsAll) {
      topics = Set.copyOf(allTopics());
    }
  }

  /**
   * The state of these topics has changed; of those that it watches it is owed the newest. True
   * when it is to be served, and does not wait for that yet.
   */
  boolean owe(Collection<String> changed) {
    for (String topic : changed) {
      if (topics.contains(topic)) {
        owed.add(topic);
      }
    }
    boolean isNew = !owed.isEmpty() && !isWaiting;
    isWaiting |= isNew;
    return isNew;
  }

  /** It has waited, and is told the newest of all that it is owed by now. */
  void serve() {
    isWaiting = false;
    settle();
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

  /** The topics that it watches of those films that it does not hold. */
  Set<String> missing(Collection<Board> films) {
    return films.stream()
        .filter(film -> !told.containsKey(film.roomId()) || told.get(film.roomId()).film() != film)
        .map(film -> Topic.room(film.roomId()))
        .filter(topics::contains)
        .collect(Collectors.toSet());
  }

  /** Whether all that it is owed has been handed to its socket. */
  boolean isSettled() {
    return owed.isEmpty();
  }

  Set<String> topics() {
    return topics;
  }

  /** Tells in one text that rooms have turned; a slow reader is owed their state instead. */
  void turn(WireText text, Map<String, Integer> frames) {
    if (line.isReady()) {
      frames.forEach((room, frame) -> told.put(room, told.get(room).at(frame)));
      write(text);
      line.flush();
    } else {
      frames.keySet().forEach(room -> owed.add(Topic.room(room)));
      traffic.passedOver();
    }
  }

  /** Sends a text that nobody misses: a slow reader goes without. */
  void sendIfReady(WireText text) {
    settle();
    if (isSettled() && line.isReady()) {
      write(text);
      line.flush();
    } else if (line.isOpen()) {
      traffic.passedOver();
    }
  }

  /** Tells what it is owed, as far as its line is ready for it. */
  void settle() {
    if (owed.isEmpty()) {
      return;
    }
    while (!owed.isEmpty() && line.isReady()) {
      String topic = owed.iterator().next();
      owed.remove(topic);
      send(topic);
    }
    line.flush();
    if (!owed.isEmpty()) {
      traffic.passedOver();
    }
  }

  private void send(String topic) {
    if (topic.equals(Topic.VENUE)) {
      write(scripts.venue());
    }
    Topic.roomOf(topic).flatMap(scripts::film).ifPresent(this::send);
  }

  /** A film that came ahead of the cue for it is not sent twice. */
  private void send(Scripts.Film film) {
    Told last = told.get(film.board().roomId());
    if (last == null || !last.isOf(film)) {
      told.put(film.board().roomId(), new Told(film.revision(), film.board(), film.frame()));
      write(film.text());
    }
  }

  private void write(WireText text) {
    traffic.wrote();
    line.write(text);
  }

  private Set<String> allTopics() {
    Set<String> all = new LinkedHashSet<>();
    all.add(Topic.VENUE);
    scripts.boards().rooms().forEach(board -> all.add(Topic.room(board.roomId())));
    return all;
  }
}
