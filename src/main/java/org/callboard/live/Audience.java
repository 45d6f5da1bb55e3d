package org.callboard.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The screens of an event loop that watch the same topics. Those that were told the same stand at
 * one {@link Subscription}.
 */
final class Audience {
  private final List<String> order;
  private final Set<String> topics;
  private Subscription start;
  private Subscription settled;

  private Audience(List<String> order) {
    this.order = order;
    this.topics = Set.copyOf(order);
    this.start = Subscription.of(this, order);
    this.settled = start;
  }

  /** The audiences of an event loop, each made when the first screen of it comes. */
  static final class All {
    /** Sets of topics; a screen that asks for yet another costs the others a moment. */
    private static final int MOST = 1_024;

    private final Map<List<String>, Audience> byTopics = new HashMap<>();

    /** Of those who watch these topics and are told of them in this order. */
    Audience of(List<String> order) {
      if (byTopics.size() >= MOST) {
        byTopics.clear(); // who is in one stays there
      }
      return byTopics.computeIfAbsent(order, Audience::new);
    }
  }

  Set<String> topics() {
    return topics;
  }

  /** Where a screen stands that comes now: told nothing, and owed every topic in order. */
  Subscription start() {
    return start;
  }

  /** Those who are owed nothing and were told the same meet at one. */
  Subscription meet(Subscription then) {
    if (!then.isSettled()) {
      return then;
    }
    if (!then.isLike(settled)) {
      settled = then;
      start = Subscription.of(this, order); // and the way that led here before is forgotten
    }
    return settled;
  }
}
