package org.callboard.cluster;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Door screens that come back by the rule of the real ones (line.js), and remember what they hold
 * and for how long they were without a line.
 */
final class RollingScreens implements AutoCloseable {
  private static final long FIRST_RETRY_MILLIS = 1_000;
  private static final long LONGEST_RETRY_MILLIS = 4_500;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(6);
  private static final List<String> ROOMS = List.of("alcazar", "auditorium", "dijlezaal");
  private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");
  private static final Pattern REST = Pattern.compile("\"retryAfter\":(\\d+)");

  private final URI line;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Random random = new Random(11);
  private final List<Long> gaps = Collections.synchronizedList(new ArrayList<>());
  private final List<Screen> screens;
  private volatile boolean isEnding;

  RollingScreens(int port, int count) {
    line = URI.create("ws://127.0.0.1:" + port + "/live");
    screens = IntStream.range(0, count).mapToObj(Screen::new).toList();
    screens.forEach(Screen::connect);
  }

  /** How many have a line and the board. */
  long held() {
    return screens.stream().filter(screen -> screen.holds).count();
  }

  boolean allHold() {
    return held() == screens.size();
  }

  /** How many have heard of a revision, or of a later one. */
  long know(long revision) {
    return screens.stream().filter(screen -> screen.revision >= revision).count();
  }

  /** The boards that screens of one room hold, but for the revision in which it came to them. */
  Set<String> boards(String room) {
    return screens.stream()
        .filter(screen -> screen.room().equals(room))
        .map(screen -> screen.board.substring(screen.board.indexOf("\"frames\"")))
        .map(board -> board.substring(0, board.lastIndexOf("\"frame\"")))
        .collect(Collectors.toSet());
  }

  /** Whether all screens of a room hold the same board. */
  boolean areAlike() {
    return ROOMS.stream().allMatch(room -> boards(room).size() == 1);
  }

  static List<String> rooms() {
    return ROOMS;
  }

  /** Milliseconds from each loss of a line until the board was there again, in order. */
  List<Long> gaps() {
    synchronized (gaps) {
      return gaps.stream().sorted().toList();
    }
  }

  /** Forgets the gaps so far. */
  void count() {
    gaps.clear();
  }

  /** One screen; its socket's callbacks come one after the other. */
  private final class Screen implements WebSocket.Listener {
    private final int number;
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private long restMillis;
    private long retryMillis = FIRST_RETRY_MILLIS;
    private long lostAt = System.nanoTime();
    private boolean isNew = true;
    private volatile boolean holds;
    private volatile long revision;
    private volatile String board = "";

    Screen(int number) {
      this.number = number;
    }

    String room() {
      return ROOMS.get(number % ROOMS.size());
    }

    void connect() {
      client
          .newWebSocketBuilder()
          .connectTimeout(LONGEST_CALL)
          .buildAsync(line, this)
          .orTimeout(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS)
          .whenComplete(this::opened);
    }

    private void opened(WebSocket opened, Throwable failure) {
      if (failure != null) {
        callLater();
        return;
      }
      socket = opened;
      opened.sendText(
          "{\"type\":\"subscribe\",\"topics\":[\"venue\",\"room:%s\"],\"role\":\"door\",\"screen\":\"Door %d\"}"
              .formatted(room(), number),
          true);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
      partial.append(text);
      if (isLast) {
        hear(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }

    private void hear(String message) {
      retryMillis = FIRST_RETRY_MILLIS;
      Matcher found = REVISION.matcher(message);
      if (found.find()) {
        revision = Long.parseLong(found.group(1));
      }
      if (message.startsWith("{\"type\":\"board\"")) {
        board = message;
        back();
      } else if (message.startsWith("{\"type\":\"bye\"")) {
        Matcher rest = REST.matcher(message);
        rest.find();
        restMillis = Long.parseLong(rest.group(1));
        retryMillis = Math.max(FIRST_RETRY_MILLIS, restMillis);
      }
    }

    private void back() {
      if (!holds) {
        holds = true;
        if (!isNew) {
          gaps.add((System.nanoTime() - lostAt) / 1_000_000);
        }
        isNew = false;
      }
    }

    private void lost() {
      if (holds) {
        holds = false;
        lostAt = System.nanoTime();
      }
      partial.setLength(0);
      callLater();
    }

    private void callLater() {
      if (isEnding) {
        return;
      }
      long millis = restMillis + (long) (random.nextDouble() * retryMillis);
      timer.schedule(this::connect, millis, TimeUnit.MILLISECONDS);
      restMillis = 0;
      retryMillis = Math.min(LONGEST_RETRY_MILLIS, retryMillis * 2);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket closed, int code, String reason) {
      lost();
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket broken, Throwable failure) {
      lost();
    }
  }

  @Override
  public void close() {
    isEnding = true;
    timer.shutdownNow();
    screens.stream().filter(screen -> screen.socket != null).forEach(each -> each.socket.abort());
  }
}
