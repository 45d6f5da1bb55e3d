package org.callboard.journal;

/**
 * An entry is as it was appended, and this version cannot read it: a later version of Callboard
 * wrote it. Nothing from it on is to be folded here.
 */
public final class LaterEntry extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LaterEntry(String message, Throwable cause) {
    super(message, cause);
  }
}
