package org.callboard.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.TestNode;
import org.callboard.cluster.TestCluster;
import org.callboard.live.TestScreen;

/**
 * Two nodes of a cluster, of which one is asked or both by half of the clients each, in turns: how
 * many changes and how many boards a second. Clients, nodes and PostgreSQL share this machine, so
 * the ratio says what a second node costs or gains here, and not what it would on a machine of its
 * own. Before that, one organiser at a time: how long from a change at one node until a screen of
 * the other has the board. Arguments: pairs (5), seconds of each (5), clients (16).
 */
public final class ThroughputBench {
  private static final List<String> SESSIONS =
      List.of("social-integration", "migrant-smuggling-and-human-trafficking", "closing-plenary");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> nodes;
  private final String token;
  private final long nanos;
  private final int clients;

  private ThroughputBench(List<String> nodes, String token, int seconds, int clients) {
    this.nodes = nodes;
    this.token = token;
    this.nanos = seconds * 1_000_000_000L;
    this.clients = clients;
  }

  public static void main(String[] args) throws InterruptedException {
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    int clients = args.length > 2 ? Integer.parseInt(args[2]) : 16;
    try (TestCluster cluster = new TestCluster(2)) {
      ChildServer one = cluster.start(0);
      ChildServer other = cluster.start(1);
      String token = Organiser.login(one.url(), "organiser", TestNode.PASSWORD).token();
      List<String> nodes = List.of(one.url(), other.url());
      for (int run = 0; run < pairs; run++) {
        latency(Organiser.bearing(one.url(), token), other.port());
      }
      ThroughputBench bench = new ThroughputBench(nodes, token, seconds, clients);
      bench.compare("changes", pairs, ThroughputBench::change);
      bench.compare("boards", pairs, ThroughputBench::read);
    }
    System.exit(0);
  }

  /** The middle, the 99th and the worst of a hundred. */
  private static void latency(Organiser organiser, int port) {
    TestScreen screen = TestScreen.open(port).subscribe("*");
    screen.next("board");
    double[] millis = new double[100];
    for (int i = 0; i < millis.length; i++) {
      Instant asked = Instant.now();
      long revision =
          organiser
              .change(
                  "{'type':'delay','session':'closing-plenary','ripple':'none','minutes':"
                      + (i % 2 == 0 ? 5 : -5)
                      + "}")
              .revision();
      TestScreen.Heard heard =
          screen.next(
              message ->
                  message.json().getString("type").equals("board")
                      && message.json().getLong("revision") >= revision);
      millis[i] = Duration.between(asked, heard.at()).toNanos() / 1e6;
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "change to a screen of the other node: ms p50 %.0f p99 %.0f worst %.0f%n",
        millis[50],
        millis[98],
        millis[99]);
    screen.leave();
  }

  private interface Ask {
    HttpRequest of(String node, String token, int number);
  }

  private static HttpRequest change(String node, String token, int number) {
    String change =
        "{\"type\":\"delay\",\"session\":\"%s\",\"minutes\":%d,\"ripple\":\"none\"}"
            .formatted(SESSIONS.get(number % SESSIONS.size()), number / 3 % 2 == 0 ? 5 : -5);
    return HttpRequest.newBuilder(URI.create(node + "/api/changes"))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(change))
        .build();
  }

  private static HttpRequest read(String node, String token, int number) {
    return HttpRequest.newBuilder(URI.create(node + "/api/boards")).build();
  }

  private void compare(String what, int pairs, Ask ask) throws InterruptedException {
    perSecond(1, ask); // warms both
    perSecond(2, ask);
    double[] ones = new double[pairs];
    double[] twos = new double[pairs];
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      boolean isOneFirst = i % 2 == 0;
      double first = perSecond(isOneFirst ? 1 : 2, ask);
      double second = perSecond(isOneFirst ? 2 : 1, ask);
      ones[i] = isOneFirst ? first : second;
      twos[i] = isOneFirst ? second : first;
      ratios[i] = twos[i] / ones[i];
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %d clients: at one node %s a second, at both %s; both over one %s, median %.2f%n",
        what,
        clients,
        rounded(ones),
        rounded(twos),
        twoDigits(ratios),
        median(ratios));
  }

  private double perSecond(int asked, Ask ask) throws InterruptedException {
    LongAdder answered = new LongAdder();
    long end = System.nanoTime() + nanos;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      String node = nodes.get(i % asked);
      int number = i;
      threads.add(new Thread(() -> askUntil(end, node, number, ask, answered)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return answered.sum() / (nanos / 1e9);
  }

  private void askUntil(long end, String node, int number, Ask ask, LongAdder answered) {
    try {
      for (int i = number; System.nanoTime() < end; i++) {
        int status =
            client
                .send(ask.of(node, token, i), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200 && status != 201) {
          throw new IllegalStateException("Not answered: status=" + status);
        }
        answered.increment();
      }
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<Long> rounded(double[] values) {
    return Arrays.stream(values).mapToObj(Math::round).toList();
  }

  private static List<String> twoDigits(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value))
        .toList();
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
