package org.callboard.interchange;

import java.time.ZoneId;
import java.util.Optional;

/** Programme text: plain text or Markdown as organisers write it. */
final class ProgrammeText implements ProgrammeReader {

  @Override
  public boolean recognises(String text) {
    return false;
  }

  @Override
  public Reading read(String text, Optional<ZoneId> zone) throws UnreadableProgramme {
    throw new UnreadableProgramme(
        0, "programme text is not read by this build; convert it to YAML");
  }
}
