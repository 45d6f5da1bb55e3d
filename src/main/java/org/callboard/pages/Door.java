package org.callboard.pages;

import java.util.List;

/**
 * One room, for somebody who stands before it.
 *
 * @param tongues languages interpreted here, in their own names
 * @param idle what to say when nothing is on, or empty
 */
public record Door(
    Masthead masthead,
    String name,
    String tongues,
    List<Showing> now,
    String idle,
    String nextWord,
    List<Line> next,
    String laterWord,
    List<Line> later,
    String note) {

  /**
   * A session that is on.
   *
   * @param state {@code now} or {@code pause}
   * @param length in seconds
   * @param elapsed in seconds
   */
  public record Showing(
      String state,
      String heading,
      String label,
      String title,
      String organiser,
      List<Cast> people,
      long length,
      long elapsed,
      String left) {}

  /** The people of one role. */
  public record Cast(String role, List<String> people) {}
}
