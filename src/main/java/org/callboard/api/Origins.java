package org.callboard.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a page of ours sent a request, as far as its browser says. Browsers of the last years
 * send Sec-Fetch-Site over TLS; all send Origin with what may change something.
 */
final class Origins {
  /** What browsers say of a page that lies on the device itself, such as a downloaded screen. */
  private static final Set<String> OF_A_FILE = Set.of("null", "file://");

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

  /**
   * Whether a page may open the live channel: one of this origin, a screen that was downloaded, or
   * what is no browser (RFC 6455 §10.2). A page of somebody else's can make itself look like a
   * file, and gains nothing: the channel takes no cookie, says only what anybody may read, and a
   * screen's name needs the secret of its pairing.
   */
  static boolean mayListen(HttpServerRequest request) {
    return header(request, HttpHeaders.ORIGIN)
        .map(origin -> OF_A_FILE.contains(origin) || isHere(origin, request))
        .orElse(true);
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
