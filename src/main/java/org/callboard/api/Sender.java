package org.callboard.api;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request came from and how.
 *
 * @param trustsProxy whether all requests come through a proxy of ours, whose X-Forwarded-For and
 *     X-Forwarded-Proto are believed; of what they list, only the last was written by that proxy
 */
record Sender(boolean trustsProxy) {

  String address(HttpServerRequest request) {
    return forwarded(request, "X-Forwarded-For")
        .orElseGet(() -> request.remoteAddress().hostAddress());
  }

  boolean isSecure(HttpServerRequest request) {
    return request.isSSL()
        || forwarded(request, "X-Forwarded-Proto")
            .filter(proto -> proto.toLowerCase(Locale.ROOT).equals("https"))
            .isPresent();
  }

  private Optional<String> forwarded(HttpServerRequest request, String header) {
    if (!trustsProxy || !request.headers().contains(header)) {
      return Optional.empty();
    }
    String all = String.join(",", request.headers().getAll(header));
    return Optional.of(all.substring(all.lastIndexOf(',') + 1).strip())
        .filter(last -> !last.isEmpty());
  }
}
