package org.callboard.app;

import java.time.Instant;
import java.util.Optional;
import org.callboard.interchange.Reading;

/**
 * What one start of the server is asked for, beside the settings.
 *
 * @param source name of the programme's source, for messages
 * @param isNamed whether somebody named the programme, or it is the example
 * @param rehearsal empty for real time
 * @param password for the first account, where it is given
 * @param isClustered whether it joins the other nodes of a cluster
 */
record ServeOptions(
    String source,
    Reading reading,
    boolean isNamed,
    Optional<Rehearsal> rehearsal,
    Optional<String> password,
    boolean isClustered) {

  /**
   * A start that is not now.
   *
   * @param speed event seconds per real second
   */
  record Rehearsal(Instant at, double speed) {}
}
