package org.callboard.api;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How the API answers, and how it reads what stands in an address. */
final class Answers {

  private Answers() {}

  static void json(RoutingContext context, int status, JsonObject json) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cache-Control", "no-store")
        .end(json.toBuffer());
  }

  static void noContent(RoutingContext context) {
    context.response().setStatusCode(204).end();
  }

  /** An instant to the second, as answers that are no boards write it. */
  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /**
   * A whole number of the query.
   *
   * @throws IllegalArgumentException when it is none
   */
  static long whole(RoutingContext context, String name, long otherwise) {
    String text = context.queryParam(name).stream().findFirst().orElse("" + otherwise);
    if (!text.matches("\\d{1,15}")) {
      throw new IllegalArgumentException(
          "The parameter " + name + " is not readable; it takes a whole number from 0.");
    }
    return Long.parseLong(text);
  }
}
