package org.callboard.accounts;

/** The database of the accounts cannot be read or written at the moment. */
public final class AccountsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AccountsUnavailable(Throwable cause) {
    super("The accounts cannot be reached.", cause);
  }
}
