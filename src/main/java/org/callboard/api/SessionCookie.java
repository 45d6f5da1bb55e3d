package org.callboard.api;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;

/** The cookie that holds the token of a session, which no script can read. */
final class SessionCookie {
  static final String NAME = "callboard_session";

  /** As long as a session can last at most. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private SessionCookie() {}

  static Optional<String> of(RoutingContext context) {
    return Optional.ofNullable(context.request().getCookie(NAME)).map(Cookie::getValue);
  }

  static void set(RoutingContext context, String token, boolean isSecure) {
    write(context, token, LONGEST, isSecure ? "; Secure" : "");
  }

  static void clear(RoutingContext context) {
    write(context, "", Duration.ZERO, "");
  }

  /**
   * RFC 6265 §4.1; without Expires, which would need the wall clock and has no use beside Max-Age.
   */
  private static void write(RoutingContext context, String value, Duration age, String more) {
    String cookie =
        "%s=%s; Max-Age=%d; Path=/; HttpOnly; SameSite=Strict%s"
            .formatted(NAME, value, age.toSeconds(), more);
    context.response().headers().add(HttpHeaders.SET_COOKIE, cookie);
  }
}
