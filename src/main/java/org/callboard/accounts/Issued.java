package org.callboard.accounts;

/** A new token, the only time that its text is known, with whose it is. */
public record Issued(String id, String token, Account account) {
  @Override
  public String toString() {
    return "Issued[id=%s, account=%s]".formatted(id, account.name());
  }
}
