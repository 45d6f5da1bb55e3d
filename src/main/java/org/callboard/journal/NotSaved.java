package org.callboard.journal;

/** The journal's place failed: a full disk, a lost connection. A later append may work again. */
public final class NotSaved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean certain;

  public NotSaved(String place, String why, boolean certain, Throwable cause) {
    super(
        (certain ? "Not saved" : "Perhaps not saved")
            + ", because "
            + why
            + ": journal="
            + place
            + (certain ? "" : "; read the head to see"),
        cause);
    this.certain = certain;
  }

  /**
   * True when nothing was kept. False when the failure came at the commit itself, so that nobody
   * here knows: see {@link Journal#append}.
   */
  public boolean isCertain() {
    return certain;
  }
}
