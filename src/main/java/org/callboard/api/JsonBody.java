package org.callboard.api;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of a request, read as one strict JSON object of a bounded size; anything else is
 * answered here and goes no further.
 */
final class JsonBody {
  /** Reads a body of a few fields. */
  static final Handler<RoutingContext> SMALL = reading(8 * 1024);

  /** How much of a refused body is let run out, so that the asker still reads the refusal. */
  private static final int MOST_WASTE = 1024 * 1024;

  private final RoutingContext context;
  private final int mostBytes;
  private final Buffer body = Buffer.buffer();
  private long received;

  private JsonBody(RoutingContext context, int mostBytes) {
    this.context = context;
    this.mostBytes = mostBytes;
  }

  /** Reads the body and goes on to the next handler, which finds it by {@link #of}. */
  static Handler<RoutingContext> reading(int mostBytes) {
    return context -> new JsonBody(context, mostBytes).read();
  }

  /** The body that was read for this request. */
  static JsonObject of(RoutingContext context) {
    JsonObject json = context.get(JsonBody.class.getName());
    if (json == null) {
      throw new IllegalStateException("No body was read: path=" + context.normalizedPath());
    }
    return json;
  }

  private void read() {
    HttpServerRequest request = context.request();
    if (!isJson(Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_TYPE)))) {
      new Problem(
              415, "Unsupported media type", "Send JSON in UTF-8: Content-Type: application/json")
          .answer(context);
    }
    request.handler(this::take).endHandler(end -> finish());
    request.resume();
  }

  private static boolean isJson(Optional<String> contentType) {
    String[] parts = contentType.orElse("").toLowerCase(Locale.ROOT).replace("\"", "").split(";");
    boolean isUtf8 = true;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      isUtf8 &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
    }
    return isUtf8 && parts[0].strip().equals("application/json");
  }

  private void take(Buffer chunk) {
    received += chunk.length();
    if (received > (long) mostBytes + MOST_WASTE) {
      context.request().connection().close();
    } else if (received <= mostBytes) {
      body.appendBuffer(chunk);
    } else if (!context.response().ended()) {
      new Problem(
              413,
              "Body too large",
              "The body is larger than the %d bytes that are taken here.".formatted(mostBytes))
          .answer(context);
    }
  }

  private void finish() {
    if (context.response().ended()) {
      return; // Refused before its end.
    }
    JsonObject json;
    try {
      json = StrictJson.object(body.getBytes());
    } catch (IllegalArgumentException malformed) {
      Problem.malformed(malformed.getMessage()).answer(context);
      return;
    }
    context.put(JsonBody.class.getName(), json).next();
  }
}
