package org.callboard.agenda;

import java.util.List;

/**
 * Something that an organiser should know of a plan; it informs and never blocks.
 *
 * @param code a short stable word, such as {@code pinned-overlap}
 * @param sessions ids of the sessions concerned
 */
public record Caution(String code, String message, List<String> sessions) {

  public Caution {
    sessions = List.copyOf(sessions);
  }
}
