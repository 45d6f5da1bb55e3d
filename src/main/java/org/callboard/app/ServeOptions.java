package org.callboard.app;

import java.time.Instant;
import java.util.Optional;
import org.callboard.interchange.Reading;

/**
 * What one start of the server is asked for, beside the settings.
 *
 * @param source name of the programme's source, for messages
 * @param rehearsal empty for real time
 */
record ServeOptions(String source, Reading reading, Optional<Rehearsal> rehearsal) {

  /**
   * A start that is not now.
   *
   * @param speed event seconds per real second
   */
  record Rehearsal(Instant at, double speed) {}
}
