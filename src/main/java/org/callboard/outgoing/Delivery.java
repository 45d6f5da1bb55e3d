package org.callboard.outgoing;

import java.time.Instant;

/**
 * One message to one target.
 *
 * @param attempts how often it was tried
 * @param next not before this is it tried again
 * @param trouble what went wrong last, or empty
 */
public record Delivery(
    String target,
    long revision,
    String kind,
    String body,
    State state,
    int attempts,
    Instant next,
    String trouble) {

  /** How far a delivery has come. */
  public enum State {
    WAITING,
    DELIVERED,
    /** Given up; somebody may have it sent again. */
    DEAD;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a receiver tells a message from another by, however often it comes. */
  public String id() {
    return "msg_" + target + "_" + revision;
  }
}
