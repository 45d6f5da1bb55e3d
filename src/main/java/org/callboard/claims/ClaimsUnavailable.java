package org.callboard.claims;

/** The database that holds the claims cannot be asked. */
public final class ClaimsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ClaimsUnavailable(Throwable cause) {
    super("The claims cannot be asked: " + cause.getMessage(), cause);
  }
}
