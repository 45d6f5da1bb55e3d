package org.callboard.desk;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;
import org.callboard.journal.Journal;

/**
 * Where a change becomes true: it is planned on the newest prefix of the journal, appended, and
 * only then shown. Changes that come while others are being appended are planned one upon the other
 * and go into the journal together. All its state is owned by one event loop.
 */
public final class Desk {
  /** By then whoever asks has an answer, also where the journal hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** How often the clock is read that all nodes share. */
  private static final long CLOCK_MILLIS = 2_000;

  private final Context loop;
  private final WorkerExecutor worker;
  private final Journal journal;
  private final Replica replica;
  private final EventTime time;
  private final BiConsumer<Snapshot, Snapshot> shown;
  private final BiConsumer<Proposal, Outcome> answered;
  private final Forecast forecast;
  private final DueChanges dueChanges;
  private final Following following;
  private final Writer writer;
  private final Keys keys = new Keys();
  private boolean isReadingClock;
  private Consumer<List<Entry>> others = entries -> {};
  private volatile Supplier<OwnClock> ownClock = () -> OwnClock.GOOD;

  /**
   * A desk for a journal whose entries a replica already holds.
   *
   * @param worker where the journal is called; one thread, so that appends keep their order
   * @param shown told, on the desk's event loop, of the snapshot before and the one after
   * @param answered told of each change that was asked for, with what became of it
   */
  public Desk(
      Vertx vertx,
      WorkerExecutor worker,
      Journal journal,
      Replica replica,
      EventTime time,
      BiConsumer<Snapshot, Snapshot> shown,
      BiConsumer<Proposal, Outcome> answered) {
    this(vertx, worker, journal, replica, time, shown, answered, PATIENCE);
  }

  Desk(
      Vertx vertx,
      WorkerExecutor worker,
      Journal journal,
      Replica replica,
      EventTime time,
      BiConsumer<Snapshot, Snapshot> shown,
      BiConsumer<Proposal, Outcome> answered,
      Duration patience) {
    this.loop = vertx.getOrCreateContext();
    this.worker = worker;
    this.journal = journal;
    this.replica = replica;
    this.time = time;
    this.shown = shown;
    this.answered = answered;
    this.forecast = new Forecast(time);
    this.dueChanges = new DueChanges(vertx, replica, time, () -> ownClock.get(), this::publish);
    this.following = new Following(worker, journal, replica, time, this::take);
    Batching batching = new Batching(replica, forecast, keys, this::untimely);
    this.writer = new Writer(vertx, worker, journal, following, batching, this::appended, patience);
    loop.runOnContext(
        begun -> {
          keys.remember(replica.present().prefix().entries());
          dueChanges.aim();
          vertx.setPeriodic(CLOCK_MILLIS, beat -> readClock());
        });
  }

  public Replica replica() {
    return replica;
  }

  /** Tells somebody, on the desk's event loop, of entries that it has appended. */
  public void tellAppended(Consumer<List<Entry>> told) {
    loop.runOnContext(now -> others = told);
  }

  /** Lets somebody say whether this node's own clock may be gone by. Any thread is asked. */
  public void mind(Supplier<OwnClock> clock) {
    ownClock = clock;
  }

  /** Looks into the journal for what others have appended. Any thread may ask for it. */
  public void look() {
    loop.runOnContext(now -> following.look());
  }

  /** Another node says that it has appended these. Any thread may say so. */
  public void hear(List<Entry> entries) {
    loop.runOnContext(now -> following.hear(entries));
  }

  /** Another node says that the journal's head is this. Any thread may say so. */
  public void hear(long head) {
    loop.runOnContext(now -> following.hear(head));
  }

  /** How far it has come. Any thread may ask. */
  public Standing standing() {
    return following.standing();
  }

  /** What a change would do; nothing is kept. Any thread may ask. */
  public Outcome preview(Proposal proposal) {
    return untimely(proposal).orElseGet(() -> forecast.preview(replica.present(), proposal));
  }

  /** Makes a change true, or says why not, to somebody who has not waited yet. */
  public Future<Outcome> publish(Proposal proposal) {
    return publish(proposal, Duration.ZERO);
  }

  /**
   * Makes a change true, or says why not. Any thread may ask; the future completes on the desk's
   * event loop.
   *
   * @param waited how long whoever asks has waited already
   */
  public Future<Outcome> publish(Proposal proposal, Duration waited) {
    Waiting waiting = new Waiting(proposal.keyed());
    loop.runOnContext(now -> writer.make(waiting, waited));
    return waiting
        .promise
        .future()
        .map(
            outcome -> {
              answered.accept(proposal, outcome); // counted before whoever asked can look
              return outcome;
            });
  }

  /** Why nobody can say here when now is, where the change means now. */
  private Optional<Outcome> untimely(Proposal proposal) {
    return time.clock().isRehearsal()
        ? Optional.empty()
        : ownClock.get().refusal(proposal.request().change());
  }

  private void appended(List<Entry> entries) {
    take(entries);
    following.appended(replica.present().revision());
    others.accept(entries);
  }

  private void take(List<Entry> entries) {
    Snapshot before = replica.present();
    Snapshot after = replica.adopt(entries);
    keys.remember(entries);
    shown.accept(before, after);
    dueChanges.aim();
  }

  /** A place that does not answer is known by what else it does not do. */
  private void readClock() {
    if (isReadingClock || time.shared().isEmpty()) {
      return;
    }
    isReadingClock = true;
    worker
        .executeBlocking(Executors.callable(() -> PlaceClock.read(journal, time)))
        .onComplete(done -> isReadingClock = false);
  }
}
