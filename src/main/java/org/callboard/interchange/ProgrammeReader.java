package org.callboard.interchange;

import java.time.ZoneId;
import java.util.Optional;

/** Reads one format. Stateless, so that any thread may call it. */
interface ProgrammeReader {

  /** Whether the text looks like this format; a cheap look, no parse. */
  boolean recognises(String text);

  /**
   * Reads a whole programme.
   *
   * @param zone the zone for a source that names none; without it, UTC and a warning
   */
  Reading read(String text, Optional<ZoneId> zone) throws UnreadableProgramme;
}
