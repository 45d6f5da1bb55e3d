package org.callboard.interchange;

/** A source with nothing usable in it; the message says what is wrong and what to do. */
public final class UnreadableProgramme extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  public UnreadableProgramme(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line of the source, from 1; 0 where it concerns the whole. */
  public int line() {
    return line;
  }
}
