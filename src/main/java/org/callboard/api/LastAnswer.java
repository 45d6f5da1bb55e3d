package org.callboard.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * What a node that is about to end says with each answer: that it is the last on this connection
 * (RFC 9112 §9.6). So nobody asks on a connection that is being closed, and whoever asks again
 * comes to another node.
 */
record LastAnswer(Readiness readiness) implements Handler<RoutingContext> {

  @Override
  public void handle(RoutingContext context) {
    // Others ask for HTTP/2, which they do not get here.
    boolean becomesLine =
        "websocket".equalsIgnoreCase(context.request().getHeader(HttpHeaders.UPGRADE));
    if (readiness.isDraining() && !becomesLine) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    context.next();
  }
}
