package org.callboard.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A screen made of the JDK's own WebSocket client, so that server and client share no code. */
final class TestScreen implements WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 15;

  /** A message with the instant at which it was here. */
  record Heard(JsonObject json, Instant at) {}

  /** How the line ended. */
  record Closed(int code, String reason) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private TestScreen(int port, String origin) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!origin.isEmpty()) {
      builder.header("Origin", origin);
    }
    socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), this).join();
  }

  static TestScreen open(int port) {
    return new TestScreen(port, "");
  }

  static TestScreen open(int port, String origin) {
    return new TestScreen(port, origin);
  }

  TestScreen subscribe(String... topics) {
    JsonArray wanted = new JsonArray();
    for (String topic : topics) {
      wanted.add(topic);
    }
    return say(new JsonObject().put("type", "subscribe").put("topics", wanted).encode());
  }

  TestScreen say(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /** The next message of a type; others before it are passed over. */
  Heard next(String type) {
    return next(message -> message.json().getString("type").equals(type));
  }

  Heard next(Predicate<Heard> wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      Heard message = poll();
      if (message != null && wanted.test(message)) {
        return message;
      }
    }
    throw new AssertionError("No such message came in " + PATIENCE_SECONDS + " s");
  }

  Closed closed() {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception open) {
      throw new AssertionError("The line was not closed", open);
    }
  }

  private Heard poll() {
    try {
      return heard.poll(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      heard.add(new Heard(new JsonObject(partial.toString()), Instant.now()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(new Closed(code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(new Closed(1006, error.toString()));
  }
}
