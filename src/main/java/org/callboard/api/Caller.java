package org.callboard.api;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.callboard.accounts.Account;
import org.callboard.accounts.Bearer;

/**
 * Who makes a request, and what they presented for it.
 *
 * @param waited how long it took to find out, which is part of the time in which they are answered
 */
record Caller(Bearer bearer, Way way, Duration waited) {

  /** How the token came. */
  enum Way {
    COOKIE,
    BEARER
  }

  Account account() {
    return bearer.account();
  }

  /** Who makes this request; empty for a viewer. */
  static Optional<Caller> of(RoutingContext context) {
    return Optional.ofNullable(context.get(Caller.class.getName()));
  }

  void enter(RoutingContext context) {
    context.put(Caller.class.getName(), this);
  }
}
