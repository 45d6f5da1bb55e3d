package org.callboard.outgoing;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.alarm.Alarm;
import org.callboard.claims.Claims;
import org.callboard.clock.Moment;
import org.callboard.desk.Prefix;
import org.callboard.desk.Replica;
import org.callboard.outgoing.Delivery.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to their targets: each in order, one at a time, by the node that has claimed the
 * target. What fails is tried again after twice as long each time, then given up. Its state is
 * owned by its event loop; the database is asked on a worker, and all times are the database's.
 *
 * <p>Where a node dies between a delivery and its note, another sends once more when the claim has
 * run out: a receiver knows that by the message's id.
 */
public final class Courier extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  /** Renewed just before a message is sent, and longer than sending one takes. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int GONE = 410;

  /** Entries that are looked through at once for what to tell. */
  private static final int LONGEST_LOOK = 500;

  private final Outbox outbox;
  private final Claims claims;
  private final Replica replica;
  private final Pace pace;
  private final Alarm alarm;
  private final Set<String> busy = new HashSet<>();
  private WorkerExecutor worker;
  private Carrier carrier;
  private long timer;
  private boolean isStopped;

  /**
   * How eager it is.
   *
   * @param look how often it looks for what to send
   * @param patience how long a receiver may take to answer
   * @param first how long it waits after the first failure; then twice as long each time
   * @param attempts after so many failures a message is given up
   */
  public record Pace(Duration look, Duration patience, Duration first, int attempts) {
    public static final Pace USUAL =
        new Pace(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(5), 10);
  }

  public Courier(Outbox outbox, Claims claims, Replica replica, Pace pace, Moment.Source time) {
    this.outbox = outbox;
    this.claims = claims;
    this.replica = replica;
    this.pace = pace;
    this.alarm = new Alarm(LOG, time, "Nothing is sent for now", "It is sent again.");
  }

  @Override
  public Future<?> start() {
    worker = vertx.createSharedWorkerExecutor("callboard-outgoing", 1);
    carrier = new Carrier(vertx, pace.patience());
    timer = vertx.setTimer(pace.look().toMillis(), look -> look());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    isStopped = true;
    vertx.cancelTimer(timer);
    return carrier.close();
  }

  private void look() {
    worker
        .executeBlocking(outbox::unpaused)
        .onSuccess(this::serve)
        .onFailure(failure -> alarm.raise(failure.getMessage()))
        .onComplete(done -> aim());
  }

  private void aim() {
    if (!isStopped) {
      timer = vertx.setTimer(pace.look().toMillis(), again -> look());
    }
  }

  /** That there is nobody to send to is as well as that somebody is served. */
  private void serve(List<Target> targets) {
    if (targets.isEmpty()) {
      alarm.clear();
    }
    targets.forEach(this::serve);
  }

  private void serve(Target target) {
    if (isStopped || !busy.add(target.id())) {
      return;
    }
    worker
        .executeBlocking(() -> due(target))
        .compose(due -> due.isPresent() && !isStopped ? send(target, due.get()) : nothing())
        .onSuccess(more -> alarm.clear())
        .onFailure(failure -> alarm.raise(failure.getMessage()))
        .onComplete(
            done -> {
              busy.remove(target.id());
              if (done.succeeded() && done.result()) {
                serve(target);
              }
            });
  }

  private static Future<Boolean> nothing() {
    return Future.succeededFuture(false);
  }

  /**
   * A delivery that this node is to send.
   *
   * @param now what goes with it as the time of sending
   */
  private record Due(Delivery delivery, Instant now) {}

  /** What is to be sent now, where this node is the one to send it. */
  private Optional<Due> due(Target target) {
    if (!holds(target)) {
      return Optional.empty();
    }
    outbox.sentRevision(target.id()).ifPresent(revision -> fill(target, revision));
    return outbox
        .due(target.id())
        .map(delivery -> new Due(delivery, outbox.now()))
        .filter(due -> holds(target));
  }

  private boolean holds(Target target) {
    return claims.hold("webhook:" + target.id(), LEASE);
  }

  private void fill(Target target, long sent) {
    Prefix prefix = replica.present().prefix();
    long head = Math.min(prefix.revision(), sent + LONGEST_LOOK);
    if (head <= sent) {
      return;
    }
    List<Message> messages = new ArrayList<>();
    prefix
        .entries()
        .subList((int) sent, (int) head)
        .forEach(
            entry ->
                Telling.of(entry, prefix.agenda()).filter(target::takes).ifPresent(messages::add));
    outbox.fill(target, messages, head);
  }

  /** Whether there may be more to send at once; what this node's own end cut off is no failure. */
  private Future<Boolean> send(Target target, Due due) {
    Delivery delivery = due.delivery();
    return carrier
        .post(target, delivery.id(), delivery.body(), due.now())
        .transform(
            answer ->
                isStopped && answer.failed()
                    ? nothing()
                    : worker.executeBlocking(
                        () ->
                            answer.succeeded() && Carrier.isTaken(answer.result())
                                ? delivered(delivery)
                                : failed(delivery, answer.result(), answer.cause())));
  }

  private boolean delivered(Delivery delivery) {
    outbox.delivered(delivery);
    return true;
  }

  private boolean failed(Delivery delivery, Integer status, Throwable cause) {
    int attempts = delivery.attempts() + 1;
    boolean isOver = attempts >= pace.attempts() || status != null && status == GONE;
    String trouble = Carrier.trouble(status, cause);
    outbox.failed(delivery, isOver ? State.DEAD : State.WAITING, pause(attempts), trouble);
    if (isOver) {
      LOG.warn("A message is given up: id={} reason={}", delivery.id(), trouble);
    }
    return isOver;
  }

  private Duration pause(int attempts) {
    Duration pause = pace.first().multipliedBy(1L << Math.min(attempts - 1, 20));
    return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
  }
}
