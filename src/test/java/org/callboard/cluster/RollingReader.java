package org.callboard.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who opens a door's page again and again, and counts how it went. */
final class RollingReader implements AutoCloseable {
  private static final long PAUSE_MILLIS = 50;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpRequest request;
  private final Map<String, Integer> answers = Collections.synchronizedMap(new TreeMap<>());
  private final Thread thread = new Thread(this::read, "rolling-reader");
  private volatile long longestMillis;
  private volatile boolean isEnding;

  RollingReader(String url, String path) {
    request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(20)).build();
    thread.start();
  }

  private void read() {
    try {
      while (!isEnding) {
        long began = System.nanoTime();
        answers.merge(answer(), 1, Integer::sum);
        longestMillis = Math.max(longestMillis, (System.nanoTime() - began) / 1_000_000);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private String answer() throws InterruptedException {
    try {
      return "" + client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException none) {
      return "no answer";
    }
  }

  /** How often each status was answered. */
  Map<String, Integer> answers() {
    return new TreeMap<>(answers);
  }

  long longestMillis() {
    return longestMillis;
  }

  @Override
  public void close() {
    isEnding = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
