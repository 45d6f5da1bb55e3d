package org.callboard.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people reach this server: as it was set, else as the request at hand reached it. It goes
 * into links and QR codes, so a Host that is no host is refused.
 *
 * @param set without a slash at its end
 */
record PublicAddress(Optional<String> set, Sender sender) {
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:\\d{1,5})?");

  /**
   * The address, such as {@code https://boards.example}.
   *
   * @throws IllegalArgumentException when none is set and the request names no host
   */
  String of(HttpServerRequest request) {
    return set.or(() -> asReached(request))
        .orElseThrow(
            () -> new IllegalArgumentException("The header Host names no host; set publicUrl."));
  }

  /** The address for links that an answer can do without; empty where it is not known. */
  String orNone(HttpServerRequest request) {
    return set.or(() -> asReached(request)).orElse("");
  }

  private Optional<String> asReached(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.HOST))
        .filter(text -> HOST.matcher(text).matches())
        .map(host -> (sender.isSecure(request) ? "https://" : "http://") + host);
  }
}
