package org.callboard.api;

import java.util.concurrent.Semaphore;
import org.callboard.accounts.Accounts;
import org.callboard.accounts.HostLinks;
import org.callboard.accounts.LoginGuard;
import org.callboard.accounts.Tokens;

/** What the routes of all event loops of a node share to know who is who. */
public final class AccountAccess {
  /** How many may wait for a password to be hashed; more are turned away instead of kept. */
  private static final int MOST_WAITING = 64;

  private final Accounts accounts;
  private final Tokens tokens;
  private final HostLinks links;
  private final LoginGuard guard;
  private final Sender sender;
  private final Semaphore places = new Semaphore(MOST_WAITING);

  /**
   * Holds what is shared.
   *
   * @param trustsProxy whether every request comes through a proxy of ours, so that the last of its
   *     X-Forwarded-For and X-Forwarded-Proto is believed
   */
  public AccountAccess(
      Accounts accounts, Tokens tokens, HostLinks links, LoginGuard guard, boolean trustsProxy) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.links = links;
    this.guard = guard;
    this.sender = new Sender(trustsProxy);
  }

  Accounts accounts() {
    return accounts;
  }

  Tokens tokens() {
    return tokens;
  }

  HostLinks links() {
    return links;
  }

  LoginGuard guard() {
    return guard;
  }

  Sender sender() {
    return sender;
  }

  Semaphore places() {
    return places;
  }
}
