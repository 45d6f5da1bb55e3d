package org.callboard.api;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * The address under which a request has found this server, such as {@code https://example.org}; the
 * asker says it, so it is used only for links in the answer to that asker.
 */
record Home(Sender sender) {
  private static final Pattern AUTHORITY =
      Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

  /** Empty where the request names no host that could be one. */
  String of(HttpServerRequest request) {
    String authority = request.authority() == null ? "" : request.authority().toString();
    String scheme = sender.isSecure(request) ? "https://" : "http://";
    return AUTHORITY.matcher(authority).matches() ? scheme + authority : "";
  }
}
