package org.callboard.cluster;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.callboard.app.SkewedServer;
import org.callboard.store.KillablePostgres;

/** The faults as they are done to a cluster of two nodes and its database, and mended. */
final class Faults {
  private static final int NODES = 2;
  private static final String RIPPLE =
      "{\"type\":\"delay\",\"ripple\":\"venue\",\"session\":\"social-integration\",\"minutes\":%d}";

  private final TestCluster cluster;
  private final KillablePostgres database;
  private final Writers writers;
  private final Random random;
  private final Set<Integer> wrong = new HashSet<>();
  private int ripples;

  Faults(TestCluster cluster, KillablePostgres database, Writers writers, Random random) {
    this.cluster = cluster;
    this.database = database;
    this.writers = writers;
    this.random = random;
  }

  /** Does it; one that does not pass by itself lasts until all is mended. */
  void begin(Fault fault) {
    int node = random.nextInt(NODES);
    switch (fault) {
      case NODE_KILLED -> cluster.node(node).kill();
      case NODE_KILLED_IN_A_RIPPLE -> killInRipple(node);
      case NODE_FROZEN -> cluster.node(node).freeze();
      case NODES_CUT_ONE_WAY -> cluster.cutFrom(node);
      case NODES_CUT_BOTH_WAYS -> IntStream.range(0, NODES).forEach(cluster::cutFrom);
      case NODES_SLOW -> cluster.slowNodes(delay());
      case DATABASE_CUT_FROM_ONE -> cluster.cutDatabaseFrom(node);
      case DATABASE_CUT_FROM_ALL -> IntStream.range(0, NODES).forEach(cluster::cutDatabaseFrom);
      case DATABASE_HELD_FROM_ONE -> cluster.holdDatabaseFrom(node);
      case DATABASE_HELD_FROM_ALL -> IntStream.range(0, NODES).forEach(cluster::holdDatabaseFrom);
      case DATABASE_SLOW -> cluster.slowDatabaseFrom(node, delay());
      case DATABASE_KILLED -> database.kill();
      case DATABASE_FROZEN -> database.freeze();
      case ROLLING_RESTART -> IntStream.range(0, NODES).forEach(this::restart);
      case CLOCK_AN_HOUR_BEHIND -> restart(node, Duration.ofHours(-1));
      case CLOCK_SIX_HOURS_AHEAD -> restart(node, Duration.ofHours(6));
    }
  }

  private Duration delay() {
    return Duration.ofMillis(20 + random.nextInt(180));
  }

  /** The node dies while it works on a change of many sessions, which is asked for again. */
  private void killInRipple(int node) {
    String change = String.format(RIPPLE, random.nextBoolean() ? 10 : -10);
    List<String> urls = List.of(cluster.node(node).url(), cluster.node(1 - node).url());
    String key = "ripple-" + ripples++;
    Thread asking = new Thread(() -> writers.ask(key, change, urls));
    asking.start();
    pause(random.nextInt(30));
    cluster.node(node).kill();
  }

  private void restart(int node) {
    end(node);
    start(node);
  }

  private void start(int node) {
    cluster.start(node);
    wrong.remove(node);
  }

  private void restart(int node, Duration skew) {
    end(node);
    cluster.start(
        node, SkewedServer.class, Map.of(SkewedServer.SKEW_SECONDS, "" + skew.toSeconds()));
    wrong.add(node);
  }

  private void end(int node) {
    cluster.node(node).terminate();
    cluster.node(node).close();
  }

  /** All is whole again; a node may have to start while the nodes cannot hear each other yet. */
  void mend() {
    cluster.healDatabase();
    database.mend();
    IntStream.range(0, NODES).forEach(each -> cluster.node(each).thaw());
    if (random.nextBoolean()) {
      cluster.heal();
    }
    IntStream.range(0, NODES).filter(each -> !cluster.node(each).isAlive()).forEach(this::start);
    cluster.heal();
  }

  /** A wrong clock outlasts what comes after it; a node that has one is never ready. */
  void setClocks() {
    Set.copyOf(wrong).forEach(this::restart);
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
