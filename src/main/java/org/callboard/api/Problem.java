package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A refusal that a person can act on, as {@code application/problem+json} (RFC 9457). */
record Problem(int status, String title, String detail) {

  static Problem malformed(String detail) {
    return new Problem(400, "Malformed request", detail);
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  void answer(RoutingContext context) {
    answer(context, new JsonObject());
  }

  /** With members of its own beside those of RFC 9457, section 3.2. */
  void answer(RoutingContext context, JsonObject more) {
    answer(context.response(), more);
  }

  Future<Void> answer(HttpServerResponse response, JsonObject more) {
    JsonObject body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail)
            .mergeIn(more);
    return response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(body.encode());
  }
}
