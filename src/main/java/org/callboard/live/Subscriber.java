package org.callboard.live;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.wire.Topic;

/**
 * One screen on the line. A slow reader keeps only the names of what changed and gets the newest
 * when it drains, so its memory is bounded. What it is owed comes before all else that it is told.
 * It lives on the event loop of its socket.
 */
final class Subscriber {
  private final Line line;
  private final Scripts scripts;
  private final Audience.All audiences;
  private final Traffic traffic;
  private Subscription subscription;
  private boolean wantsAll;
  private boolean isWaiting;

  Subscriber(Line line, Scripts scripts, Audience.All audiences, Traffic traffic) {
    this.line = line;
    this.scripts = scripts;
    this.audiences = audiences;
    this.traffic = traffic;
    this.subscription = audiences.of(List.of()).start();
  }

  /** Subscribes, and answers at once with the state of every topic. */
  void subscribe(Set<String> wanted) {
    wantsAll = wanted.contains(Topic.ALL);
    subscription = audiences.of(wantsAll ? allTopics() : List.copyOf(wanted)).start();
    settle();
  }

  /** The venue has changed, and may have other rooms; who wants everything wants those as well. */
  void lookAround() {
    if (wantsAll && !topics().equals(Set.copyOf(allTopics()))) {
      subscription = subscription.in(audiences.of(allTopics()));
    }
  }

  /**
   * The state of these topics has changed; of those that it watches it is owed the newest. True
   * when it is to be served, and does not wait for that yet.
   */
  boolean owe(Collection<String> changed) {
    subscription = subscription.owing(changed);
    boolean isNew = !isSettled() && !isWaiting;
    isWaiting |= isNew;
    return isNew;
  }

  /** It has waited, and is told the newest of all that it is owed by now. */
  void serve() {
    isWaiting = false;
    settle();
  }

  /** Whether all that it is owed has been handed to its socket. */
  boolean isSettled() {
    return subscription.isSettled();
  }

  Set<String> topics() {
    return subscription.topics();
  }

  /** Where it stands. */
  Subscription subscription() {
    return subscription;
  }

  /** Tells in one text that rooms have turned; a slow reader is owed their state instead. */
  void turn(Turning turning) {
    if (turning.text().isEmpty()) {
      return;
    }
    if (line.isReady()) {
      subscription = turning.then();
      write(turning.text().get());
      line.flush();
    } else {
      subscription = subscription.owing(turning.topics());
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
    if (isSettled()) {
      return;
    }
    while (!isSettled() && line.isReady()) {
      Subscription.Step step = subscription.next(scripts);
      subscription = step.then();
      step.text().ifPresent(this::write);
    }
    line.flush();
    if (!isSettled()) {
      traffic.passedOver();
    }
  }

  private void write(WireText text) {
    traffic.wrote();
    line.write(text);
  }

  private List<String> allTopics() {
    return Stream.concat(
            Stream.of(Topic.VENUE),
            scripts.boards().rooms().stream().map(board -> Topic.room(board.roomId())))
        .toList();
  }
}
