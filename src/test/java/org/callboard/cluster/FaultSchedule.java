package org.callboard.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;

/**
 * Two nodes, writers who never rest, and faults by chance from a seed: kills, freezes, cuts between
 * the nodes in one way or both, and from the database. Afterwards everything is mended, and what
 * was acknowledged, the journal and the boards of all nodes must be the same, in one order.
 */
public final class FaultSchedule {
  private static final int NODES = 2;
  private static final Duration CONVERGING = Duration.ofSeconds(60);

  private final Random random;
  private final long seed;
  private final Duration duration;
  private final TestCluster cluster = new TestCluster(NODES);
  private final List<String> story = new ArrayList<>();
  private final long begun = System.nanoTime();

  private FaultSchedule(long seed, Duration duration) {
    this.seed = seed;
    this.random = new Random(seed);
    this.duration = duration;
  }

  /** By hand: a seed and a number of seconds. */
  public static void main(String[] args) {
    long seed = Long.parseLong(args[0]);
    System.out.println(run(seed, Duration.ofSeconds(Long.parseLong(args[1]))));
    System.exit(0);
  }

  /**
   * Runs a schedule, and checks what is left.
   *
   * @return what was done and found, in words
   */
  static String run(long seed, Duration duration) {
    FaultSchedule schedule = new FaultSchedule(seed, duration);
    try {
      return schedule.played();
    } catch (RuntimeException | AssertionError failed) {
      throw new AssertionError("seed=" + seed + " " + schedule.story, failed);
    } finally {
      schedule.cluster.close();
    }
  }

  private String played() {
    IntStream.range(0, NODES).forEach(cluster::start);
    String token = Organiser.login(cluster.node(0).url(), "organiser", TestNode.PASSWORD).token();
    Writers writers =
        new Writers(
            4,
            seed,
            chance -> cluster.node(chance.nextInt(NODES)).url(),
            token,
            Duration.ofMillis(20));
    try {
      while (elapsed().compareTo(duration) < 0) {
        fault();
        pause(500, 3_000);
      }
    } finally {
      mend();
      writers.close();
    }
    return checked(writers.attempts(), token);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void fault() {
    int node = random.nextInt(NODES);
    switch (random.nextInt(6)) {
      case 0 -> during("cut from " + node, () -> cluster.cutFrom(node));
      case 1 ->
          during(
              "cut both ways",
              () -> {
                cluster.cutFrom(0);
                cluster.cutFrom(1);
              });
      case 2 -> during("no database at " + node, () -> cluster.cutDatabaseFrom(node));
      case 3 ->
          during("no database", () -> IntStream.range(0, NODES).forEach(cluster::cutDatabaseFrom));
      case 4 -> freeze(node);
      default -> kill(node);
    }
  }

  private void during(String what, Runnable fault) {
    tell(what);
    fault.run();
    pause(1_000, 8_000);
    cluster.heal();
    tell("healed");
  }

  private void freeze(int node) {
    tell("freeze " + node);
    cluster.node(node).freeze();
    pause(1_000, 8_000);
    cluster.node(node).thaw();
    tell("thaw");
  }

  private void kill(int node) {
    tell("kill " + node);
    cluster.node(node).kill();
    pause(200, 2_000);
    cluster.start(node);
    tell("started");
  }

  private void tell(String what) {
    story.add(elapsed().toMillis() + " " + what);
  }

  private void mend() {
    cluster.heal();
    for (int i = 0; i < NODES; i++) {
      if (cluster.node(i).isAlive()) {
        cluster.node(i).thaw();
      }
    }
  }

  private void pause(int least, int most) {
    try {
      Thread.sleep(least + random.nextInt(most - least));
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private String checked(List<Attempt> attempts, String token) {
    long deadline = System.nanoTime() + CONVERGING.toNanos();
    Checker checker = Checker.of(cluster.database());
    long mended = System.nanoTime();
    while (!shows(checker.head(), token) && System.nanoTime() < deadline) {
      pause(50, 60);
      checker = Checker.of(cluster.database());
    }
    long converged = Duration.ofNanos(System.nanoTime() - mended).toMillis();
    checker.holds(attempts).isLinearizable(attempts);
    requireSameDays(checker.head(), token);
    return "seed="
        + seed
        + " faults="
        + story.stream().filter(each -> !each.matches(".*(healed|thaw|started)")).count()
        + " attempts="
        + attempts.size()
        + " acknowledged="
        + attempts.stream().filter(Attempt::isAcknowledged).count()
        + " entries="
        + checker.head()
        + " convergedMillis="
        + converged;
  }

  private boolean shows(long head, String token) {
    return nodes(token).stream()
        .allMatch(node -> node.get("/api/event").json().getLong("revision") == head);
  }

  private void requireSameDays(long head, String token) {
    List<Organiser> nodes = nodes(token);
    if (!shows(head, token)) {
      throw new AssertionError("Nodes do not show the head of the journal: head=" + head);
    }
    for (String path :
        List.of("/api/boards?at=2017-11-17T20:00", "/api/sessions?at=2017-11-17T20:00")) {
      if (nodes.stream().map(node -> node.get(path).json()).distinct().count() != 1) {
        throw new AssertionError("Nodes differ: path=" + path);
      }
    }
  }

  private List<Organiser> nodes(String token) {
    return IntStream.range(0, NODES)
        .mapToObj(i -> Organiser.bearing(cluster.node(i).url(), token))
        .toList();
  }
}
