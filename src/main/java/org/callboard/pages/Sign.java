package org.callboard.pages;

/**
 * How something stands, as people read it: a glyph, a word and, by its state, a colour.
 *
 * @param state {@code late}, {@code moved}, {@code cancelled}, {@code good}, {@code fresh} or
 *     {@code was}, which is struck through
 * @param glyph empty where the word stands beside the very value that it is about
 */
public record Sign(String state, String glyph, String word) {

  static Sign late(String word) {
    return new Sign("late", "▲", word);
  }

  static Sign waiting(String word) {
    return new Sign("late", "◷", word);
  }

  static Sign moved(String word) {
    return new Sign("moved", "→", word);
  }

  static Sign cancelled(String word) {
    return new Sign("cancelled", "✕", word);
  }

  static Sign good(String word) {
    return new Sign("good", "●", word);
  }

  static Sign open(String word) {
    return new Sign("late", "◌", word);
  }

  static Sign fresh(String word) {
    return new Sign("fresh", "", word);
  }

  static Sign was(String word) {
    return new Sign("was", "", word);
  }
}
