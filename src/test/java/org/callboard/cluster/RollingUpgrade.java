package org.callboard.cluster;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.callboard.interchange.Programmes;

/**
 * Two nodes of an older version are replaced one after the other by this one, with screens and
 * writers through a load balancer; then an older one meets an entry of a kind that it does not
 * know. By hand: the older version's class path, screens (100).
 */
public final class RollingUpgrade {
  private final String older;
  private final RollingCluster cluster;
  private final RollingBalancer balancer;
  private final String token;
  private final RollingScreens screens;
  private RollingWriters writers;

  private RollingUpgrade(
      String older, RollingCluster cluster, RollingBalancer balancer, int screens) {
    this.older = older;
    this.cluster = cluster;
    this.balancer = balancer;
    this.token = Organiser.login(balancer.url(), "organiser", TestNode.PASSWORD).token();
    this.screens = new RollingScreens(balancer.port(), screens);
    RollingRestart.await("all screens hold a board", this.screens::allHold);
    this.writers = writersAt(balancer.url());
  }

  public static void main(String[] args) {
    int screens = args.length > 1 ? Integer.parseInt(args[1]) : 100;
    try (RollingCluster cluster = new RollingCluster()) {
      cluster.node(0).start(args[0]);
      cluster.node(1).start(args[0]);
      try (RollingBalancer balancer = RollingBalancer.start("nginx", cluster.ports())) {
        new RollingUpgrade(args[0], cluster, balancer, screens).run();
      }
    }
    System.exit(0);
  }

  private RollingWriters writersAt(String url) {
    return new RollingWriters(url, token, 3, Duration.ofMillis(150));
  }

  private void run() {
    stage("old and old");
    replace(0);
    stage("new and old");
    requireSame();
    replace(1);
    stage("new and new");
    requireSame();
    writers.close();
    tell("upgrade");
    check(writers.attempts());
    refuseToStart();
    meetLater();
    screens.close();
  }

  private void stage(String name) {
    RollingRestart.pause(6_000);
    System.out.printf(
        "%s: node 1 %s, node 2 %s, changes %s%n", name, state(0), state(1), writers.answers());
  }

  private String state(int number) {
    HttpResponse<String> ready = cluster.node(number).get("/health/ready");
    return ready.statusCode() + " lines " + cluster.node(number).lines();
  }

  private void replace(int number) {
    RollingRestart.require(cluster.node(number).end() == 0, "it ended with another code than 0");
    cluster.node(number).start();
    RollingRestart.await("all screens hold a board", screens::allHold);
  }

  /** Both versions write, and each shows what the other has written. */
  private void requireSame() {
    for (int i = 0; i < 2; i++) {
      Organiser at = Organiser.bearing(cluster.node(i).url(), token);
      long revision =
          at.change("{'type':'delay','session':'social-integration','minutes':5,'ripple':'none'}")
              .revision();
      Organiser other = Organiser.bearing(cluster.node(1 - i).url(), token);
      RollingRestart.await(
          "the other shows it",
          () -> other.get("/api/event").json().getLong("revision") >= revision);
    }
  }

  private void tell(String what) {
    List<Long> gaps = screens.gaps();
    System.out.printf(
        Locale.ROOT,
        "%s: without a line %d times, ms p50 %d max %d; changes %s%n",
        what,
        gaps.size(),
        gaps.get(gaps.size() / 2),
        gaps.get(gaps.size() - 1),
        writers.answers());
  }

  private void check(List<Attempt> attempts) {
    Checker checker = Checker.of(cluster.database());
    checker.holds(attempts).isLinearizable(attempts);
    RollingRestart.require(
        attempts.stream().allMatch(Attempt::isAcknowledged), "a change was never acknowledged");
    long head = checker.head();
    RollingRestart.await("all screens know of " + head, () -> screens.know(head) == screens.held());
    RollingRestart.await("screens of a room are alike", screens::areAlike);
    System.out.printf(
        "%d changes acknowledged, each in the journal once; all screens at revision %d%n",
        attempts.size(), head);
  }

  /** A node of the version before that was not running cannot come back. */
  private void refuseToStart() {
    cluster.node(0).end();
    try {
      cluster.node(0).start(older);
      System.out.println("an older node starts on the newer database");
    } catch (UncheckedIOException refused) {
      System.out.println("an older node does not start on the newer database");
    }
    cluster.node(0).start();
  }

  /** In the middle of an upgrade the new version writes what the old one cannot read. */
  private void meetLater() {
    try (RollingCluster mixed = new RollingCluster()) {
      mixed.node(0).start(older);
      mixed.node(1).start(older);
      String bearer = Organiser.login(mixed.node(0).url(), "organiser", TestNode.PASSWORD).token();
      mixed.node(0).end();
      mixed.node(0).start();
      Organiser newer = Organiser.bearing(mixed.node(0).url(), bearer);
      Organiser before = Organiser.bearing(mixed.node(1).url(), bearer);
      disagree(newer);
      long head = newer.get("/api/event").json().getLong("revision");
      RollingRestart.await(
          "the older is not ready", () -> before.get("/health/ready").status() == 503);
      System.out.printf(
          "the newer is at revision %d; the older at %d says %s%n",
          head,
          before.get("/api/event").json().getLong("revision"),
          before.get("/health/ready").json().encode());
      System.out.println("its boards: " + before.get("/api/boards").status());
      Organiser.Answer refused =
          before.change("{'type':'delay','session':'social-integration','minutes':5}");
      System.out.println("a change there: " + refused.status() + " " + refused.detail());
      System.out.println(
          "a change at the newer: "
              + newer
                  .change("{'type':'delay','session':'social-integration','minutes':5}")
                  .status());
    }
  }

  /** An edition that disagrees with the day raises a conflict, which the older cannot read. */
  private static void disagree(Organiser newer) {
    newer.change("{'type':'move','session':'social-integration','rooms':['alcazar']}");
    String yaml = Programmes.write(ExampleEvent.programme(), "yaml");
    int rooms = yaml.indexOf("rooms:", yaml.indexOf("id: social-integration"));
    String moved =
        yaml.substring(0, rooms)
            + yaml.substring(rooms)
                .replaceFirst("rooms:\\s*\\[[^\\]]*\\]|rooms:\\s*\\n\\s*- \\S+", "rooms: [scala]");
    Organiser.Answer made =
        newer.upload("/api/changes", "edition.yaml", moved.getBytes(StandardCharsets.UTF_8));
    System.out.println("an edition at the newer: " + made.status() + " " + made.effects());
  }
}
