package org.callboard.live;

import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.wire.Topic;

/**
 * What the live channel does, in counts that say nothing of who watches. Any thread may call it.
 */
public final class Traffic {
  /** How much of the venue a subscriber watches. */
  public enum Reach {
    VENUE,
    ROOM,
    ROOMS
  }

  private final LongAdder sent = new LongAdder();
  private final LongAdder heldBack = new LongAdder();
  private final LongAdder[] watching = {new LongAdder(), new LongAdder(), new LongAdder()};

  void joined(Set<String> topics) {
    watching[reach(topics).ordinal()].increment();
  }

  void left(Set<String> topics) {
    watching[reach(topics).ordinal()].decrement();
  }

  void wrote() {
    sent.increment();
  }

  /** A slow reader gets nothing now. */
  void passedOver() {
    heldBack.increment();
  }

  public long sent() {
    return sent.sum();
  }

  public long heldBack() {
    return heldBack.sum();
  }

  public long watching(Reach reach) {
    return watching[reach.ordinal()].sum();
  }

  private static Reach reach(Set<String> topics) {
    long rooms = topics.stream().filter(topic -> Topic.roomOf(topic).isPresent()).count();
    return rooms == 0 ? Reach.VENUE : rooms == 1 ? Reach.ROOM : Reach.ROOMS;
  }
}
