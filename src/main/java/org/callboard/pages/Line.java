package org.callboard.pages;

/**
 * One line of a room: what is or comes, and when.
 *
 * @param state {@code now}, {@code pause}, {@code idle} or {@code next}
 * @param when a time as people say it, or empty
 * @param label what the programme calls it before its title, or empty
 */
public record Line(String state, String when, String label, String what) {

  static Line idle(String what) {
    return new Line("idle", "", "", what);
  }
}
