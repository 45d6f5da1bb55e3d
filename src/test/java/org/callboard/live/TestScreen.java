package org.callboard.live;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A screen made of the JDK's own WebSocket client, so that server and client share no code. */
public final class TestScreen implements WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 15;

  /** A message with the instant at which it was here. */
  public record Heard(JsonObject json, Instant at) {}

  /** How the line ended. */
  public record Closed(int code, String reason) {}

  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closed> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  private TestScreen(int port, String header, String value) {
    WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
    if (!value.isEmpty()) {
      builder.header(header, value);
    }
    socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), this).join();
  }

  public static TestScreen open(int port) {
    return open(port, "");
  }

  public static TestScreen open(int port, String origin) {
    return new TestScreen(port, "Origin", origin);
  }

  /** A screen whose line comes through a proxy that names its address. */
  static TestScreen openFrom(int port, String address) {
    return new TestScreen(port, "X-Forwarded-For", address);
  }

  public TestScreen subscribe(String... topics) {
    JsonArray wanted = new JsonArray();
    for (String topic : topics) {
      wanted.add(topic);
    }
    return say(new JsonObject().put("type", "subscribe").put("topics", wanted).encode());
  }

  /** Subscribes as a page does that says who it is. */
  public TestScreen subscribeAs(String screen, String role, String... topics) {
    JsonObject subscribe =
        new JsonObject()
            .put("type", "subscribe")
            .put("topics", new JsonArray(List.of(topics)))
            .put("screen", screen.isEmpty() ? null : screen)
            .put("role", role)
            .put("lang", "en");
    return say(subscribe.encode()).heardOut();
  }

  /** Subscribes as a paired screen does, with what may be its secret. */
  TestScreen subscribePaired(String screen, String secret, String... topics) {
    JsonObject subscribe =
        new JsonObject()
            .put("type", "subscribe")
            .put("topics", new JsonArray(List.of(topics)))
            .put("screen", screen)
            .put("secret", secret)
            .put("role", "lobby");
    return say(subscribe.encode()).heardOut();
  }

  /** Says that it has painted a revision, and waits until that was heard. */
  public TestScreen painted(long revision) {
    JsonObject painted = new JsonObject().put("type", "painted").put("revision", revision);
    return say(painted.put("paintedAt", 1).encode()).heardOut();
  }

  /** Waits until the server has heard everything that was said. */
  public TestScreen heardOut() {
    say("{\"type\":\"time\",\"t0\":1}").next("time");
    return this;
  }

  /** The types of all that came until everything that was said has been answered. */
  List<String> heardBeforeTime() {
    List<String> types = new ArrayList<>();
    say("{\"type\":\"time\",\"t0\":2}");
    next(
        message -> {
          types.add(message.json().getString("type"));
          return message.json().getString("type").equals("time")
              && message.json().getDouble("t0") == 2;
        });
    return types;
  }

  /** Goes away as a page does that is closed. */
  public void leave() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    closed();
  }

  public TestScreen say(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  /** Says something on a line that may have been closed meanwhile. */
  public void trySay(String text) {
    socket.sendText(text, true).exceptionally(closed -> null).join();
  }

  /** The next message of a type; others before it are passed over. */
  public Heard next(String type) {
    return next(message -> message.json().getString("type").equals(type));
  }

  public Heard next(Predicate<Heard> wanted) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      Heard message = poll();
      if (message != null && wanted.test(message)) {
        return message;
      }
    }
    throw new AssertionError("No such message came in " + PATIENCE_SECONDS + " s");
  }

  public Closed closed() {
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
