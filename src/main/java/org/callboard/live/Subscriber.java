package org.callboard.live;

import io.vertx.core.http.ServerWebSocket;
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
 * bounded. It lives on the event loop of its socket.
 */
final class Subscriber {
  /** Bytes that may wait in a socket before its reader counts as slow. */
  private static final int WRITE_QUEUE_BYTES = 64 * 1024;

  private final ServerWebSocket socket;
  private final Scripts scripts;
  private final Traffic traffic;
  private final Set<String> owed = new LinkedHashSet<>();
  private final Map<String, Told> told = new HashMap<>();
  private Set<String> topics = Set.of();
  private boolean wantsAll;

  /** The film of a room that the screen holds, and the frame of it that it was told to show. */
  private record Told(long revision, Board film, int frame) {

    Told at(int newFrame) {
      return new Told(revision, film, newFrame);
    }

    boolean isOf(Scripts.Film newest) {
      return revision == newest.revision() && frame == newest.frame();
    }
  }

  Subscriber(ServerWebSocket socket, Scripts scripts, Traffic traffic) {
    this.socket = socket;
    this.scripts = scripts;
    this.traffic = traffic;
    socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
    socket.drainHandler(drained -> settle());
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

  /** The state of these topics has changed; of those that it watches it gets the newest. */
  void owe(Set<String> changed) {
    changed.stream().filter(topics::contains).forEach(owed::add);
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
  void turn(String text, Map<String, Integer> frames) {
    if (socket.writeQueueFull()) {
      frames.keySet().forEach(room -> owed.add(Topic.room(room)));
      traffic.passedOver();
    } else {
      frames.forEach((room, frame) -> told.put(room, told.get(room).at(frame)));
      write(text);
    }
  }

  /** Sends a text that nobody misses: a slow reader goes without. */
  void sendIfReady(String text) {
    if (socket.isClosed()) {
      return;
    }
    if (socket.writeQueueFull()) {
      traffic.passedOver();
    } else {
      write(text);
    }
  }

  private void settle() {
    while (!owed.isEmpty() && !socket.isClosed() && !socket.writeQueueFull()) {
      String topic = owed.iterator().next();
      owed.remove(topic);
      send(topic);
    }
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

  /**
   * A write fails only when the socket is going; its close handler then takes the subscriber away.
   */
  private void write(String text) {
    traffic.wrote();
    socket.writeTextMessage(text);
  }

  private Set<String> allTopics() {
    Set<String> all = new LinkedHashSet<>();
    all.add(Topic.VENUE);
    scripts.boards().rooms().forEach(board -> all.add(Topic.room(board.roomId())));
    return all;
  }
}
