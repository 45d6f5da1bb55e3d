package org.callboard.pages;

import java.util.List;

/**
 * One room, for somebody who stands before it.
 *
 * @param tongues languages interpreted here, in their own names
 * @param told what is not as people may expect it, the gravest first
 * @param idle what to say when nothing is on, or empty
 */
public record Door(
    Masthead masthead,
    String name,
    String tongues,
    List<Told> told,
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
   * @param was the planned end that does not hold any more, or empty
   * @param length in seconds
   * @param elapsed in seconds
   * @param left how much of it is left, or empty where nobody can say
   */
  public record Showing(
      String state,
      String heading,
      String was,
      List<Sign> signs,
      String label,
      String title,
      String organiser,
      List<Cast> people,
      long length,
      long elapsed,
      String left) {}

  /** The people of one role. */
  public record Cast(String role, List<Person> people) {}

  /**
   * Somebody, or an open slot.
   *
   * @param fresh a word that says that this is new, or empty
   */
  public record Person(String name, String fresh) {}
}
