package org.callboard.agenda;

/** Ends the planning of a change from wherever it shows to be impossible. */
final class Impossible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param reason why it is impossible, and what would work
   */
  Impossible(String reason) {
    super(reason, null, false, false);
  }
}
