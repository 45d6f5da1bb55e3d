package org.callboard.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.clock.Moment;
import org.callboard.wire.ScreenMessage;
import org.callboard.wire.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A virtual screen of the node's own. Now and then it opens the live channel as every screen does,
 * looks whether the newest state comes first, and waits for a probe that goes the way of a
 * takeover: from the event bus over an event loop and a socket. No other screen is sent the probe.
 * All its state is owned by its event loop.
 *
 * <p>Each node of a cluster tests itself, since it is the way through that node that is tested: one
 * test for all of them would say nothing of the others.
 */
public final class SelfTest extends VerticleBase {
  static final long EVERY_MILLIS = 60_000;
  static final long AGAIN_MILLIS = 5_000; // after a failure

  /** After a start, when whoever waits for the node has been answered. */
  public static final Duration SOON = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);
  private static final long PATIENCE_SECONDS = 5;
  private static final int LARGEST_VENUE = 4 * 1024 * 1024;

  private final Scripts scripts;
  private final Supplier<Moment> time;
  private final WebSocketConnectOptions way;
  private final Duration first;
  private final Consumer<SelfTestResult> heard;

  private WebSocketClient client;
  private SelfTestResult last = SelfTestResult.NONE;

  /**
   * A self-test of the node that listens at an address.
   *
   * @param first how long after its start it tests for the first time by itself
   * @param heard is told of every run, on the event loop
   */
  public SelfTest(
      Scripts scripts,
      Supplier<Moment> time,
      String host,
      int port,
      Duration first,
      Consumer<SelfTestResult> heard) {
    this.scripts = scripts;
    this.time = time;
    this.way =
        new WebSocketConnectOptions()
            .setHost(reachable(host))
            .setPort(port)
            .setURI("/live")
            .setTimeout(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    this.first = first;
    this.heard = heard;
  }

  /** Who listens everywhere is reached at home. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "::1";
      default -> host;
    };
  }

  @Override
  public Future<?> start() {
    client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(LARGEST_VENUE)
                .setMaxMessageSize(LARGEST_VENUE)
                .setConnectTimeout((int) PATIENCE_SECONDS * 1_000));
    later(first.toMillis());
    return Future.succeededFuture();
  }

  private void later(long millis) {
    vertx.setTimer(
        millis, due -> run().onSuccess(done -> later(done.isGood() ? EVERY_MILLIS : AGAIN_MILLIS)));
  }

  /** Tests the way once; the future never fails. Any thread may ask. */
  public Future<SelfTestResult> run() {
    Promise<SelfTestResult> done = Promise.promise();
    context.runOnContext(
        now ->
            travel().map(this::good).otherwise(this::bad).onSuccess(this::keep).onComplete(done));
    return done.future();
  }

  private SelfTestResult good(long nanos) {
    return SelfTestResult.good(time.get(), nanos);
  }

  private SelfTestResult bad(Throwable failure) {
    return last.failedAgain(time.get(), String.valueOf(failure.getMessage()));
  }

  private void keep(SelfTestResult result) {
    if (result.isAlarm() != last.isAlarm()) {
      LOG.warn(
          result.isAlarm()
              ? "A screen of this node's own gets nothing over the live channel: {}"
              : "A screen of this node's own is reached again. {}",
          result.why());
    }
    last = result;
    heard.accept(result);
  }

  /** How many nanoseconds a probe took. */
  private Future<Long> travel() {
    long expected = scripts.boards().revision();
    Promise<Long> arrived = Promise.promise();
    return client
        .connect(way)
        .compose(
            socket -> {
              new Traveller(socket, expected, arrived).subscribe();
              return arrived
                  .future()
                  .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .eventually(() -> socket.close());
            });
  }

  /** The screen at one end of one run. */
  private final class Traveller {
    private final WebSocket socket;
    private final long expected;
    private final Promise<Long> arrived;
    private final String id = UUID.randomUUID().toString();
    private boolean isAsked;
    private long sent;

    Traveller(WebSocket socket, long expected, Promise<Long> arrived) {
      this.socket = socket;
      this.expected = expected;
      this.arrived = arrived;
      socket.textMessageHandler(text -> hear(new JsonObject(text)));
      socket.closeHandler(closed -> arrived.tryFail("the line was closed"));
    }

    void subscribe() {
      socket.writeTextMessage(
          new JsonObject()
              .put("type", "subscribe")
              .put("topics", new JsonArray().add(Topic.VENUE))
              .put("role", ScreenMessage.SELF_TEST)
              .encode());
    }

    private void hear(JsonObject message) {
      switch (message.getString("type")) {
        case "venue" -> look(message);
        case "probe" -> arrive(message);
        default -> {} // ticks come to every screen
      }
    }

    private void look(JsonObject venue) {
      if (venue.getLong("revision") < expected) {
        arrived.tryFail("it was told an old state");
      } else if (!isAsked) {
        isAsked = true;
        sent = time.get().nanos();
        Cues.publish(vertx, new Cue.Probe(id));
      }
    }

    private void arrive(JsonObject probe) {
      if (probe.getString("id").equals(id)) {
        arrived.tryComplete(time.get().nanos() - sent);
      }
    }
  }
}
