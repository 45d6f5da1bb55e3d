package org.callboard.paint;

import java.util.List;

/**
 * One paragraph of a poster.
 *
 * @param words what it says, in order
 * @param aside what stands at the right end of its first line
 * @param rank what gives way first when there is too little room: the higher, the sooner
 * @param least the lines that it keeps in any case
 */
record Passage(Part part, Size size, List<Words> words, List<Words> aside, int rank, int least) {

  /** Where on the poster it stands. */
  enum Part {
    /** At the top. */
    HEAD,
    /** A band under the head, in the ink's own colour. */
    BAND,
    /** From the head downwards. */
    BODY,
    /** At the bottom, upwards. */
    FOOT
  }

  Passage {
    words = List.copyOf(words);
    aside = List.copyOf(aside);
  }

  boolean isEmpty() {
    return words.stream().allMatch(each -> each.text().isBlank()) && aside.isEmpty();
  }
}
