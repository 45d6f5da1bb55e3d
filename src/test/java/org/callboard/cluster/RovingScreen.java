package org.callboard.cluster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * A screen that is never content without a line: when the one that it has ends, or says nothing for
 * as long as a display waits, it takes the next node's. It keeps what it was told.
 */
final class RovingScreen implements AutoCloseable {
  private static final Duration SILENT = Duration.ofSeconds(25); // as webroot/display/line.js
  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final long RETRY_MILLIS = 250;

  /**
   * A time without a board that is kept up to date.
   *
   * @param lost when the line was known to be gone, in nanoseconds of the monotonic clock
   * @param back when the first board was here on the next
   */
  record Gap(long lost, long back) {
    Duration length() {
      return Duration.ofNanos(back - lost);
    }
  }

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTING).build();
  private final IntFunction<String> node;
  private final int nodes;
  private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
  private final List<Gap> gaps = Collections.synchronizedList(new ArrayList<>());
  private final Thread thread;
  private volatile boolean isEnding;
  private volatile Line line;

  /**
   * A screen that begins at once.
   *
   * @param node gives the address of each of the nodes by its number
   */
  RovingScreen(int number, int nodes, IntFunction<String> node) {
    this.node = node;
    this.nodes = nodes;
    this.thread = new Thread(() -> rove(number), "screen-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  private void rove(int number) {
    long lost = System.nanoTime();
    int connection = 0;
    try {
      for (int at = number; !isEnding; at++) {
        Line next = new Line(connection + 1, lost);
        if (next.open(node.apply(at % nodes))) {
          connection++;
          line = next;
          next.awaitEnd();
          lost = System.nanoTime();
        } else {
          Thread.sleep(RETRY_MILLIS);
        }
      }
    } catch (InterruptedException ending) {
      // It was asked to end.
    }
  }

  List<Told> told() {
    synchronized (told) {
      return List.copyOf(told);
    }
  }

  List<Gap> gaps() {
    synchronized (gaps) {
      return List.copyOf(gaps);
    }
  }

  /** Of each room, what it was told last on the line that it has. */
  List<Told> newestBoards() {
    Line present = line;
    Map<String, Told> newest = new LinkedHashMap<>();
    told().stream()
        .filter(each -> present != null && each.connection() == present.connection)
        .filter(each -> each.topic().startsWith("room:"))
        .forEach(each -> newest.put(each.topic(), each));
    return List.copyOf(newest.values());
  }

  @Override
  public void close() {
    isEnding = true;
    thread.interrupt();
    Line present = line;
    if (present != null) {
      present.socket.abort();
    }
  }

  /** One connection to one node. */
  private final class Line implements WebSocket.Listener {
    private final int connection;
    private final long lostBefore;
    private final CountDownLatch end = new CountDownLatch(1);
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private boolean hasBoard;
    private volatile long heardAt = System.nanoTime();

    Line(int connection, long lostBefore) {
      this.connection = connection;
      this.lostBefore = lostBefore;
    }

    boolean open(String url) throws InterruptedException {
      URI live = URI.create(url.replaceFirst("http", "ws") + "/live");
      JsonObject subscribe =
          new JsonObject().put("type", "subscribe").put("topics", new JsonArray().add("*"));
      try {
        socket =
            client
                .newWebSocketBuilder()
                .connectTimeout(CONNECTING)
                .buildAsync(live, this)
                .get(CONNECTING.toMillis(), TimeUnit.MILLISECONDS);
        socket.sendText(subscribe.encode(), true);
        return true;
      } catch (java.util.concurrent.ExecutionException
          | java.util.concurrent.TimeoutException gone) {
        return false;
      }
    }

    void awaitEnd() throws InterruptedException {
      while (!end.await(100, TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - heardAt > SILENT.toNanos()) {
          socket.abort();
          return;
        }
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        hear(new JsonObject(partial.toString()));
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    private void hear(JsonObject message) {
      heardAt = System.nanoTime();
      if (message.containsKey("revision") && end.getCount() > 0) {
        Told heard = Told.of(connection, message);
        told.add(heard);
        if (!hasBoard && !heard.sessions().isEmpty()) {
          hasBoard = true;
          gaps.add(new Gap(lostBefore, heardAt));
        }
      }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end.countDown();
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end.countDown();
    }
  }
}
