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
import java.util.function.BiConsumer;
import org.callboard.agenda.Verdict;
import org.callboard.board.Boards;
import org.callboard.change.Pending;
import org.callboard.clock.EventTime;
import org.callboard.journal.Entry;
import org.callboard.journal.Journal;
import org.callboard.journal.NotSaved;
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

  private static final int PAGE = 1_000;
  private static final long RETRY_MILLIS = 1_000;
  private static final long LONGEST_AIM_MILLIS = Duration.ofHours(1).toMillis();
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
  private final Keys keys = new Keys();
  private final Deque<Waiting> queue = new ArrayDeque<>();
  private boolean isWriting;
  private boolean isDoubtful;
  private long aimed = -1;

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
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.worker = worker;
    this.journal = journal;
    this.replica = replica;
    this.time = time;
    this.shown = shown;
    this.answered = answered;
    loop.runOnContext(
        begun -> {
          keys.remember(replica.present().prefix().entries());
          aim();
        });
  }

  public Replica replica() {
    return replica;
  }

  /** What a change would do; nothing is kept. Any thread may ask. */
  public Outcome preview(Proposal proposal) {
    Snapshot present = replica.present();
    Planning planning = planning(present.prefix());
    Optional<Outcome> outdated = planning.outdated(proposal.request());
    if (outdated.isPresent()) {
      return outdated.get();
    }
    Verdict verdict = planning.plan(proposal);
    if (verdict instanceof Verdict.Planned plan) {
      Entry entry = planning.entry(proposal, plan, time.moment().wall());
      return planned(present, present.with(List.of(entry)), 0, plan);
    }
    return new Outcome.Refused(((Verdict.Refused) verdict).reason());
  }

  /**
   * Makes a change true, or says why not. Any thread may ask; the future completes on the desk's
   * event loop.
   */
  public Future<Outcome> publish(Proposal proposal) {
    Waiting waiting = new Waiting(proposal);
    loop.runOnContext(
        now -> {
          if (queue.size() >= MOST_WAITING) {
            waiting.promise.complete(new Outcome.NotSaved(NOTHING_SHOWN));
          } else {
            queue.add(waiting);
            write();
          }
        });
    return waiting.promise.future().onSuccess(outcome -> answered.accept(proposal, outcome));
  }

  private Planning planning(Prefix base) {
    return new Planning(base, time.second(), time.clock().isRehearsal());
  }

  private void write() {
    if (isWriting || queue.isEmpty() && !isDoubtful) {
      return;
    }
    isWriting = true;
    Future<Void> certain = isDoubtful ? catchUp() : Future.succeededFuture();
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
  private List<Waiting.Planned> planBatch() {
    Prefix base = replica.present().prefix();
    List<Waiting.Planned> batch = new ArrayList<>();
    Keys fresh = new Keys();
    while (!queue.isEmpty() && batch.size() < LARGEST_BATCH) {
      Waiting waiting = queue.peek();
      if (fresh.find(waiting.proposal).isPresent()) {
        return batch; // the same key again: answered once the first is saved
      }
      queue.remove();
      Optional<Waiting.Planned> planned = plan(waiting, base);
      if (planned.isPresent()) {
        batch.add(planned.get());
        fresh.remember(List.of(planned.get().entry()));
        base = base.with(List.of(planned.get().entry()));
      }
    }
    return batch;
  }

  private Optional<Waiting.Planned> plan(Waiting waiting, Prefix base) {
    try {
      Optional<Outcome> known = known(waiting.proposal, base);
      if (known.isPresent()) {
        waiting.promise.complete(known.get());
        return Optional.empty();
      }
      Planning planning = planning(base);
      Verdict verdict = planning.plan(waiting.proposal);
      if (verdict instanceof Verdict.Refused refused) {
        waiting.promise.complete(new Outcome.Refused(refused.reason()));
        return Optional.empty();
      }
      Verdict.Planned plan = (Verdict.Planned) verdict;
      Entry entry = planning.entry(waiting.proposal, plan, time.moment().wall());
      return Optional.of(new Waiting.Planned(waiting, entry, plan));
    } catch (RuntimeException fault) {
      waiting.promise.fail(fault); // one that cannot be planned harms nobody else
      return Optional.empty();
    }
  }

  private Optional<Outcome> known(Proposal proposal, Prefix base) {
    return keys.find(proposal)
        .map(entry -> again(proposal, entry))
        .or(() -> planning(base).outdated(proposal.request()));
  }

  /** The answer that the entry of a key was given, worked out anew from what it was planned on. */
  private Outcome again(Proposal proposal, Entry entry) {
    if (!entry.change().equals(proposal.request().text())) {
      return new Outcome.KeyReused(
          "This Idempotency-Key made revision "
              + entry.revision()
              + ", which was another change; use a new key for a new change.");
    }
    List<Entry> all = replica.present().prefix().entries();
    Snapshot before = Snapshot.of(Folding.of(all.subList(0, (int) entry.revision() - 1)));
    Verdict verdict =
        new Planning(before.prefix(), entry.at(), time.clock().isRehearsal()).plan(proposal);
    Verdict.Planned plan =
        verdict instanceof Verdict.Planned planned
            ? new Verdict.Planned(entry.effects(), entry.cautions(), planned.absorptions())
            : new Verdict.Planned(entry.effects(), entry.cautions(), List.of());
    return planned(before, before.with(List.of(entry)), entry.revision(), plan);
  }

  private Future<Void> append(List<Waiting.Planned> batch) {
    if (batch.isEmpty()) {
      return Future.succeededFuture();
    }
    long head = replica.present().revision();
    return worker
        .<Void>executeBlocking(
            () -> {
              journal.append(head, Waiting.Planned.entries(batch));
              return null;
            })
        .onSuccess(saved -> show(batch))
        .recover(failure -> unsaved(batch, failure));
  }

  private void show(List<Waiting.Planned> batch) {
    Snapshot before = replica.present();
    Snapshot after = take(Waiting.Planned.entries(batch));
    for (Waiting.Planned each : batch) {
      Snapshot made = batch.size() == 1 ? after : before.with(List.of(each.entry()));
      each.waiting().promise.complete(planned(before, made, each.entry().revision(), each.plan()));
      before = made;
    }
  }

  /** Another writer was first, or the place failed: plan again on what is there, or give up. */
  private Future<Void> unsaved(List<Waiting.Planned> batch, Throwable failure) {
    for (int i = batch.size() - 1; i >= 0; i--) {
      queue.addFirst(batch.get(i).waiting());
    }
    if (failure instanceof NotSaved notSaved && notSaved.isCertain()) {
      return Future.failedFuture(failure);
    }
    isDoubtful = true;
    long known = replica.present().revision();
    return catchUp()
        .recover(stillGone -> Future.failedFuture(failure))
        .compose(
            sure -> {
              settle(batch);
              boolean moved = replica.present().revision() > known;
              return moved ? Future.succeededFuture() : Future.failedFuture(failure);
            });
  }

  /** After a commit of which nobody knew: those that are in the journal after all are answered. */
  private void settle(List<Waiting.Planned> batch) {
    for (Waiting.Planned each : batch) {
      Optional<Entry> there = replica.present().prefix().entry(each.entry().revision());
      if (there.filter(each.entry()::equals).isPresent()) {
        queue.remove(each.waiting());
        each.waiting().promise.complete(again(each.waiting().proposal, each.entry()));
      }
    }
  }

  /** Adopts what is in the journal and not here yet. */
  private Future<Void> catchUp() {
    long known = replica.present().revision();
    return worker
        .executeBlocking(() -> journal.read(known, PAGE))
        .compose(
            entries -> {
              if (!entries.isEmpty()) {
                take(entries);
              }
              isDoubtful = false;
              return entries.size() == PAGE ? catchUp() : Future.succeededFuture();
            });
  }

  private Snapshot take(List<Entry> entries) {
    Snapshot before = replica.present();
    Snapshot after = replica.adopt(entries);
    keys.remember(entries);
    shown.accept(before, after);
    aim();
    return after;
  }

  private void refuseAll(Throwable failure) {
    if (queue.isEmpty()) {
      return;
    }
    LOG.warn("Changes were not saved: waiting={} reason={}", queue.size(), failure.getMessage());
    List<Waiting> refused = List.copyOf(queue);
    queue.clear();
    String reason =
        failure instanceof NotSaved notSaved && !notSaved.isCertain()
            ? UNKNOWN_IF_SAVED
            : NOTHING_SHOWN;
    refused.forEach(waiting -> waiting.promise.complete(new Outcome.NotSaved(reason)));
  }

  private static Outcome planned(
      Snapshot before, Snapshot after, long revision, Verdict.Planned plan) {
    Boards boards = after.boards();
    return new Outcome.Planned(
        revision,
        plan.effects(),
        plan.cautions(),
        plan.absorptions(),
        boards.changedSince(before.boards()),
        boards.venueChangedSince(before.boards()));
  }

  /** Aims a timer at the first change that waits for its instant. */
  private void aim() {
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
    publish(Due.proposal(pending, time))
        .recover(fault -> publish(Due.unmade(pending, fault)))
        .onSuccess(
            outcome -> {
              if (outcome instanceof Outcome.NotSaved) {
                vertx.setTimer(RETRY_MILLIS, retry -> aim());
              }
            });
  }
}
