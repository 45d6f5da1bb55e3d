package org.callboard.api;

import java.util.concurrent.Semaphore;
import org.callboard.accounts.Accounts;
import org.callboard.accounts.HostLinks;
import org.callboard.accounts.LoginGuard;
import org.callboard.accounts.Tokens;
import org.callboard.alarm.Alarm;
import org.callboard.clock.Moment;
import org.slf4j.LoggerFactory;

/** What the routes of all event loops of a node share to know who is who. */
public final class AccountAccess {
  /** How many may wait for a password to be hashed; more are turned away instead of kept. */
  private static final int MOST_WAITING = 64;

  private final Accounts accounts;
  private final Tokens tokens;
  private final HostLinks links;
  private final LoginGuard guard;
  private final Sender sender;
  private final Alarm alarm;
  private final Semaphore places = new Semaphore(MOST_WAITING);

  /**
   * Holds what is shared.
   *
   * @param trustsProxy whether every request comes through a proxy of ours, so that the last of its
   *     X-Forwarded-For and X-Forwarded-Proto is believed
   */
  public AccountAccess(
      Accounts accounts,
      Tokens tokens,
      HostLinks links,
      LoginGuard guard,
      boolean trustsProxy,
      Moment.Source time) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.links = links;
    this.guard = guard;
    this.sender = new Sender(trustsProxy);
    this.alarm =
        new Alarm(
            LoggerFactory.getLogger(AccountAccess.class),
            time,
            "Nobody can be recognised and no records can be read",
            "People are recognised again.");
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

  /** That the database cannot be asked who is who. */
  Alarm alarm() {
    return alarm;
  }

  Semaphore places() {
    return places;
  }
}
