package org.callboard.pages;

/**
 * What people are told beside now and next: that something is not as they may expect it.
 *
 * @param anchor the id of the session that it is about, or empty
 * @param weight {@code grave} for what nobody at the door may miss, else {@code plain}
 * @param was the planned time that does not hold any more, or empty
 * @param when the time that holds, or empty
 * @param what the title of a session, or empty
 */
public record Told(
    String anchor, String weight, Sign sign, String was, String when, String what, String detail) {

  /** Something that is not about a session. */
  static Told plainly(String weight, Sign sign, String detail) {
    return new Told("", weight, sign, "", "", "", detail);
  }
}
