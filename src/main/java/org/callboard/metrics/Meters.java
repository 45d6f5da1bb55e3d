package org.callboard.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.callboard.clock.Moment;
import org.callboard.desk.Outcome;
import org.callboard.desk.Proposal;
import org.callboard.desk.Replica;
import org.callboard.desk.Standing;
import org.callboard.journal.Journal;
import org.callboard.live.ClockCheck;
import org.callboard.live.Neighbours;
import org.callboard.live.SelfTestResult;
import org.callboard.live.Traffic;

/**
 * The counts and times of one node, as Prometheus reads them. Every label takes a bounded set of
 * words, or the names of the nodes that are heard. Any thread may call it; nothing here blocks.
 */
public final class Meters {
  private static final Duration[] APPEND_BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(3),
    Duration.ofMillis(10),
    Duration.ofMillis(30),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3)
  };

  /** How far back the percentiles look. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final Set<String> ROLES = Set.of("lobby", "door");

  private final PrometheusMeterRegistry registry;
  private final Timer appends;
  private final Timer lag;
  private final Timer arrivals;
  private final AtomicReference<SelfTestResult> selfTest =
      new AtomicReference<>(SelfTestResult.NONE);
  private final MultiGauge differences;
  private final MeterProvider<Timer> paints;
  private final MeterProvider<Counter> entries;
  private final MeterProvider<Counter> changes;
  private final MeterProvider<Counter> requests;
  private volatile Optional<ClockCheck> clocks = Optional.empty();

  /** Meters that take time from a source. */
  public Meters(Moment.Source source) {
    registry =
        new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock(source));
    appends =
        Timer.builder("callboard.journal.append")
            .description("Time of one append, of one entry or several.")
            .serviceLevelObjectives(APPEND_BUCKETS)
            .register(registry);
    lag =
        Timer.builder("callboard.event.loop.lag")
            .description("How late an event loop came to a timer.")
            .register(registry);
    paints =
        Timer.builder("callboard.change.to.paint")
            .description("From a change being sent out to the word that a screen has painted it.")
            .publishPercentiles(0.5, 0.99)
            .distributionStatisticExpiry(REMEMBERED)
            .withRegistry(registry);
    entries =
        Counter.builder("callboard.journal.entries")
            .description("Entries handed to the journal, by what became of them.")
            .withRegistry(registry);
    changes =
        Counter.builder("callboard.changes")
            .description("Changes that the desk was asked for, by type and outcome.")
            .withRegistry(registry);
    requests =
        Counter.builder("callboard.http.requests")
            .description("HTTP requests answered, by the route's pattern and the status.")
            .withRegistry(registry);
    arrivals =
        Timer.builder("callboard.selftest.arrival")
            .description("From the event bus to a virtual screen of this node.")
            .register(registry);
    differences =
        MultiGauge.builder("callboard.cluster.clock.difference")
            .description(
                "How far the clock of the database or of another node is ahead of this one's;"
                    + " over 1 s either way is an alarm.")
            .baseUnit("seconds")
            .register(registry);
    watchSelfTest();
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
  }

  private void watchSelfTest() {
    Gauge.builder("callboard.selftest.failures", selfTest, each -> each.get().failures())
        .description(
            "Tests of the way to a virtual screen that have failed in a row; 2 is an alarm.")
        .register(registry);
    Gauge.builder("callboard.selftest.age", this, Meters::selfTestAge)
        .description("Seconds since the way to a virtual screen was last tested.")
        .baseUnit("seconds")
        .register(registry);
  }

  private double selfTestAge() {
    return selfTest.get().at().map(at -> (nanos() - at.nanos()) / 1e9).orElse(Double.NaN);
  }

  /** Watches the source of editions: how often in a row it could not be read. */
  public void watching(IntSupplier failures) {
    Gauge.builder("callboard.watch.failures", failures::getAsInt) // a supplier is held fast
        .description("Looks at the watched source in a row that failed.")
        .register(registry);
  }

  private static Clock clock(Moment.Source source) {
    return new Clock() {
      @Override
      public long wallTime() {
        return source.now().wall().toEpochMilli();
      }

      @Override
      public long monotonicTime() {
        return source.now().nanos();
      }
    };
  }

  /** The journal, measured. */
  public Journal measured(Journal journal) {
    return new MeasuredJournal(journal, this);
  }

  /** Reads the head and the projections of a replica whenever it is asked. */
  public void watch(Replica replica) {
    Gauge.builder("callboard.journal.head", replica, known -> known.present().revision())
        .description("The newest revision that this node knows.")
        .register(registry);
    FunctionTimer.builder(
            "callboard.board.projection",
            replica,
            Replica::projections,
            Replica::projectionNanos,
            TimeUnit.NANOSECONDS)
        .description("Folding new entries and projecting every board.")
        .register(registry);
  }

  /**
   * Reads what the live channel counts whenever it is asked.
   *
   * @param connections how many live connections there are
   */
  public void watch(Traffic traffic, IntSupplier connections) {
    Gauge.builder("callboard.live.connections", connections::getAsInt)
        .description("Open live connections.")
        .register(registry);
    for (Traffic.Reach reach : Traffic.Reach.values()) {
      Gauge.builder("callboard.live.subscribers", traffic, each -> each.watching(reach))
          .description("Live connections that are subscribed, by what they watch.")
          .tag("topics", reach.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    FunctionCounter.builder("callboard.live.messages.sent", traffic, Traffic::sent)
        .description("Messages written to live connections.")
        .register(registry);
    FunctionCounter.builder("callboard.live.held.back", traffic, Traffic::heldBack)
        .description("Times that a slow reader was passed over until it drains.")
        .register(registry);
  }

  /** Reads how the node stands among the others, and its clock, whenever it is asked. */
  public void watch(Neighbours neighbours, Supplier<Standing> standing, ClockCheck check) {
    clocks = Optional.of(check);
    Gauge.builder("callboard.journal.lag", () -> standing.get().lag())
        .description("Revisions that other nodes have named and this one does not show yet.")
        .register(registry);
    Gauge.builder("callboard.cluster.members", neighbours, Neighbours::members)
        .description("Nodes that are members of the cluster, this one included.")
        .register(registry);
    Gauge.builder("callboard.cluster.round.trip", () -> longestRoundTrip(neighbours))
        .description("The longest round trip on the event bus to another node, when last measured.")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("callboard.cluster.clock.wrong", () -> check.isWrong() ? 1 : 0)
        .description("1 where the database and most other nodes say that this clock is wrong.")
        .register(registry);
  }

  private static double longestRoundTrip(Neighbours neighbours) {
    return neighbours.all().stream()
        .flatMap(each -> each.clock().stream())
        .mapToDouble(clock -> clock.roundTrip().toNanos() / 1e9)
        .max()
        .orElse(0);
  }

  /** Counts what became of a change. */
  public void answered(Proposal proposal, Outcome outcome) {
    changes.withTags("type", proposal.request().type(), "outcome", word(outcome)).increment();
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Planned) {
      return "published";
    }
    if (outcome instanceof Outcome.Refused) {
      return "impossible";
    }
    if (outcome instanceof Outcome.Outdated) {
      return "outdated";
    }
    if (outcome instanceof Outcome.KeyReused) {
      return "key-reused";
    }
    if (outcome instanceof Outcome.NotSaved) {
      return "not-saved";
    }
    throw new IllegalStateException("An outcome is of no known kind: outcome=" + outcome);
  }

  /**
   * Counts an answered request.
   *
   * @param route the pattern of its route, never its path
   */
  public void request(String route, int status) {
    requests.withTags("route", route, "status", Integer.toString(status)).increment();
  }

  /** Notes how late an event loop was. */
  public void late(Duration late) {
    lag.record(late);
  }

  /** Notes how long a change took to be painted on a screen of a role. */
  public void painted(String role, Duration time) {
    paints.withTag("role", ROLES.contains(role) ? role : "other").record(time);
  }

  /** Notes what came of a test of the way to the screens. */
  public void selfTested(SelfTestResult result) {
    selfTest.set(result);
    if (result.isGood()) {
      arrivals.record(result.took());
    }
  }

  void appended(int count, String outcome, long nanos) {
    appends.record(nanos, TimeUnit.NANOSECONDS);
    entries.withTags("outcome", outcome).increment(count);
  }

  /** The monotonic clock. */
  public long nanos() {
    return registry.config().clock().monotonicTime();
  }

  /** One for each clock that can be heard; nodes come and go. */
  private synchronized void readClocks() {
    clocks.ifPresent(
        check ->
            differences.register(
                check.voices().stream()
                    .map(voice -> Row.of(Tags.of("of", voice.of()), voice.ahead().toNanos() / 1e9))
                    .toList(),
                true));
  }

  /** Everything, in Prometheus text format 0.0.4. */
  public String text() {
    readClocks();
    return registry.scrape();
  }
}
