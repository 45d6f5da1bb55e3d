package org.callboard.api;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this node can take changes and shows what there is to show. However many ask, the journal
 * is tried at most once a second and never twice at once. Any thread may call it.
 */
public final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long PATIENCE_SECONDS = 2;

  private final Supplier<Future<Void>> probe;
  private final LongSupplier nanos;
  private volatile boolean draining;
  private volatile Optional<ClusterState> cluster = Optional.empty();
  private Future<Void> running = Future.succeededFuture();
  private Future<Boolean> answer;
  private long triedAt;
  private boolean wasWritable = true;

  /**
   * Readiness by a probe.
   *
   * @param probe tries to write to the journal, off the event loops; it fails when that fails
   * @param nanos the monotonic clock
   */
  public Readiness(Supplier<Future<Void>> probe, LongSupplier nanos) {
    this.probe = probe;
    this.nanos = nanos;
  }

  /** From now on this node is not ready, whatever else holds. */
  public void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** From now on it also counts how the node stands among the others. */
  public void among(ClusterState state) {
    cluster = Optional.of(state);
  }

  /** How the node stands among the others; empty before that is known. */
  Optional<ClusterState> cluster() {
    return cluster;
  }

  /** Whether other nodes go on when this one ends. */
  public boolean hasOthers() {
    return cluster.filter(ClusterState::hearsOthers).isPresent();
  }

  /** What is missing for changes to be taken; nothing when the node is ready. */
  Future<List<String>> missing() {
    if (draining) {
      return Future.succeededFuture(List.of("draining"));
    }
    return journalIsWritable().map(this::missing);
  }

  /** What is missing for its boards to be believed; nothing when they can be. */
  List<String> missingOnBoards() {
    return draining
        ? List.of("draining")
        : cluster.map(ClusterState::missingOnBoards).orElse(List.of());
  }

  private List<String> missing(boolean journalIsWritable) {
    List<String> missing = new ArrayList<>();
    if (!journalIsWritable) {
      missing.add("journal");
    }
    cluster.ifPresent(state -> missing.addAll(state.missing()));
    return missing;
  }

  private synchronized Future<Boolean> journalIsWritable() {
    boolean isStale = answer == null || nanos.getAsLong() - triedAt >= FRESH_NANOS;
    if (isStale && running.isComplete()) {
      triedAt = nanos.getAsLong();
      running = probe.get();
      answer =
          running
              .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .transform(done -> heard(done.cause()));
    }
    return answer;
  }

  /** The reason is for the log: it may name a place that is nobody else's concern. */
  private synchronized Future<Boolean> heard(Throwable failure) {
    boolean isWritable = failure == null;
    if (isWritable != wasWritable) {
      LOG.warn(
          isWritable ? "The journal takes entries again." : "The journal takes no entries.",
          failure);
      wasWritable = isWritable;
    }
    return Future.succeededFuture(isWritable);
  }
}
