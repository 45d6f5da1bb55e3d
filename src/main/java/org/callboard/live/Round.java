package org.callboard.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What one event loop does to many subscribers: a chunk of them in each turn of the loop, so that
 * it hears screens and newer changes in between. Who is owed something stands in the queue once,
 * however many changes come before it is served, and is then told the newest.
 */
final class Round {
  /** Some 4 ms of writing. */
  static final int CHUNK = 512;

  private final Loop loop;
  private final Queue<Subscriber> owed = new ArrayDeque<>();
  private boolean isServing;

  Round(Loop loop) {
    this.loop = loop;
  }

  /** These topics have changed; whoever watches them is owed that from now on, and told soon. */
  void owe(Iterable<Subscriber> subscribers, Collection<String> topics) {
    for (Subscriber subscriber : subscribers) {
      if (subscriber.owe(topics)) {
        owed.add(subscriber);
      }
    }
    if (!isServing) {
      serve();
    }
  }

  private void serve() {
    for (int i = 0; i < CHUNK && !owed.isEmpty(); i++) {
      owed.remove().serve();
    }
    isServing = !owed.isEmpty();
    if (isServing) {
      loop.nextTurn(this::serve);
    }
  }

  /** Visits each of these, as they are now, some of them later. */
  void visit(Collection<Subscriber> subscribers, Consumer<Subscriber> each) {
    visit(List.copyOf(subscribers).iterator(), each);
  }

  private void visit(Iterator<Subscriber> rest, Consumer<Subscriber> each) {
    for (int i = 0; i < CHUNK && rest.hasNext(); i++) {
      each.accept(rest.next());
    }
    if (rest.hasNext()) {
      loop.nextTurn(() -> visit(rest, each));
    }
  }
}
