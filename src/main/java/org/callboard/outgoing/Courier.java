package org.callboard.outgoing;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.claims.Claims;
import org.callboard.desk.Prefix;
import org.callboard.desk.Replica;
import org.callboard.outgoing.Delivery.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to their targets: each in order, one at a time, by the node that has claimed the
 * target. What fails is tried again after twice as long each time, then given up. Its state is
 * owned by its event loop; the database is asked on a worker.
 *
 * <p>A node that dies between a delivery and its note sends once more: a receiver knows that by the
 * message's id.
 */
public final class Courier extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);
  private static final int GONE = 410;

  /** Entries that are looked through at once for what to tell. */
  private static final int LONGEST_LOOK = 500;

  private final Outbox outbox;
  private final Claims claims;
  private final Replica replica;
  private final InstantSource clock;
  private final Pace pace;
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

  public Courier(Outbox outbox, Claims claims, Replica replica, InstantSource clock, Pace pace) {
    this.outbox = outbox;
    this.claims = claims;
    this.replica = replica;
    this.clock = clock;
    this.pace = pace;
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
        .onSuccess(targets -> targets.forEach(this::serve))
        .onFailure(failure -> LOG.warn("Nothing is sent for now: {}", failure.getMessage()))
        .onComplete(done -> aim());
  }

  private void aim() {
    if (!isStopped) {
      timer = vertx.setTimer(pace.look().toMillis(), again -> look());
    }
  }

  private void serve(Target target) {
    if (isStopped || !busy.add(target.id())) {
      return;
    }
    worker
        .executeBlocking(() -> due(target))
        .compose(delivery -> delivery.isPresent() ? send(target, delivery.get()) : nothing())
        .onFailure(failure -> LOG.warn("A target is not served: {}", failure.getMessage()))
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

  /** What is to be sent now, where this node is the one to send it. */
  private Optional<Delivery> due(Target target) {
    if (!claims.hold("webhook:" + target.id(), LEASE)) {
      return Optional.empty();
    }
    outbox.sentRevision(target.id()).ifPresent(revision -> fill(target, revision));
    return outbox.next(target.id()).filter(each -> !each.next().isAfter(clock.instant()));
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

  /** Whether there may be more to send at once. */
  private Future<Boolean> send(Target target, Delivery delivery) {
    return carrier
        .post(target, delivery.id(), delivery.body(), clock.instant())
        .transform(
            answer ->
                worker.executeBlocking(
                    () ->
                        answer.succeeded() && Carrier.isTaken(answer.result())
                            ? delivered(delivery)
                            : failed(delivery, answer.result(), answer.cause())));
  }

  private boolean delivered(Delivery delivery) {
    outbox.delivered(delivery, clock.instant());
    return true;
  }

  private boolean failed(Delivery delivery, Integer status, Throwable cause) {
    int attempts = delivery.attempts() + 1;
    boolean isOver = attempts >= pace.attempts() || status != null && status == GONE;
    String trouble = Carrier.trouble(status, cause);
    Instant next = clock.instant().plus(wait(attempts));
    outbox.failed(delivery, isOver ? State.DEAD : State.WAITING, next, trouble);
    if (isOver) {
      LOG.warn("A message is given up: id={} reason={}", delivery.id(), trouble);
    }
    return isOver;
  }

  private Duration wait(int attempts) {
    Duration wait = pace.first().multipliedBy(1L << Math.min(attempts - 1, 20));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
