package org.callboard.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;

/**
 * Two nodes behind a real load balancer with screens, writers and readers through it: every node is
 * restarted in its turn, then killed, then all lose their database. By hand: {@code nginx} or
 * {@code caddy}, screens (300), rounds (3).
 */
public final class RollingRestart {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RollingCluster cluster;
  private final RollingBalancer balancer;
  private final RollingScreens screens;
  private final RollingWriters writers;

  private RollingRestart(RollingCluster cluster, RollingBalancer balancer, int screens) {
    this.cluster = cluster;
    this.balancer = balancer;
    String token = Organiser.login(balancer.url(), "organiser", TestNode.PASSWORD).token();
    this.screens = new RollingScreens(balancer.port(), screens);
    await("all screens hold a board", this.screens::allHold);
    this.writers = new RollingWriters(balancer.url(), token, 3, Duration.ofMillis(150));
  }

  public static void main(String[] args) {
    int screens = args.length > 1 ? Integer.parseInt(args[1]) : 300;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    try (RollingCluster cluster = new RollingCluster()) {
      cluster.node(0).start();
      cluster.node(1).start();
      try (RollingBalancer balancer = RollingBalancer.start(args[0], cluster.ports())) {
        pause(3_000); // until the balancer has asked them how they are
        new RollingRestart(cluster, balancer, screens).run(rounds);
      }
    }
    System.exit(0);
  }

  private void run(int rounds) {
    say("began");
    stage("restart", rounds, node -> require(node.end() == 0, "it ended with another code than 0"));
    stage("kill -9", rounds, RollingNode::kill);
    withoutDatabase();
    writers.close();
    check();
    screens.close();
  }

  private interface Ending {
    void of(RollingNode node);
  }

  private void stage(String name, int rounds, Ending ending) {
    screens.count();
    try (RollingReader reader = new RollingReader(balancer.url(), "/rooms/alcazar")) {
      for (int i = 0; i < 2 * rounds; i++) {
        RollingNode node = cluster.node(i % 2);
        ending.of(node);
        pause(3_000);
        node.start();
        await("all screens hold a board", screens::allHold);
        pause(3_000);
        say(name + " of node " + (1 + i % 2));
      }
      tell(name, reader);
    }
  }

  /** Boards go on, changes are refused, and are taken again when it is back. */
  private void withoutDatabase() {
    screens.count();
    try (RollingReader reader = new RollingReader(balancer.url(), "/rooms/alcazar")) {
      cluster.loseDatabase();
      pause(8_000);
      cluster.findDatabase();
      pause(4_000);
      tell("no database", reader);
    }
  }

  private void tell(String stage, RollingReader reader) {
    List<Long> gaps = screens.gaps();
    System.out.printf(
        Locale.ROOT,
        "%s: without a line %d times, ms p50 %d p99 %d max %d; pages %s, longest %d ms; changes %s%n",
        stage,
        gaps.size(),
        at(gaps, 0.5),
        at(gaps, 0.99),
        at(gaps, 1),
        reader.answers(),
        reader.longestMillis(),
        writers.answers());
  }

  private static long at(List<Long> sorted, double share) {
    return sorted.isEmpty()
        ? 0
        : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
  }

  private void say(String what) {
    System.out.printf(
        "  %s: lines of node 1: %d, of node 2: %d%n",
        what, cluster.node(0).lines(), cluster.node(1).lines());
  }

  private void check() {
    List<Attempt> attempts = writers.attempts();
    Checker checker = Checker.of(cluster.database());
    checker.holds(attempts).isLinearizable(attempts);
    require(attempts.stream().allMatch(Attempt::isAcknowledged), "a change was never acknowledged");
    long head = checker.head();
    await("all screens know of " + head, () -> screens.know(head) == screens.held());
    require(screens.allHold(), "a screen has no line");
    await("screens of a room are alike", screens::areAlike);
    System.out.printf(
        "%d changes acknowledged, each in the journal once, in one order; all screens at revision %d%n",
        attempts.size(), head);
  }

  static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      require(System.nanoTime() < deadline, "not in time: " + what);
      pause(20);
    }
  }

  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
