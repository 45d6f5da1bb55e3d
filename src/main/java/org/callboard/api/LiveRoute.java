package org.callboard.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import org.callboard.live.LiveChannel;

/** The upgrade to the live channel: can it, may it, then the socket. */
final class LiveRoute {
  private final LiveChannel channel;
  private final Connections connections;

  LiveRoute(LiveChannel channel, Connections connections) {
    this.channel = channel;
    this.connections = connections;
  }

  void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String address = request.remoteAddress().hostAddress();
    if (!asksForUpgrade(request)) {
      new Problem(426, "Upgrade required", "/live speaks WebSocket (RFC 6455).").answer(context);
    } else if (!isOfThisOrigin(request)) {
      new Problem(403, "Foreign origin", "A page of another origin may not open the live channel.")
          .answer(context);
    } else if (!connections.take(address)) {
      context.response().putHeader("Retry-After", "30");
      new Problem(
              429, "Too many connections", "This address holds as many live connections as it may.")
          .answer(context);
    } else {
      request
          .toWebSocket()
          .onSuccess(socket -> open(socket, address))
          .onFailure(refused -> connections.release(address));
    }
  }

  private void open(ServerWebSocket socket, String address) {
    channel.accept(socket, () -> connections.release(address));
  }

  private static boolean asksForUpgrade(HttpServerRequest request) {
    String upgrade = request.getHeader(HttpHeaders.UPGRADE);
    return upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
  }

  /** RFC 6455 §10.2: a browser always sends its origin; other clients need not. */
  private static boolean isOfThisOrigin(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return true;
    }
    try {
      return request
          .getHeader(HttpHeaders.HOST)
          .equalsIgnoreCase(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
