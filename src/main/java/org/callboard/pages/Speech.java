package org.callboard.pages;

import java.util.List;

/**
 * The languages that a page speaks, the first of them before all.
 *
 * @param mode how it speaks more than one: never, at once, or one after another
 */
public record Speech(List<String> languages, Mode mode) {

  /** How a page speaks more than one language. */
  public enum Mode {
    SINGLE,
    STACKED,
    ALTERNATING
  }

  public Speech {
    languages = languages.stream().distinct().toList();
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A page speaks some language");
    }
  }

  static Speech only(String language) {
    return new Speech(List.of(language), Mode.SINGLE);
  }

  String first() {
    return languages.get(0);
  }

  /** Those that every text stands in. */
  List<String> atOnce() {
    return mode == Mode.STACKED ? languages : List.of(first());
  }

  /** Those that it turns through; none where it keeps to what it says. */
  List<String> inTurn() {
    return mode == Mode.ALTERNATING && languages.size() > 1 ? languages : List.of();
  }
}
