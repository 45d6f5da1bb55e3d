package org.callboard.desk;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.callboard.alarm.Alarm;
import org.callboard.journal.Entry;
import org.callboard.journal.Journal;
import org.callboard.journal.NotSaved;
import org.slf4j.LoggerFactory;

/**
 * The changes of one node that wait to become true, and how they do: one batch after the other is
 * planned on the newest prefix of the journal, appended, and only then shown. Whatever the journal
 * does, each is answered in time. Owned by the desk's event loop.
 */
final class Writer {
  /** Changes that may wait before more are refused. */
  private static final int MOST_WAITING = 4_096;

  private static final long RETRY_MILLIS = 1_000;

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final Journal journal;
  private final Replica replica;
  private final Following following;
  private final Batching batching;
  private final Consumer<List<Entry>> appended;
  private final Duration patience;
  private final Alarm alarm;
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean isWriting;
  private boolean isDoubtful;

  /**
   * A writer for whom nobody waits yet.
   *
   * @param appended shows entries that were appended, and tells others of them
   * @param patience by then whoever asks has an answer, also where the journal hangs
   */
  Writer(
      Vertx vertx,
      WorkerExecutor worker,
      Journal journal,
      Following following,
      Batching batching,
      Consumer<List<Entry>> appended,
      Duration patience) {
    this.vertx = vertx;
    this.worker = worker;
    this.journal = journal;
    this.replica = batching.replica();
    this.following = following;
    this.batching = batching;
    this.appended = appended;
    this.patience = patience;
    this.alarm =
        new Alarm(
            LoggerFactory.getLogger(Writer.class),
            batching.forecast().time()::moment,
            "Changes are not saved and not shown",
            "Changes are saved again.");
  }

  /**
   * Makes a change, or says why not.
   *
   * @param waited how long whoever asks has waited already
   */
  void make(Waiting waiting, Duration waited) {
    if (queue.size() >= MOST_WAITING) {
      waiting.refuse();
      return;
    }
    queue.add(waiting);
    expectAnswer(waiting, waited);
    write();
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
    alarm.raise("the journal did not answer within " + patience.toMillis() + " ms");
    queue.remove(waiting);
    waiting.refuse();
  }

  private void write() {
    if (isWriting || queue.isEmpty() && !isDoubtful) {
      return;
    }
    isWriting = true;
    boolean isSure = !isDoubtful && !following.isUnconfirmed();
    Future<Void> certain = isSure ? Future.succeededFuture() : catchUp();
    certain
        .compose(sure -> append(batching.next(queue)))
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

  /** Shows what is in the journal and not here yet; then there is no doubt left. */
  private Future<Void> catchUp() {
    return following.catchUp().onSuccess(sure -> isDoubtful = false);
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
        .transform(done -> done.succeeded() ? saved(batch) : unsaved(batch, done.cause()));
  }

  private Future<Void> saved(Batch batch) {
    Snapshot before = replica.present();
    appended.accept(batch.entries());
    batch.answer(before, replica.present());
    alarm.clear();
    return Future.succeededFuture();
  }

  /**
   * Somebody gave up on one of them, another writer was first, or the place failed: plan again
   * without it or on what is there, or give up.
   */
  private Future<Void> unsaved(Batch batch, Throwable failure) {
    batch.putBackInto(queue);
    boolean isTakenBack = batch.permit().isTakenBack();
    boolean isCertain = failure instanceof NotSaved notSaved && notSaved.isCertain();
    if (isTakenBack || isCertain) {
      batch.settled();
      return isTakenBack ? Future.succeededFuture() : Future.failedFuture(failure);
    }
    isDoubtful = true;
    return catchUp()
        .recover(why -> Future.failedFuture(why instanceof NotSaved ? failure : why))
        .compose(sure -> settle(batch, failure));
  }

  /** Once its revisions are taken it is known by whose entries, also after a lost answer. */
  private Future<Void> settle(Batch batch, Throwable failure) {
    Snapshot newest = replica.present();
    if (newest.revision() <= batch.base()) {
      return Future.failedFuture(failure);
    }
    if (batch.isIn(newest.prefix())) {
      batch.answer(newest.asOf(batch.base()), newest);
      queue.removeIf(Waiting::isAnswered);
    }
    batch.settled();
    return Future.succeededFuture();
  }

  private void refuseAll(Throwable failure) {
    if (queue.isEmpty()) {
      return;
    }
    alarm.raise(String.valueOf(failure.getMessage()));
    List<Waiting> refused = List.copyOf(queue);
    queue.clear();
    refused.forEach(waiting -> waiting.refuse(failure));
  }
}
