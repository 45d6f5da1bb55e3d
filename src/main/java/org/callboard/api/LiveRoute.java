package org.callboard.api;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import org.callboard.live.LiveChannel;

/** The upgrade to the live channel: can it, may it, then the socket. */
final class LiveRoute {
  private final LiveChannel channel;
  private final Connections connections;
  private final Sender sender;

  LiveRoute(LiveChannel channel, Connections connections, Sender sender) {
    this.channel = channel;
    this.connections = connections;
    this.sender = sender;
  }

  void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    String address = sender.address(request);
    if (!asksForUpgrade(request)) {
      context.response().putHeader(HttpHeaders.UPGRADE, "websocket"); // RFC 9110 §15.5.22
      new Problem(426, "Upgrade required", "/live speaks WebSocket (RFC 6455).").answer(context);
    } else if (!Origins.mayListen(request)) {
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
          .onSuccess(socket -> open(request.connection(), socket, address))
          .onFailure(refused -> connections.release(address));
    }
  }

  private void open(HttpConnection connection, ServerWebSocket socket, String address) {
    channel.accept(connection, socket, address, () -> connections.release(address));
  }

  private static boolean asksForUpgrade(HttpServerRequest request) {
    String upgrade = request.getHeader(HttpHeaders.UPGRADE);
    return upgrade != null && upgrade.toLowerCase(Locale.ROOT).equals("websocket");
  }
}
