package org.callboard.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.callboard.accounts.Account;
import org.callboard.accounts.Accounts;
import org.callboard.accounts.Issued;
import org.callboard.accounts.LoginGuard;
import org.callboard.accounts.Outcome;
import org.callboard.accounts.Token;
import org.callboard.accounts.Tokens;
import org.callboard.wire.Fields;

/** Logging in and out, and what everybody may ask about their own account. */
final class LoginRoutes {
  private final Accounts accounts;
  private final Tokens tokens;
  private final LoginGuard guard;
  private final Sender sender;
  private final BlockingWork work;
  private final BlockingWork hashing;
  private final Semaphore places;

  LoginRoutes(AccountAccess access, BlockingWork work, BlockingWork hashing) {
    this.accounts = access.accounts();
    this.tokens = access.tokens();
    this.guard = access.guard();
    this.sender = access.sender();
    this.places = access.places();
    this.work = work;
    this.hashing = hashing;
  }

  /** Mounted before the authentication: whoever logs in need not be anybody yet. */
  void mountLogin(Router router) {
    router
        .post("/api/login")
        .handler(LoginRoutes::refuseForeign)
        .handler(JsonBody.SMALL)
        .handler(this::login);
  }

  void mount(Router router) {
    router.post("/api/logout").handler(LoginRoutes::refuseForeign).handler(this::logout);
    router.get("/api/me").handler(Authentication.admitting()).handler(this::me);
    router
        .post("/api/me/password")
        .handler(Authentication.admitting())
        .handler(JsonBody.SMALL)
        .handler(this::changePassword);
  }

  /** A foreign page must not log its victim in as somebody else, nor out. */
  private static void refuseForeign(RoutingContext context) {
    if (Origins.isForeign(context.request())) {
      Origins.refuse(context);
    } else {
      context.next();
    }
  }

  private void login(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String user = fields.text("user");
    String password = fields.text("password");
    fields.requireNoMore();
    Attempt attempt = new Attempt(context, user);
    if (attempt.isAdmitted()) {
      hashing
          .answer(context, () -> accounts.login(user, password), issued -> attempt.loggedIn(issued))
          .onComplete(done -> attempt.end(done.succeeded()));
    }
  }

  private void logout(RoutingContext context) {
    Optional<Caller> caller = Caller.of(context);
    if (caller.isEmpty()) {
      Answers.noContent(context);
    } else if (caller.get().bearer().kind() == Token.Kind.API) {
      new Problem(
              422,
              "No session",
              "A script's token has no session to end; DELETE /api/tokens/"
                  + caller.get().bearer().tokenId()
                  + " revokes it.")
          .answer(context);
    } else {
      String id = caller.get().bearer().tokenId();
      work.answer(context, () -> tokens.revoke(id), revoked -> loggedOut(context));
    }
  }

  private static void loggedOut(RoutingContext context) {
    SessionCookie.clear(context);
    Answers.noContent(context);
  }

  private void me(RoutingContext context) {
    Answers.json(context, 200, AccountJson.of(Caller.of(context).orElseThrow().account()));
  }

  private void changePassword(RoutingContext context) {
    Fields fields = new Fields(JsonBody.of(context));
    String current = fields.text("current");
    String password = fields.text("password");
    fields.requireNoMore();
    Caller caller = Caller.of(context).orElseThrow();
    String name = caller.account().name();
    Attempt attempt = new Attempt(context, name);
    if (attempt.isAdmitted()) {
      hashing
          .answer(
              context,
              () -> change(name, current, password, caller.bearer().tokenId()),
              attempt::changed)
          .onComplete(done -> attempt.end(done.succeeded()));
    }
  }

  private Optional<Outcome> change(String name, String current, String password, String tokenId) {
    return accounts.verify(name, current)
        ? Optional.of(accounts.changePassword(name, password, tokenId))
        : Optional.empty();
  }

  /** One guess at a password, counted before it is looked at. */
  private final class Attempt {
    private final RoutingContext context;
    private final String user;
    private final String address;

    Attempt(RoutingContext context, String user) {
      this.context = context;
      this.user = user;
      this.address = sender.address(context.request());
    }

    boolean isAdmitted() {
      if (!places.tryAcquire()) {
        tooMany(Duration.ofSeconds(5), "Too many logins are waiting.");
        return false;
      }
      Optional<Duration> wait = guard.admit(address, user);
      if (wait.isPresent()) {
        places.release();
        tooMany(wait.get(), "There were too many wrong passwords for this account or address.");
        return false;
      }
      return true;
    }

    private void tooMany(Duration wait, String why) {
      long seconds = wait.plusMillis(999).toSeconds();
      context.response().putHeader("Retry-After", Long.toString(seconds));
      new Problem(429, "Too many attempts", why + " Try again in " + seconds + " seconds.")
          .answer(context);
    }

    void loggedIn(Optional<Issued> issued) {
      if (issued.isEmpty()) {
        Authentication.unauthorised(context, "No account has this name and password.");
        return;
      }
      guard.succeeded(address, user);
      Account account = issued.get().account();
      JsonObject answer = AccountJson.of(account).put("token", issued.get().token());
      SessionCookie.set(context, issued.get().token(), sender.isSecure(context.request()));
      Answers.json(context, 200, answer);
    }

    void changed(Optional<Outcome> outcome) {
      if (outcome.isEmpty()) {
        new Problem(403, "Wrong password", "The current password is not the account's.")
            .answer(context);
        return;
      }
      guard.succeeded(address, user);
      AccountJson.answer(context, outcome.get(), account -> Answers.noContent(context));
    }

    /** What came to no answer was no wrong guess. */
    void end(boolean isAnswered) {
      places.release();
      if (!isAnswered) {
        guard.giveBack(address, user);
      }
    }
  }
}
