package org.callboard.cluster;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;
import org.callboard.store.KillablePostgres;

/**
 * Two nodes, writers and screens who never rest, and faults by chance from a seed, long ones and
 * two at a time among them. Afterwards everything is mended, and what was acknowledged, the
 * journal, what screens were told and the boards of all nodes must be the same, in one order.
 */
public final class FaultSchedule {
  /** Later than every node's clock: for an instant that has passed, boards are as known then. */
  static final String BOARDS = "/api/boards?at=2017-11-17T23:00";

  private static final int NODES = 2;
  private static final int WRITERS = 4;
  private static final int SCREENS = 6;
  private static final Duration CONVERGING = Duration.ofSeconds(30);
  private static final Duration JOINING = Duration.ofSeconds(90);

  /** Screens of a node that died are back at the other one by then. */
  private static final Duration BACK = Duration.ofSeconds(5);

  private final Random random;
  private final long seed;
  private final Duration duration;
  private final KillablePostgres database = KillablePostgres.start();
  private final TestCluster cluster = new TestCluster(NODES, database.url());
  private final List<RovingScreen> screens = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private final List<Episode> episodes = new ArrayList<>();
  private long begun;

  /** Faults that went on together, and from when to when, in nanoseconds. */
  private record Episode(List<Fault> faults, long began, long mended) {

    boolean holds(RovingScreen.Gap gap) {
      return began <= gap.lost() && gap.lost() <= mended;
    }

    boolean isOfOneNode() {
      return faults.stream().allMatch(Fault::isOfOneNode) && faults.size() == 1;
    }
  }

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
      schedule.close();
    }
  }

  private String played() {
    IntStream.range(0, NODES).forEach(cluster::start);
    String token = Organiser.login(cluster.node(0).url(), "organiser", TestNode.PASSWORD).token();
    Writers writers =
        new Writers(
            WRITERS,
            seed,
            chance -> cluster.node(chance.nextInt(NODES)).url(),
            token,
            Duration.ofMillis(20));
    for (int i = 0; i < SCREENS; i++) {
      screens.add(new RovingScreen(i, NODES, number -> cluster.node(number).url()));
    }
    Faults faults = new Faults(cluster, database, writers, random);
    begun = System.nanoTime(); // a slow start takes no time from the faults
    try {
      while (elapsed().compareTo(duration) < 0) {
        episode(faults);
        Faults.pause(500 + random.nextInt(2_500));
      }
    } finally {
      faults.mend();
      faults.setClocks();
      tell("all is mended");
      writers.close();
    }
    return checked(writers, token);
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void episode(Faults faults) {
    long began = System.nanoTime();
    List<Fault> together = chosen();
    for (Fault fault : together) {
      tell(fault.name());
      counts.merge(fault, 1, Integer::sum);
      faults.begin(fault);
      Faults.pause(length());
    }
    faults.mend();
    tell("mended");
    episodes.add(new Episode(together, began, System.nanoTime()));
  }

  /** One, and now and then another on top of it. */
  private List<Fault> chosen() {
    Fault first = any();
    Fault second = any();
    boolean areTwo = random.nextInt(4) == 0 && !first.isPassing() && !second.isPassing();
    return areTwo && first != second ? List.of(first, second) : List.of(first);
  }

  private Fault any() {
    return Fault.values()[random.nextInt(Fault.values().length)];
  }

  /** Mostly some seconds, now and then up to a minute, but never longer than the schedule. */
  private long length() {
    int most = random.nextInt(8) == 0 ? 60_000 : 8_000;
    long left = Math.max(1, duration.minus(elapsed()).toMillis());
    return Math.min(left, 300 + random.nextInt(most - 300));
  }

  private void tell(String what) {
    story.add(elapsed().toMillis() + " " + what);
  }

  private String checked(Writers writers, String token) {
    List<Attempt> attempts = writers.attempts();
    long converged = millisUntil("nodes show the head", CONVERGING, () -> shows(token));
    long joined = millisUntil("nodes hear each other", JOINING, () -> hear(token));
    Checker checker = Checker.of(cluster.database());
    checker.holds(attempts).isLinearizable(attempts);
    requireSameDays(token);
    millisUntil(
        "screens show the day", CONVERGING, () -> screens.stream().allMatch(checker::isShownBy));
    checker.isWhatWasTold(screens);
    return "seed=%d seconds=%d faults=%s%n  attempts=%d acknowledged=%d refused=%d uncertain=%d found=%d entries=%d%n  convergedMillis=%d joinedMillis=%d told=%d%n  after a node died: %s%n  all gaps: %s%n  refusals: %s"
        .formatted(
            seed,
            duration.toSeconds(),
            counts,
            attempts.size(),
            writers.acknowledged(),
            attempts.stream().filter(Attempt::isRefused).count(),
            attempts.stream().filter(Attempt::isUncertain).count(),
            checker.found(attempts),
            checker.head(),
            converged,
            joined,
            screens.stream().mapToInt(screen -> screen.told().size()).sum(),
            spread(failovers()),
            spread(gaps().stream().map(gap -> gap.length().toMillis()).sorted().toList()),
            spread(writers.refusalMillis()));
  }

  private long millisUntil(String what, Duration within, BooleanSupplier holds) {
    long from = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - from > within.toNanos()) {
        throw new AssertionError("Not within " + within + ": " + what);
      }
      Faults.pause(50);
    }
    return Duration.ofNanos(System.nanoTime() - from).toMillis();
  }

  private boolean shows(String token) {
    long head = Checker.head(cluster.database());
    return nodes(token).stream()
        .allMatch(node -> node.get("/api/event").json().getLong("revision") == head);
  }

  private boolean hear(String token) {
    return nodes(token).stream()
        .map(node -> node.get("/health/ready"))
        .allMatch(answer -> answer.status() == 200 && hearsAnother(answer.json()));
  }

  private static boolean hearsAnother(JsonObject ready) {
    JsonObject own = ready.getJsonObject("cluster");
    return own.getInteger("members") == NODES
        && own.getJsonArray("others").stream()
            .map(JsonObject.class::cast)
            .anyMatch(each -> !each.getBoolean("silent"));
  }

  private void requireSameDays(String token) {
    requireSame("boards", nodes(token).stream().map(node -> node.get(BOARDS).json()).toList());
    requireSame("sessions", nodes(token).stream().map(FaultSchedule::sessions).toList());
  }

  private static void requireSame(String what, List<?> ofNodes) {
    if (ofNodes.stream().distinct().count() != 1) {
      throw new AssertionError("Nodes differ: what=" + what);
    }
  }

  /** What a node says of the sessions, but for the marks of what is new, which go by its clock. */
  static List<JsonObject> sessions(Organiser node) {
    return node.get("/api/sessions").objects("sessions").stream()
        .map(JsonObject::copy)
        .peek(session -> session.remove("changed"))
        .toList();
  }

  private List<RovingScreen.Gap> gaps() {
    return screens.stream().flatMap(screen -> screen.gaps().stream().skip(1)).toList();
  }

  /** How long screens were without a board after their node alone had died or ended. */
  private List<Long> failovers() {
    List<Long> millis =
        gaps().stream()
            .filter(
                gap -> episodes.stream().anyMatch(each -> each.isOfOneNode() && each.holds(gap)))
            .map(gap -> gap.length().toMillis())
            .sorted()
            .toList();
    if (!millis.isEmpty() && millis.get(millis.size() - 1) > BACK.toMillis()) {
      throw new AssertionError("A screen was not back in time: " + millis);
    }
    return millis;
  }

  private static String spread(List<Long> sorted) {
    return sorted.isEmpty()
        ? "none"
        : "n=%d p50=%d p99=%d max=%d ms"
            .formatted(
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get((sorted.size() * 99) / 100),
                sorted.get(sorted.size() - 1));
  }

  private List<Organiser> nodes(String token) {
    return IntStream.range(0, NODES)
        .mapToObj(i -> Organiser.bearing(cluster.node(i).url(), token))
        .toList();
  }

  private void close() {
    screens.forEach(RovingScreen::close);
    cluster.close();
    database.close();
  }
}
