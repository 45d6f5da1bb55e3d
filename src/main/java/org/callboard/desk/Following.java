package org.callboard.desk;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.journal.Entry;
import org.callboard.journal.Journal;
import org.callboard.journal.NotSaved;
import org.callboard.journal.ReplacedJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a desk keeps up with a journal that others append to as well. What another node says it has
 * appended is shown at once, and confirmed by the journal before anything is built on it. Whatever
 * was lost, late, doubled or missed is the same case: the journal is read from where it is
 * confirmed. Owned by the desk's event loop; any thread may ask how it stands.
 */
final class Following {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final int PAGE = 1_000;

  private final WorkerExecutor worker;
  private final Journal journal;
  private final Replica replica;
  private final EventTime time;
  private final Consumer<List<Entry>> take;
  private long confirmed;
  private boolean isLooking;
  private volatile long told;
  private volatile Optional<Moment> behindSince = Optional.empty();
  private volatile Moment lastRead;
  private volatile Optional<Throwable> trouble = Optional.empty();

  /**
   * One that begins with what a replica holds.
   *
   * @param take shows entries that follow what the replica holds
   */
  Following(
      WorkerExecutor worker,
      Journal journal,
      Replica replica,
      EventTime time,
      Consumer<List<Entry>> take) {
    this.worker = worker;
    this.journal = journal;
    this.replica = replica;
    this.time = time;
    this.take = take;
    this.confirmed = replica.present().revision();
    this.told = confirmed;
    this.lastRead = time.moment();
  }

  private long shown() {
    return replica.present().revision();
  }

  /** Whether something is shown that was not yet read in the journal. */
  boolean isUnconfirmed() {
    return confirmed < shown();
  }

  /** The desk has appended up to a revision by itself. */
  void appended(long revision) {
    confirmed = Math.max(confirmed, revision);
  }

  /** Entries that another node says it has appended; those that leave a gap are looked up. */
  void hear(List<Entry> entries) {
    long known = shown();
    List<Entry> news = entries.stream().filter(entry -> entry.revision() > known).toList();
    if (news.isEmpty()) {
      return;
    }
    if (follow(known, news) && halted().isEmpty()) {
      take.accept(news);
    }
    hear(news.get(news.size() - 1).revision());
  }

  private static boolean follow(long known, List<Entry> news) {
    for (int i = 0; i < news.size(); i++) {
      if (news.get(i).revision() != known + 1 + i) {
        return false;
      }
    }
    return true;
  }

  /** A head that another node says the journal has. */
  void hear(long head) {
    told = Math.max(told, head);
    if (told > shown()) {
      behindSince = behindSince.or(() -> Optional.of(time.moment()));
      look();
    }
  }

  /** Looks what the journal has, and again if more was heard of meanwhile. */
  void look() {
    if (isLooking) {
      return;
    }
    isLooking = true;
    long asked = told;
    catchUp()
        .onComplete(
            done -> {
              isLooking = false;
              if (done.succeeded() && told > asked) {
                look();
              } else if (done.succeeded()) {
                told = shown(); // the journal knows best what its head is
                behindSince = Optional.empty();
              }
            });
  }

  /** Reads in the journal what is not confirmed here yet, and shows what is new. */
  Future<Void> catchUp() {
    long from = confirmed;
    long shown = shown();
    return worker
        .executeBlocking(() -> journal.read(from, PAGE))
        .map(entries -> confirm(from, shown, entries))
        .onComplete(done -> note(Optional.ofNullable(done.cause())))
        .compose(full -> full ? catchUp() : Future.succeededFuture());
  }

  /** Whether the page was full, so that there may be more. */
  private boolean confirm(long from, long shown, List<Entry> entries) {
    boolean isFull = entries.size() == PAGE;
    List<Entry> here = replica.present().prefix().entries();
    int known = (int) Math.min(entries.size(), here.size() - from);
    List<Entry> same = here.subList((int) from, (int) from + known);
    boolean isShort = !isFull && from + entries.size() < shown;
    if (isShort || !entries.subList(0, known).equals(same)) {
      throw new ReplacedJournal(
          "The journal does not hold what another node said it had appended: revision="
              + (from + 1)
              + "; start the node again to show what is there now");
    }
    confirmed = Math.max(confirmed, from + entries.size());
    if (known < entries.size()) {
      take.accept(entries.subList(known, entries.size()));
    }
    return isFull;
  }

  private void note(Optional<Throwable> failure) {
    boolean isNews = !kind(failure).equals(kind(trouble));
    trouble = failure;
    if (failure.isEmpty()) {
      lastRead = time.moment();
    }
    if (isNews && failure.isPresent()) {
      LOG.warn("The journal cannot be followed, so boards stay as they are: {}", why());
    } else if (isNews) {
      LOG.info("The journal is followed again: revision={}", shown());
    }
  }

  private static Optional<Class<?>> kind(Optional<Throwable> failure) {
    return failure.map(Throwable::getClass);
  }

  private String why() {
    return trouble.map(Throwable::getMessage).orElse("");
  }

  /** How it stands, for whoever asks whether this node shows what there is to show. */
  Standing standing() {
    Moment now = time.moment();
    return new Standing(
        shown(),
        Math.max(0, told - shown()),
        behindSince.map(now::since),
        now.since(lastRead),
        halted().map(Throwable::getMessage));
  }

  /** A journal that is only out of reach is no reason to show less than others say. */
  private Optional<Throwable> halted() {
    return trouble.filter(cause -> !(cause instanceof NotSaved));
  }
}
