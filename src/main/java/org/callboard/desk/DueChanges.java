package org.callboard.desk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callboard.change.Pending;
import org.callboard.clock.EventTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes that wait for their instant, made when it comes: by event time, and where that is the
 * real time also by the clock that all nodes share. So a node whose clock is ahead makes none
 * early, and one whose clock is behind is forestalled by the others. Owned by the desk's event
 * loop.
 */
final class DueChanges {
  private static final Logger LOG = LoggerFactory.getLogger(DueChanges.class);
  private static final long RETRY_MILLIS = 1_000;

  /** Clocks may be stepped while a timer runs. */
  private static final long LONGEST_AIM_MILLIS = 1_000;

  /** Nobody need hear of a difference that is shorter. */
  private static final Duration LOUD = Duration.ofSeconds(1);

  private final Vertx vertx;
  private final Replica replica;
  private final EventTime time;
  private final Supplier<OwnClock> ownClock;
  private final Function<Proposal, Future<Outcome>> publish;
  private long aimed = -1;
  private boolean isEarly;

  DueChanges(
      Vertx vertx,
      Replica replica,
      EventTime time,
      Supplier<OwnClock> ownClock,
      Function<Proposal, Future<Outcome>> publish) {
    this.vertx = vertx;
    this.replica = replica;
    this.time = time;
    this.ownClock = ownClock;
    this.publish = publish;
  }

  /** Aims a timer at the first change that waits for its instant. */
  void aim() {
    vertx.cancelTimer(aimed);
    replica.present().prefix().agenda().pending().stream()
        .min((one, other) -> one.due().compareTo(other.due()))
        .ifPresent(next -> aimed = vertx.setTimer(millis(untilDue(next)), timer -> come(next)));
  }

  private void aimAgain() {
    vertx.cancelTimer(aimed);
    aimed = vertx.setTimer(RETRY_MILLIS, retry -> aim());
  }

  private static long millis(Duration wait) {
    return Math.max(1, Math.min(wait.plusNanos(999_999).toMillis(), LONGEST_AIM_MILLIS));
  }

  /** Zero once it is due by every clock that counts. */
  private Duration untilDue(Pending pending) {
    Duration own = time.realTimeUntil(pending.due());
    if (time.clock().isRehearsal()) {
      return own; // its clock is the journal's, whatever the nodes' wall clocks show
    }
    Duration shared = Duration.between(time.sharedNow(), pending.due());
    noteEarly(own.isZero() && shared.compareTo(LOUD) > 0);
    return own.compareTo(shared) > 0 ? own : shared;
  }

  private void noteEarly(boolean now) {
    if (now && !isEarly) {
      LOG.warn(
          "This node's clock is ahead of the database's, which scheduled changes wait for; see to"
              + " NTP on both.");
    }
    isEarly = now;
  }

  private void come(Pending pending) {
    if (time.now().isBefore(pending.due()) || untilDue(pending).compareTo(Duration.ZERO) > 0) {
      aim();
    } else if (!time.clock().isRehearsal() && ownClock.get().leavesDue()) {
      aimAgain();
    } else {
      make(pending);
    }
  }

  /** Makes a change whose instant has come; a place that fails is asked again. */
  private void make(Pending pending) {
    publish
        .apply(Due.proposal(pending, time))
        .recover(fault -> publish.apply(Due.unmade(pending, fault)))
        .onSuccess(
            outcome -> {
              if (outcome instanceof Outcome.NotSaved) {
                aimAgain();
              }
            });
  }
}
