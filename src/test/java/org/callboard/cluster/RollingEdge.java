package org.callboard.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;

/**
 * Phones that ask for a board every two seconds through the cache that docs/cluster.md prints,
 * while the day changes: how many of their requests reach the nodes, and how old what they hear is.
 * By hand: phones (400), seconds (20).
 */
public final class RollingEdge {
  private static final Pattern COUNT =
      Pattern.compile("(?m)^callboard_http_requests_total\\{route=\"/api/boards/.*} (\\S+)$");
  private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");
  private static final long PACE_MILLIS = 2_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final long end;
  private final List<Long> lateMillis = Collections.synchronizedList(new ArrayList<>());
  private volatile long[] publishedAt = new long[0];
  private volatile long asked;

  private RollingEdge(String url, int seconds) {
    this.url = url;
    this.end = System.nanoTime() + seconds * 1_000_000_000L;
  }

  public static void main(String[] args) throws InterruptedException {
    int phones = args.length > 0 ? Integer.parseInt(args[0]) : 400;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    try (RollingCluster cluster = new RollingCluster()) {
      cluster.node(0).start();
      cluster.node(1).start();
      try (RollingBalancer balancer = RollingBalancer.start("nginx", cluster.ports())) {
        new RollingEdge(balancer.url(), seconds).run(cluster, phones, seconds);
      }
    }
    System.exit(0);
  }

  private void run(RollingCluster cluster, int phones, int seconds) throws InterruptedException {
    Organiser organiser = Organiser.login(url, "organiser", TestNode.PASSWORD);
    double before = reached(cluster);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < phones; i++) {
      long offset = i * PACE_MILLIS / phones;
      threads.add(new Thread(() -> ask(offset)));
    }
    threads.forEach(Thread::start);
    long[] at = new long[1_000];
    publishedAt = at;
    for (int i = 0; System.nanoTime() < end - 2_000_000_000L; i++) {
      long revision = delay(organiser, i % 2 == 0 ? 5 : -5);
      at[(int) revision] = System.nanoTime();
      publishedAt = at;
      RollingRestart.pause(2_500);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    List<Long> late = lateMillis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%d phones, %d s: %d requests, %.0f reached the nodes; a change was heard ms p50 %d max %d later%n",
        phones,
        seconds,
        asked,
        reached(cluster) - before,
        late.get(late.size() / 2),
        late.get(late.size() - 1));
  }

  private static long delay(Organiser organiser, int minutes) {
    return organiser
        .change(
            "{'type':'delay','session':'social-integration','ripple':'none','minutes':"
                + minutes
                + "}")
        .revision();
  }

  private void ask(long offset) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/boards/alcazar"))
            .timeout(Duration.ofSeconds(10))
            .build();
    long known = 0;
    try {
      Thread.sleep(offset);
      while (System.nanoTime() < end) {
        known =
            Math.max(
                known, heard(client.send(request, HttpResponse.BodyHandlers.ofString()), known));
        Thread.sleep(PACE_MILLIS);
      }
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private synchronized long heard(HttpResponse<String> answer, long known) {
    asked++;
    Matcher found = REVISION.matcher(answer.body());
    if (answer.statusCode() != 200 || !found.find()) {
      throw new IllegalStateException("Not answered: status=" + answer.statusCode());
    }
    long revision = Long.parseLong(found.group(1));
    if (known > 0 && revision > known && publishedAt[(int) revision] > 0) {
      lateMillis.add((System.nanoTime() - publishedAt[(int) revision]) / 1_000_000);
    }
    return revision;
  }

  /** Requests for a board that any node has answered. */
  private static double reached(RollingCluster cluster) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      Matcher found = COUNT.matcher(cluster.node(i).get("/metrics").body());
      while (found.find()) {
        sum += Double.parseDouble(found.group(1));
      }
    }
    return sum;
  }
}
