package org.callboard.wire;

/** What a screen can subscribe to: the venue, a room, or everything. */
public final class Topic {
  public static final String VENUE = "venue";
  public static final String ALL = "*";

  private static final String ROOM = "room:";

  private Topic() {}

  public static String room(String roomId) {
    return ROOM + roomId;
  }
}
