package org.callboard.agenda;

import java.util.List;

/**
 * A caution that may have held before as well.
 *
 * @param subject which room or person, so that the same one at other times is known again
 */
record Finding(String code, String subject, String message, List<String> sessions) {

  List<Object> key() {
    return List.of(code, subject, sessions);
  }

  Caution caution() {
    return new Caution(code, message, sessions);
  }
}
