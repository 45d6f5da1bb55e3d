package org.callboard.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.callboard.board.Boards;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;

/**
 * The event clock of a node. It aims one timer at the next instant at which a board turns, and says
 * so on the event bus; between turns it ticks. A step of the wall clock, in either direction, is
 * seen within a heartbeat, and the timer is aimed again. All its state is owned by its event loop.
 */
public final class ClockVerticle extends VerticleBase {
  static final long TICK_MILLIS = 10_000;
  private static final long HEARTBEAT_MILLIS = 500;
  private static final Duration STEP = Duration.ofMillis(50);
  private static final long NO_TIMER = -1;
  // A turn far off is approached in legs, since a timer's delay is bounded.
  private static final long LONGEST_AIM_MILLIS = Duration.ofHours(1).toMillis();

  private final EventTime time;
  private final Supplier<Boards> boards;

  private Map<String, Integer> shown = Map.of();
  private Moment lastBeat;
  private EventClock lastClock;
  private long aimed = NO_TIMER;

  public ClockVerticle(EventTime time, Supplier<Boards> boards) {
    this.time = time;
    this.boards = boards;
    this.lastBeat = time.moment();
    this.lastClock = time.clock();
  }

  @Override
  public Future<?> start() {
    shown = boards.get().framesAt(now());
    vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> beat());
    Cues.consume(vertx, this::hear);
    aim();
    return Future.succeededFuture();
  }

  private Instant now() {
    return time.now();
  }

  /**
   * A change may come in the very moment of a turn, before its timer: what has turned is told now,
   * since nobody would tell it later.
   */
  private void hear(Cue cue) {
    if (cue instanceof Cue.Changed changed) {
      if (time.clock() != lastClock) {
        lastClock = time.clock();
        tick();
      } else if (changed.rooms().isEmpty() && !changed.isVenueTouched()) {
        tick(); // no board carries the revision, and organisers wait to hear of it
      }
      turn();
    }
  }

  private void tick() {
    Cues.publish(vertx, new Cue.Tick(now(), time.clock().speed(), boards.get().revision()));
  }

  private void beat() {
    Moment beat = time.moment();
    boolean stepped = beat.stepSince(lastBeat).abs().compareTo(STEP) > 0;
    lastBeat = beat;
    if (stepped && !time.clock().isRehearsal()) {
      tick();
      turn();
    }
  }

  private void aim() {
    vertx.cancelTimer(aimed);
    aimed = boards.get().nextTurnAfter(now()).map(this::timerFor).orElse(NO_TIMER);
  }

  private long timerFor(Instant turn) {
    Duration wait = time.realTimeUntil(turn);
    long millis = wait.plusNanos(999_999).toMillis();
    return vertx.setTimer(Math.max(1, Math.min(millis, LONGEST_AIM_MILLIS)), timer -> turn());
  }

  private void turn() {
    Instant now = now();
    Map<String, Integer> frames = boards.get().framesAt(now);
    Map<String, Integer> turned = new LinkedHashMap<>(frames);
    turned.entrySet().removeIf(entry -> entry.getValue().equals(shown.get(entry.getKey())));
    shown = frames;
    announce(turned);
    aim();
  }

  private void announce(Map<String, Integer> turned) {
    if (!turned.isEmpty()) {
      Cues.publish(vertx, new Cue.Turn(boards.get().revision(), now(), turned));
    }
  }
}
