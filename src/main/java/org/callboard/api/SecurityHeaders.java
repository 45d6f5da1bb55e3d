package org.callboard.api;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** What every answer says about how a browser may use it. */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'self'; require-trusted-types-for 'script'";

  /** The console shows, in frames of its own, what its own pages will say. */
  static void allowOwnFrames(RoutingContext context) {
    context
        .response()
        .headers()
        .set(
            "Content-Security-Policy",
            POLICY.replace("; base-uri", "; frame-src 'self'; base-uri"));
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    context.next();
  }
}
