package org.callboard.desk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import org.callboard.change.Pending;
import org.callboard.clock.EventTime;

/** The changes that wait for their instant, made when it comes. Owned by the desk's event loop. */
final class DueChanges {
  private static final long RETRY_MILLIS = 1_000;
  private static final long LONGEST_AIM_MILLIS = Duration.ofHours(1).toMillis();

  private final Vertx vertx;
  private final Replica replica;
  private final EventTime time;
  private final Function<Proposal, Future<Outcome>> publish;
  private long aimed = -1;

  DueChanges(
      Vertx vertx, Replica replica, EventTime time, Function<Proposal, Future<Outcome>> publish) {
    this.vertx = vertx;
    this.replica = replica;
    this.time = time;
    this.publish = publish;
  }

  /** Aims a timer at the first change that waits for its instant. */
  void aim() {
    vertx.cancelTimer(aimed);
    replica.present().prefix().agenda().pending().stream()
        .min((one, other) -> one.due().compareTo(other.due()))
        .ifPresent(next -> aimed = vertx.setTimer(millisUntil(next), timer -> make(next)));
  }

  private long millisUntil(Pending pending) {
    long millis = time.realTimeUntil(pending.due()).plusNanos(999_999).toMillis();
    return Math.max(1, Math.min(millis, LONGEST_AIM_MILLIS));
  }

  /** Makes a change whose instant has come; a place that fails is asked again. */
  private void make(Pending pending) {
    if (time.now().isBefore(pending.due())) {
      aim();
      return;
    }
    publish
        .apply(Due.proposal(pending, time))
        .recover(fault -> publish.apply(Due.unmade(pending, fault)))
        .onSuccess(
            outcome -> {
              if (outcome instanceof Outcome.NotSaved) {
                vertx.setTimer(RETRY_MILLIS, retry -> aim());
              }
            });
  }
}
