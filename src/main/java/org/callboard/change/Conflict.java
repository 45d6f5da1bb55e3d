package org.callboard.change;

import java.util.OptionalInt;
import org.callboard.programme.Session;

/**
 * What a new edition and the day disagree about, until an organiser chooses. Meanwhile what was
 * changed live holds.
 *
 * @param slot which of the session's people, where it is about one of them
 * @param was the session as it was planned before the edition
 * @param other for {@link Matter#SAME}, the id of the edition's session that may be the same one;
 *     else empty
 */
public record Conflict(Matter matter, OptionalInt slot, Session was, String other) {

  public static Conflict about(Matter matter, Session was) {
    return new Conflict(matter, OptionalInt.empty(), was, "");
  }

  /** The id of the session that it is about. */
  public String session() {
    return was.id();
  }

  /** The same for the same question, however often it comes up. */
  public String id() {
    String which = slot.isPresent() ? "." + slot.getAsInt() : other.isEmpty() ? "" : "." + other;
    return session() + "." + matter.word() + which;
  }
}
