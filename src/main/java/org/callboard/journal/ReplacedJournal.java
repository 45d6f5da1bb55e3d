package org.callboard.journal;

/**
 * The journal's place holds another history than the one that was read or appended there before: it
 * was restored from a backup, or an older copy of it took over. The two are never mixed.
 */
public final class ReplacedJournal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReplacedJournal(String message) {
    super(message);
  }
}
