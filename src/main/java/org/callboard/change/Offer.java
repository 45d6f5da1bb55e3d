package org.callboard.change;

import java.util.List;
import org.callboard.programme.Programme;

/**
 * An edition that waits for an organiser to take it; a later one takes its place.
 *
 * @param source where it comes from, for a person
 * @param warnings what reading it gave to look at
 */
public record Offer(String source, Programme programme, List<String> warnings) {
  /** What it is called among the conflicts. */
  public static final String ID = "edition";

  public Offer {
    warnings = List.copyOf(warnings);
  }
}
