package org.callboard.journal;

/** Another writer was first; plan again on the new head. Nothing of the append was kept. */
public final class HeadMoved extends Exception {
  private static final long serialVersionUID = 1L;

  private final long head;

  public HeadMoved(long expected, long head) {
    super("Another writer was first: expectedHead=" + expected + " head=" + head);
    this.head = head;
  }

  /** The head that was found; it may have moved again since. */
  public long head() {
    return head;
  }
}
