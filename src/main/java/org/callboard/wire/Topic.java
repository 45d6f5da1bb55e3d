package org.callboard.wire;

import java.util.Optional;

/** What a screen can subscribe to: the venue, a room, or everything. */
public final class Topic {
  public static final String VENUE = "venue";
  public static final String ALL = "*";

  private static final String ROOM = "room:";

  private Topic() {}

  public static String room(String roomId) {
    return ROOM + roomId;
  }

  /** The room of a topic; empty for a topic that is not a room's. */
  public static Optional<String> roomOf(String topic) {
    return topic.startsWith(ROOM) ? Optional.of(topic.substring(ROOM.length())) : Optional.empty();
  }
}
