package org.callboard.check;

import java.util.List;

/**
 * Something in a programme that an organiser should look at.
 *
 * @param sessions ids of the sessions that have a part in it, in order of start
 * @param what what was found, for a person
 * @param remedy what to do about it
 */
public record Finding(Topic topic, List<String> sessions, String what, String remedy) {

  public Finding {
    sessions = List.copyOf(sessions);
  }
}
