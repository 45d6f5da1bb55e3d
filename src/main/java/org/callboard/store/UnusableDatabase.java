package org.callboard.store;

/** A database that cannot be used as it is; the message names the place and the remedy. */
public final class UnusableDatabase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableDatabase(String place, String state, String remedy) {
    super(place + ": " + state + "; " + remedy);
  }

  public UnusableDatabase(String place, String state, String remedy, Throwable cause) {
    super(place + ": " + state + "; " + remedy, cause);
  }
}
