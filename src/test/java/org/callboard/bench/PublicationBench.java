package org.callboard.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.TestNode;

/**
 * How long it takes from an organiser's tap to the newest board on every screen: a server of its
 * own process, screens over real sockets, one change after the other. The time is from sending the
 * request to the receipt of the board with its revision, on one clock. Arguments: screens (500),
 * changes (20).
 */
public final class PublicationBench {
  private static final String SESSION = "migrant-smuggling-and-human-trafficking";
  private static final int CONNECTING_AT_ONCE = 50;

  private record Round(long begun, ConcurrentLinkedQueue<Long> nanos, CountDownLatch missing) {}

  private final AtomicReference<Round> round = new AtomicReference<>();

  private PublicationBench() {}

  public static void main(String[] args) throws Exception {
    int screens = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int changes = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    Path data = Files.createTempDirectory("callboard-bench");
    Vertx vertx = Vertx.vertx();
    try (ChildServer server = ChildServer.start(data)) {
      new PublicationBench().run(vertx, server, screens, changes);
    }
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void run(Vertx vertx, ChildServer server, int screens, int changes) throws Exception {
    connect(vertx, server, screens);
    Organiser organiser = Organiser.login(server.url(), "organiser", TestNode.PASSWORD);
    ConcurrentLinkedQueue<Long> all = new ConcurrentLinkedQueue<>();
    for (int i = -3; i < changes; i++) { // the first three warm up
      Round next =
          new Round(System.nanoTime(), new ConcurrentLinkedQueue<>(), new CountDownLatch(screens));
      round.set(next);
      organiser.change("{'type':'edit','session':'" + SESSION + "','title':'Round " + i + "'}");
      if (!next.missing().await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Screens were not told: " + next.missing().getCount());
      }
      if (i >= 0) {
        all.addAll(next.nanos());
      }
    }
    print(screens, changes, all);
  }

  private void connect(Vertx vertx, ChildServer server, int screens) throws Exception {
    String[] address = server.url().substring("http://".length()).split(":");
    WebSocketConnectOptions to =
        new WebSocketConnectOptions()
            .setHost(address[0])
            .setPort(Integer.parseInt(address[1]))
            .setURI("/live");
    WebSocketClient client =
        vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(screens));
    for (int begun = 0; begun < screens; begun += CONNECTING_AT_ONCE) {
      CountDownLatch ready = new CountDownLatch(Math.min(CONNECTING_AT_ONCE, screens - begun));
      for (long i = ready.getCount(); i > 0; i--) {
        client.connect(to).onSuccess(socket -> watch(socket, ready));
      }
      if (!ready.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Screens could not connect: " + ready.getCount());
      }
    }
  }

  private void watch(WebSocket socket, CountDownLatch ready) {
    socket.textMessageHandler(
        text -> {
          long now = System.nanoTime();
          if (text.startsWith("{\"type\":\"board\"")) {
            heard(now, ready);
          }
        });
    socket.writeTextMessage(
        new JsonObject()
            .put("type", "subscribe")
            .put("topics", new io.vertx.core.json.JsonArray().add("room:alcazar"))
            .encode());
  }

  private void heard(long now, CountDownLatch ready) {
    Round current = round.get();
    if (current == null) {
      ready.countDown();
    } else {
      current.nanos().add(now - current.begun());
      current.missing().countDown();
    }
  }

  private static void print(int screens, int changes, ConcurrentLinkedQueue<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d screens, %d changes: tap to board p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        screens,
        changes,
        sorted[sorted.length / 2] / 1e6,
        sorted[(int) (sorted.length * 0.99)] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }
}
