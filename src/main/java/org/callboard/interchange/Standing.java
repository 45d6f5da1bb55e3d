package org.callboard.interchange;

/**
 * How a session stands against its plan.
 *
 * @param remark what its title begins with in a format that knows no states, such as "Cancelled",
 *     or empty
 */
public record Standing(State state, String remark) {
  public static final Standing AS_PLANNED = new Standing(State.CONFIRMED, "");

  /** Its state in the words of Callboard's own formats; empty where it stands as planned. */
  String word() {
    return switch (state) {
      case CONFIRMED -> "";
      case DELAYED -> "delayed";
      case CANCELED -> "cancelled";
    };
  }

  /** Its state; the words are those of schedule2. */
  public enum State {
    CONFIRMED,
    DELAYED,
    CANCELED
  }
}
