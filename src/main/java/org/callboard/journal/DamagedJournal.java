package org.callboard.journal;

/** What the journal holds is not what was appended; nothing is to be folded from it. */
public final class DamagedJournal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedJournal(String message) {
    super(message);
  }

  public DamagedJournal(String message, Throwable cause) {
    super(message, cause);
  }
}
