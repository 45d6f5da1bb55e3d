package org.callboard.api;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is answered where no route answers: nothing is there, or not by this method, or it could not
 * be read, or it failed here. People are shown a page, programs a problem.
 */
record Refusals(Router router, PageRoutes pages) {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** Where programs ask. */
  private static final List<String> PROGRAMS = List.of("/api/", "/exports/", "/health/");

  void mount() {
    router.errorHandler(400, Refusals::malformed);
    router.errorHandler(404, this::unanswered);
    router.errorHandler(405, this::unanswered);
    router.errorHandler(500, this::failed);
  }

  /**
   * What is not even a request: its head is too long, or is none. The line ends with the answer.
   */
  static void unreadable(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    Problem problem =
        cause instanceof TooLongHttpLineException
            ? new Problem(414, "Address too long", "The address is too long; shorten its query.")
            : cause instanceof TooLongHttpHeaderException
                ? new Problem(431, "Headers too large", "The headers are too large; send fewer.")
                : Problem.malformed("This is no request of HTTP/1.1 (RFC 9112).");
    problem
        .answer(request.response(), new JsonObject())
        .onComplete(done -> request.connection().close());
  }

  private static void malformed(RoutingContext context) {
    Problem.malformed(
            "The address or its host could not be read; a % is followed by two hexadecimal digits"
                + " (RFC 3986).")
        .answer(context);
  }

  /** An address that is there for other methods says for which (RFC 9110 §15.5.6). */
  private void unanswered(RoutingContext context) {
    String method = context.request().method().name();
    Set<String> taken = taken(context.normalizedPath());
    if (taken.isEmpty() || taken.contains(method)) {
      missing(context);
      return;
    }
    String methods = String.join(", ", taken);
    context.response().putHeader(HttpHeaders.ALLOW, methods);
    new Problem(
            405,
            "Method not allowed",
            "This address does not take %s; it takes %s.".formatted(method, methods))
        .answer(context);
  }

  private Set<String> taken(String path) {
    Set<String> taken = new TreeSet<>();
    router.getRoutes().stream()
        .filter(route -> route.getPath() != null && route.methods() != null)
        .filter(route -> path.matches(route.getPath().replaceAll(":\\w+", "[^/]+") + "/?"))
        .forEach(route -> route.methods().stream().map(HttpMethod::name).forEach(taken::add));
    return taken;
  }

  private void missing(RoutingContext context) {
    if (isOfProgram(context)) {
      Problem.notFound(
              "Nothing is served at "
                  + context.normalizedPath()
                  + "; /api/openapi.yaml lists what is.")
          .answer(context);
    } else {
      pages.message(
          context,
          404,
          "Nothing is here",
          "The address may be mistyped. The rooms of this event are listed below.");
    }
  }

  private static boolean isOfProgram(RoutingContext context) {
    return PROGRAMS.stream().anyMatch(context.normalizedPath()::startsWith);
  }

  /**
   * An unreadable request is the asker's to mend; anything else is a fault of ours, said without
   * detail.
   */
  private void failed(RoutingContext context) {
    if (context.response().headWritten() || context.response().closed()) {
      return; // Whoever asked has gone, or has half an answer that no other can follow.
    }
    Throwable failure = context.failure();
    if (failure instanceof IllegalArgumentException malformed) {
      Problem.malformed(malformed.getMessage()).answer(context);
      return;
    }
    LOG.error("A request failed: path={}", HostRoutes.hidden(context.normalizedPath()), failure);
    if (isOfProgram(context)) {
      new Problem(500, "Internal error", "The request failed here; it was written to the log.")
          .answer(context);
    } else {
      pages.message(
          context, 500, "This page failed", "The fault was written down. The boards below go on.");
    }
  }
}
