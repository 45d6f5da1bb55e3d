package org.callboard.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;

/**
 * Whether a page of ours sent a request, as far as its browser says. Browsers of the last years
 * send Sec-Fetch-Site over TLS; all send Origin with what may change something.
 */
final class Origins {
  private Origins() {}

  /** A page of this origin sent it: its browser says so. */
  static boolean isOurs(HttpServerRequest request) {
    Optional<String> site = header(request, "Sec-Fetch-Site");
    return site.map("same-origin"::equals)
        .orElseGet(
            () ->
                header(request, HttpHeaders.ORIGIN)
                    .filter(origin -> isHere(origin, request))
                    .isPresent());
  }

  /** A page of another origin sent it. What is no browser says nothing and is not foreign. */
  static boolean isForeign(HttpServerRequest request) {
    boolean saysNothing =
        header(request, "Sec-Fetch-Site").isEmpty()
            && header(request, HttpHeaders.ORIGIN).isEmpty();
    return !saysNothing && !isOurs(request);
  }

  static void refuse(RoutingContext context) {
    new Problem(
            403,
            "Foreign origin",
            "A change with the session's cookie is taken only from a page of this origin; from a"
                + " script, send Authorization: Bearer with a token instead.")
        .answer(context);
  }

  private static boolean isHere(String origin, HttpServerRequest request) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null
          && request.authority() != null
          && authority.equalsIgnoreCase(request.authority().toString());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Optional<String> header(HttpServerRequest request, CharSequence name) {
    return Optional.ofNullable(request.getHeader(name));
  }
}
