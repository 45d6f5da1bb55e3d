package org.callboard.cluster;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Organisers who ask for changes as fast as they are answered, each at a node by chance. Where no
 * answer comes, they ask again with the same key, perhaps elsewhere, as the console does.
 */
final class Writers implements AutoCloseable {
  private static final List<String> SESSIONS =
      List.of("social-integration", "migrant-smuggling-and-human-trafficking", "closing-plenary");
  private static final int MOST_TRIES = 4;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

  /** Longer than a node takes to answer, whatever has become of its database. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Function<Random, String> node;
  private final String token;
  private final Duration pause;
  private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> refusalMillis = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean isEnding;

  /**
   * Writers who begin at once.
   *
   * @param node gives the address of one to ask
   * @param pause after each answer
   */
  Writers(int count, long seed, Function<Random, String> node, String token, Duration pause) {
    this.node = node;
    this.token = token;
    this.pause = pause;
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed * 31 + i);
      String name = "w" + i + "-" + seed + "-";
      Thread thread = new Thread(() -> write(name, random), "writer-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void write(String name, Random random) {
    for (int i = 0; !isEnding; i++) {
      attempts.add(attempt(name + i, change(random), () -> node.apply(random)));
      pause(pause);
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static String change(Random random) {
    String session = SESSIONS.get(random.nextInt(SESSIONS.size()));
    int minutes = random.nextBoolean() ? 5 : -5;
    String ripple = random.nextInt(4) == 0 ? "room" : "none";
    return new JsonObject()
        .put("type", "delay")
        .put("session", session)
        .put("minutes", minutes)
        .put("ripple", ripple)
        .encode();
  }

  /** Asks a node for one more change, and then whichever comes next until there is an answer. */
  void ask(String key, String change, List<String> urls) {
    Deque<String> next = new ArrayDeque<>(urls);
    attempts.add(
        attempt(key, change, () -> next.size() > 1 ? next.removeFirst() : next.getFirst()));
  }

  private Attempt attempt(String key, String change, Supplier<String> next) {
    long began = System.nanoTime();
    boolean isRefused = true;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Answer answer = ask(next.get(), key, change);
      if (answer.status() == 201) {
        long revision = answer.json().getLong("revision");
        return new Attempt(key, began, System.nanoTime(), revision, false);
      }
      isRefused &= answer.isRefusal();
      if (answer.status() == 422 || isEnding) {
        break;
      }
      pause(BETWEEN_TRIES);
    }
    return new Attempt(key, began, System.nanoTime(), 0, isRefused);
  }

  private record Answer(int status, JsonObject json) {
    /** Nobody was there to be asked. */
    static final Answer UNASKED = new Answer(-1, new JsonObject());

    /** It was asked, and the answer stayed out. */
    static final Answer NONE = new Answer(0, new JsonObject());

    /** Whether it says that nothing was saved, and not only that nobody knows. */
    boolean isRefusal() {
      String detail = json.getString("detail", "");
      return this == UNASKED
          || status == 422
          || detail.startsWith("It was not saved")
          || detail.endsWith("nothing was changed.");
    }
  }

  private Answer ask(String url, String key, String change) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/changes"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(change))
            .build();
    long began = System.nanoTime();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 503) {
        refusalMillis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
      }
      return new Answer(answer.statusCode(), new JsonObject(answer.body()));
    } catch (ConnectException | HttpConnectTimeoutException unasked) {
      return Answer.UNASKED;
    } catch (IOException | InterruptedException none) {
      return Answer.NONE;
    }
  }

  /** What was attempted so far. */
  List<Attempt> attempts() {
    synchronized (attempts) {
      return List.copyOf(attempts);
    }
  }

  /** How long each answer took that the database could not be asked, from the shortest. */
  List<Long> refusalMillis() {
    synchronized (refusalMillis) {
      return refusalMillis.stream().sorted().toList();
    }
  }

  long acknowledged() {
    return attempts().stream().filter(Attempt::isAcknowledged).count();
  }

  /** Ends them, each after its last answer. */
  @Override
  public void close() {
    isEnding = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }
}
