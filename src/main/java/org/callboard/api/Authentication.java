package org.callboard.api;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.accounts.AccountRole;
import org.callboard.accounts.Bearer;
import org.callboard.accounts.Token;
import org.callboard.accounts.Tokens;
import org.callboard.clock.Moment;

/**
 * Finds out who makes a request, from its bearer token or its cookie, and leaves the {@link
 * Caller}; it lets viewers through. A cookie counts for changes only when a page of ours sent it,
 * since a browser sends it along with whatever any page asks for.
 */
final class Authentication implements Handler<RoutingContext> {
  private static final String UNAVAILABLE = Authentication.class.getName() + ".unavailable";

  /** By then the accounts have said whose a token is, or they do not say so in time. */
  static final long PATIENCE_SECONDS = 3;

  private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S*) *");

  /** Lets through whoever may change the day; hosts may change only their rooms. */
  static final Handler<RoutingContext> ORGANISERS =
      admitting(AccountRole.ORGANISER, AccountRole.DUTY, AccountRole.ADMIN);

  static final Handler<RoutingContext> ADMINS = admitting(AccountRole.ADMIN);

  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final BlockingWork work;
  private final Tokens tokens;
  private final Supplier<Moment> clock;

  Authentication(BlockingWork work, Tokens tokens, Supplier<Moment> clock) {
    this.work = work;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Lets only callers with one of the roles through, or any caller when no role is named. */
  static Handler<RoutingContext> admitting(AccountRole... roles) {
    List<AccountRole> admitted = List.of(roles.length == 0 ? AccountRole.values() : roles);
    return context -> {
      Optional<Caller> caller = Caller.of(context);
      if (caller.isEmpty() && context.get(UNAVAILABLE) != null) {
        unavailable(context);
      } else if (caller.isEmpty()) {
        unauthorised(context, "Log in by POST /api/login, or send a bearer token.");
      } else if (!admitted.contains(caller.get().account().role())) {
        forbidden(context, admitted);
      } else {
        context.next();
      }
    };
  }

  static void unauthorised(RoutingContext context, String detail) {
    context.response().putHeader("WWW-Authenticate", "Bearer");
    new Problem(401, "Not logged in", detail).answer(context);
  }

  static void unavailable(RoutingContext context) {
    context.response().putHeader("Retry-After", "5");
    new Problem(
            503, "Accounts unavailable", "The accounts cannot be reached now; nothing was changed.")
        .answer(context);
  }

  private static void forbidden(RoutingContext context, List<AccountRole> admitted) {
    String roles = String.join(", ", admitted.stream().map(AccountRole::word).toList());
    new Problem(403, "Not allowed", "This takes an account with one of the roles: " + roles + ".")
        .answer(context);
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<String> bearer = bearer(context.request());
    Optional<String> cookie = SessionCookie.of(context);
    if (bearer.isPresent()) {
      find(context, bearer.get(), Caller.Way.BEARER);
    } else if (cookie.isPresent()) {
      find(context, cookie.get(), Caller.Way.COOKIE);
    } else {
      context.next();
    }
  }

  /** Other schemes are left to a proxy that may have asked for them. */
  private static Optional<String> bearer(HttpServerRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    Matcher bearer = BEARER.matcher(header == null ? "" : header);
    return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
  }

  private void find(RoutingContext context, String token, Caller.Way way) {
    Optional<Bearer> remembered = tokens.remembered(token);
    if (remembered.isPresent()) {
      found(context, remembered, way, Duration.ZERO);
      return;
    }
    Moment asked = clock.get();
    HttpServerRequest request = context.request();
    request.pause(); // The body waits for whoever reads it after the look-up.
    work.done(() -> tokens.find(token), PATIENCE_SECONDS)
        .onComplete(
            done -> {
              // One listener, not two: one that is added just when the worker answers is called
              // at once, before those that were there, and the body would run out unread.
              answered(context, done, way, clock.get().since(asked));
              request.resume();
            });
  }

  private static void answered(
      RoutingContext context,
      AsyncResult<Optional<Bearer>> found,
      Caller.Way way,
      Duration waited) {
    if (found.succeeded()) {
      found(context, found.result(), way, waited);
    } else {
      failed(context, found.cause());
    }
  }

  private static void found(
      RoutingContext context, Optional<Bearer> bearer, Caller.Way way, Duration waited) {
    boolean isLink = bearer.map(Bearer::kind).filter(Token.Kind.LINK::equals).isPresent();
    if (isLink && way == Caller.Way.BEARER && !HostRoutes.isForHosts(context)) {
      new Problem(
              403,
              "Not allowed",
              "A host's link is good for POST /api/changes in its room, and for nothing else.")
          .answer(context);
    } else if (bearer.isPresent() && !(isLink && way == Caller.Way.COOKIE)) {
      enter(context, new Caller(bearer.get(), way, waited));
    } else if (way == Caller.Way.BEARER) {
      unauthorised(context, "The bearer token is not valid, or no longer.");
    } else {
      SessionCookie.clear(context);
      context.next();
    }
  }

  private static void enter(RoutingContext context, Caller caller) {
    boolean mayBeForged =
        caller.way() == Caller.Way.COOKIE && !SAFE.contains(context.request().method());
    if (mayBeForged && !Origins.isOurs(context.request())) {
      Origins.refuse(context);
    } else {
      caller.enter(context);
      context.next();
    }
  }

  /** What viewers may read goes on without the accounts. */
  private static void failed(RoutingContext context, Throwable trouble) {
    if (BlockingWork.isOutage(trouble)) {
      context.put(UNAVAILABLE, true).next();
    } else {
      context.fail(trouble);
    }
  }
}
