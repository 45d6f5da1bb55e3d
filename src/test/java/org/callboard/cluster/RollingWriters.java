package org.callboard.cluster;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Organisers who change the day through one address at a steady pace, and ask again with the same
 * key until there is an answer. They count what they were answered.
 */
final class RollingWriters implements AutoCloseable {
  private static final List<String> SESSIONS =
      List.of("social-integration", "migrant-smuggling-and-human-trafficking", "closing-plenary");
  private static final int MOST_TRIES = 40;
  private static final long RETRY_MILLIS = 250;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final String url;
  private final String token;
  private final Duration pause;
  private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> answers = Collections.synchronizedMap(new TreeMap<>());
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicBoolean isEnding = new AtomicBoolean();

  RollingWriters(String url, String token, int count, Duration pause) {
    this.url = url;
    this.token = token;
    this.pause = pause;
    for (int i = 0; i < count; i++) {
      String name = "r" + i + "-" + System.nanoTime() + "-";
      Thread thread = new Thread(() -> write(name), "rolling-writer-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void write(String name) {
    for (int i = 0; !isEnding.get(); i++) {
      attempts.add(attempt(name + i, SESSIONS.get(i % SESSIONS.size()), i / 3 % 2 == 0 ? 5 : -5));
      sleep(pause.toMillis());
    }
  }

  private Attempt attempt(String key, String session, int minutes) {
    String change =
        "{\"type\":\"delay\",\"session\":\"%s\",\"minutes\":%d,\"ripple\":\"none\"}"
            .formatted(session, minutes);
    long began = System.nanoTime();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      long revision = ask(key, change);
      if (revision > 0) {
        return new Attempt(key, began, System.nanoTime(), revision, false);
      }
      sleep(RETRY_MILLIS);
    }
    return new Attempt(key, began, System.nanoTime(), 0, false);
  }

  private long ask(String key, String change) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/changes"))
            .timeout(Duration.ofSeconds(15))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(change))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      count(answer);
      return answer.statusCode() == 201 ? new JsonObject(answer.body()).getLong("revision") : 0;
    } catch (IOException none) {
      answers.merge("no answer", 1, Integer::sum);
      return 0;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void count(HttpResponse<String> answer) {
    boolean isOurs = answer.headers().firstValue("Content-Type").orElse("").contains("json");
    String title =
        isOurs ? new JsonObject(answer.body()).getString("title", "") : "of the balancer";
    answers.merge((answer.statusCode() + " " + title).trim(), 1, Integer::sum);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  List<Attempt> attempts() {
    synchronized (attempts) {
      return List.copyOf(attempts);
    }
  }

  /** How often each status was answered, with its title. */
  Map<String, Integer> answers() {
    return new TreeMap<>(answers);
  }

  /** Ends them, each after its last change. */
  @Override
  public void close() {
    isEnding.set(true);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    }
  }
}
