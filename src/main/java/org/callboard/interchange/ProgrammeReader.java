package org.callboard.interchange;

/** Reads one format. Stateless, so that any thread may call it. */
interface ProgrammeReader {

  /**
   * Whether the source looks like this format; a cheap look, no parse. A source that is no text is
   * offered as well.
   */
  boolean recognises(Source source) throws UnreadableProgramme;

  /**
   * Reads a whole programme.
   *
   * @throws UnreadableProgramme only where nothing in it can be used
   */
  Reading read(Source source, ReadingOptions options) throws UnreadableProgramme;
}
