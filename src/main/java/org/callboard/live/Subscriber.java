package org.callboard.live;

import io.vertx.core.http.ServerWebSocket;
import java.util.LinkedHashSet;
import java.util.Set;
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
  private final Set<String> owed = new LinkedHashSet<>();
  private Set<String> topics = Set.of();

  Subscriber(ServerWebSocket socket, Scripts scripts) {
    this.socket = socket;
    this.scripts = scripts;
    socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
    socket.drainHandler(drained -> settle());
  }

  /** Subscribes, and answers at once with the state of every topic. */
  void subscribe(Set<String> wanted) {
    Set<String> inOrder = wanted.contains(Topic.ALL) ? allTopics() : wanted;
    topics = Set.copyOf(inOrder);
    owed.addAll(inOrder);
    settle();
  }

  /** The state of these topics has changed; of those that it watches it gets the newest. */
  void owe(Set<String> changed) {
    changed.stream().filter(topics::contains).forEach(owed::add);
    settle();
  }

  /** Whether all that it is owed has been handed to its socket. */
  boolean isSettled() {
    return owed.isEmpty();
  }

  Set<String> topics() {
    return topics;
  }

  /** Sends a text that stands for these topics; a slow reader is owed their state instead. */
  void send(String text, Set<String> stateOf) {
    if (socket.writeQueueFull()) {
      owed.addAll(stateOf);
    } else {
      write(text);
    }
  }

  /** Sends a text that nobody misses: a slow reader goes without. */
  void sendIfReady(String text) {
    if (!socket.writeQueueFull()) {
      write(text);
    }
  }

  private void settle() {
    while (!owed.isEmpty() && !socket.isClosed() && !socket.writeQueueFull()) {
      String topic = owed.iterator().next();
      owed.remove(topic);
      scripts.topic(topic).ifPresent(this::write);
    }
  }

  /**
   * A write fails only when the socket is going; its close handler then takes the subscriber away.
   */
  private void write(String text) {
    socket.writeTextMessage(text);
  }

  private Set<String> allTopics() {
    Set<String> all = new LinkedHashSet<>();
    all.add(Topic.VENUE);
    scripts.boards().rooms().forEach(board -> all.add(Topic.room(board.roomId())));
    return all;
  }
}
