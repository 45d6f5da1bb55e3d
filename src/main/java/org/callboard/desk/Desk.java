package org.callboard.desk;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.agenda.Verdict;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;
import org.callboard.journal.Journal;
import org.callboard.journal.LaterEntry;
import org.callboard.journal.NotSaved;
import org.callboard.journal.ReplacedJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a change becomes true: it is planned on the newest prefix of the journal, appended, and
 * only then shown. Changes that come while others are being appended are planned one upon the other
 * and go into the journal together. All its state is owned by one event loop.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** Changes that are appended in one transaction. */
  private static final int LARGEST_BATCH = 128;

  /** Changes that may wait before more are refused. */
  private static final int MOST_WAITING = 4_096;

  /** By then whoever asks has an answer, also where the journal hangs. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final long RETRY_MILLIS = 1_000;

  /** How often the clock is read that all nodes share. */
  private static final long CLOCK_MILLIS = 2_000;

  private static final String NOTHING_SHOWN =
      "It was not saved, so nothing was shown. The boards go on; ask again in a moment.";

  private static final String UNKNOWN_IF_SAVED =
      "The journal was lost while it was saving, and nothing was shown. Look at the day before you"
          + " ask again; with the same Idempotency-Key it cannot be made twice.";

  private final Vertx vertx;
  private final Context loop;
  private final WorkerExecutor worker;
  private final Journal journal;
  private final Replica replica;
  private final EventTime time;
  private final BiConsumer<Snapshot, Snapshot> shown;
  private final BiConsumer<Proposal, Outcome> answered;
  private final Duration patience;
  private final Forecast forecast;
  private final DueChanges dueChanges;
  private final Following following;
  private final Keys keys = new Keys();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean isWriting;
  private boolean isDoubtful;
  private boolean isReadingClock;
  private Consumer<List<Entry>> appended = entries -> {};
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
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.worker = worker;
    this.journal = journal;
    this.replica = replica;
    this.time = time;
    this.shown = shown;
    this.answered = answered;
    this.patience = patience;
    this.forecast = new Forecast(time);
    this.dueChanges = new DueChanges(vertx, replica, time, () -> ownClock.get(), this::publish);
    this.following = new Following(worker, journal, replica, time, this::take);
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
    loop.runOnContext(now -> appended = told);
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
    Waiting waiting = new Waiting(proposal);
    loop.runOnContext(
        now -> {
          if (queue.size() >= MOST_WAITING) {
            waiting.promise.complete(new Outcome.NotSaved(NOTHING_SHOWN));
          } else {
            queue.add(waiting);
            expectAnswer(waiting, waited);
            write();
          }
        });
    return waiting
        .promise
        .future()
        .map(
            outcome -> {
              answered.accept(proposal, outcome); // counted before whoever asked can look
              return outcome;
            });
  }

  private void expectAnswer(Waiting waiting, Duration waited) {
    long left = Math.max(1, patience.minus(waited).toMillis());
    long timer = vertx.setTimer(left, late -> giveUp(waiting));
    waiting.promise.future().onComplete(done -> vertx.cancelTimer(timer));
  }

  /**
   * The journal hangs. Nothing more is made of it, unless it is at the commit: then nobody knows.
   */
  private void giveUp(Waiting waiting) {
    LOG.warn("The journal did not answer in time: patience={}", patience);
    queue.remove(waiting);
    waiting.promise.tryComplete(unsaved(waiting));
  }

  private static Outcome unsaved(Waiting waiting) {
    return new Outcome.NotSaved(waiting.mayBeSaved() ? UNKNOWN_IF_SAVED : NOTHING_SHOWN);
  }

  private void write() {
    if (isWriting || queue.isEmpty() && !isDoubtful) {
      return;
    }
    isWriting = true;
    boolean isSure = !isDoubtful && !following.isUnconfirmed();
    Future<Void> certain = isSure ? Future.succeededFuture() : catchUp();
    certain
        .compose(sure -> append(planBatch()))
        .onFailure(this::refuseAll)
        .onComplete(
            done -> {
              isWriting = false;
              goOn();
            });
  }

  /** With what came meanwhile; a doubt that nobody asks about is settled in a while. */
  private void goOn() {
    if (queue.isEmpty() && isDoubtful) {
      vertx.setTimer(RETRY_MILLIS, retry -> write());
    } else {
      write();
    }
  }

  /** Plans what waits, one upon the other; what is known without the journal is answered. */
  private Batch planBatch() {
    Prefix base = replica.present().prefix();
    List<Waiting.Planned> batch = new ArrayList<>();
    Keys fresh = new Keys();
    while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
      Waiting waiting = queue.peek();
      if (fresh.find(waiting.proposal).isPresent()) {
        return Batch.of(batch); // the same key again: answered once the first is saved
      }
      queue.remove();
      Optional<Waiting.Planned> planned = plan(waiting, base);
      if (planned.isPresent()) {
        batch.add(planned.get());
        fresh.remember(List.of(planned.get().entry()));
        base = base.with(List.of(planned.get().entry()));
      }
    }
    return Batch.of(batch);
  }

  private Optional<Waiting.Planned> plan(Waiting waiting, Prefix base) {
    try {
      Optional<Outcome> known = known(waiting.proposal, base).or(() -> untimely(waiting.proposal));
      if (known.isPresent()) {
        waiting.promise.tryComplete(known.get());
        return Optional.empty();
      }
      Planning planning = forecast.planning(base);
      Verdict verdict = planning.plan(waiting.proposal);
      if (verdict instanceof Verdict.Refused refused) {
        waiting.promise.tryComplete(new Outcome.Refused(refused.reason()));
        return Optional.empty();
      }
      Verdict.Planned plan = (Verdict.Planned) verdict;
      Entry entry = planning.entry(waiting.proposal, plan, time.sharedNow());
      return Optional.of(new Waiting.Planned(waiting, entry, plan));
    } catch (RuntimeException fault) {
      waiting.promise.tryFail(fault); // one that cannot be planned harms nobody else
      return Optional.empty();
    }
  }

  private Optional<Outcome> known(Proposal proposal, Prefix base) {
    return keys.find(proposal)
        .map(entry -> forecast.again(replica.present().prefix(), proposal, entry))
        .or(() -> forecast.planning(base).outdated(proposal.request()));
  }

  /** Why nobody can say here when now is, where the change means now. */
  private Optional<Outcome> untimely(Proposal proposal) {
    return time.clock().isRehearsal()
        ? Optional.empty()
        : ownClock.get().refusal(proposal.request().change());
  }

  private Future<Void> append(Batch batch) {
    if (batch.isEmpty()) {
      return Future.succeededFuture();
    }
    return worker
        .<Void>executeBlocking(
            () -> {
              journal.append(batch.base(), batch.entries(), batch.permit()::use);
              return null;
            })
        .transform(done -> done.succeeded() ? shown(batch) : unsaved(batch, done.cause()));
  }

  private Future<Void> shown(Batch batch) {
    show(batch);
    return Future.succeededFuture();
  }

  private void show(Batch batch) {
    Snapshot before = replica.present();
    List<Entry> entries = batch.entries();
    take(entries);
    following.appended(before.revision() + entries.size());
    appended.accept(entries);
    Snapshot after = replica.present();
    for (Waiting.Planned each : batch.planned()) {
      Snapshot made = entries.size() == 1 ? after : before.with(List.of(each.entry()));
      each.waiting()
          .promise
          .tryComplete(Forecast.planned(before, made, each.entry().revision(), each.plan()));
      before = made;
    }
  }

  /**
   * Somebody gave up on one of them, another writer was first, or the place failed: plan again
   * without it or on what is there, or give up.
   */
  private Future<Void> unsaved(Batch batch, Throwable failure) {
    batch.putBackInto(queue);
    boolean isCertain = failure instanceof NotSaved notSaved && notSaved.isCertain();
    if (batch.permit().isTakenBack() || isCertain) {
      batch.notSaved();
      return batch.permit().isTakenBack() ? Future.succeededFuture() : Future.failedFuture(failure);
    }
    isDoubtful = true;
    return catchUp()
        .recover(why -> Future.failedFuture(why instanceof NotSaved ? failure : why))
        .compose(
            sure ->
                settled(batch, failure) ? Future.succeededFuture() : Future.failedFuture(failure));
  }

  /**
   * Whether the revisions of a batch are taken, so that it is known what became of it. Where the
   * journal itself refused it, what is there is another's, were it the very same change.
   */
  private boolean settled(Batch batch, Throwable failure) {
    if (failure instanceof NotSaved) {
      settle(batch);
    }
    boolean isTaken = replica.present().revision() > batch.base();
    if (isTaken) {
      batch.notSaved();
    }
    return isTaken;
  }

  /** After a commit of which nobody knew: those that are in the journal after all are answered. */
  private void settle(Batch batch) {
    for (Waiting.Planned each : batch.planned()) {
      Optional<Entry> there = replica.present().prefix().entry(each.entry().revision());
      if (there.filter(each.entry()::equals).isPresent()) {
        queue.remove(each.waiting());
        each.waiting()
            .promise
            .tryComplete(
                forecast.again(replica.present().prefix(), each.waiting().proposal, each.entry()));
      }
    }
  }

  /** Shows what is in the journal and not here yet; then there is no doubt left. */
  private Future<Void> catchUp() {
    return following.catchUp().onSuccess(sure -> isDoubtful = false);
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

  private void take(List<Entry> entries) {
    Snapshot before = replica.present();
    Snapshot after = replica.adopt(entries);
    keys.remember(entries);
    shown.accept(before, after);
    dueChanges.aim();
  }

  private void refuseAll(Throwable failure) {
    if (queue.isEmpty()) {
      return;
    }
    LOG.warn("Changes were not saved: waiting={} reason={}", queue.size(), failure.getMessage());
    List<Waiting> refused = List.copyOf(queue);
    queue.clear();
    refused.forEach(waiting -> waiting.promise.tryComplete(refusal(waiting, failure)));
  }

  private static Outcome refusal(Waiting waiting, Throwable failure) {
    boolean isForGood = failure instanceof ReplacedJournal || failure instanceof LaterEntry;
    return isForGood
        ? new Outcome.NotSaved("Nothing was saved or shown. " + failure.getMessage() + ".")
        : unsaved(waiting);
  }
}
