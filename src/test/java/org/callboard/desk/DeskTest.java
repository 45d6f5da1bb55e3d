package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.callboard.board.DayText;
import org.callboard.change.Change;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.journal.BrokenJournal;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.Journal;
import org.callboard.journal.MemoryJournal;
import org.callboard.journal.SharedJournal;
import org.callboard.programme.Programme;
import org.callboard.wire.ChangeJson;
import org.callboard.wire.ChangeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a change becomes true, and what happens where the journal, a key or an instant is odd. */
class DeskTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:00 Opening
          hall  10:00-11:00 Panel
          scala 09:30-10:00 Film
          """);
  private static final Duration PATIENT = Duration.ofHours(1);
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final Instant HALF_PAST_NINE = NINE.plusSeconds(1_800);

  private final BrokenJournal journal = new BrokenJournal(new MemoryJournal());
  private final EventTime time =
      new EventTime(EventClock.rehearsal(NINE, 1, moment()), DeskTest::moment);
  private Vertx vertx;
  private Desk desk;

  private static Moment moment() {
    return new Moment(Instant.now(), System.nanoTime());
  }

  @BeforeEach
  void open() throws HeadMoved {
    vertx = Vertx.vertx();
    journal.append(0, List.of(FirstEdition.entry(DAY, time)));
    desk = desk(journal);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Desk desk(Journal on) {
    return desk(on, Duration.ofSeconds(4));
  }

  private Desk desk(Journal on, Duration patience) {
    WorkerExecutor worker = vertx.createSharedWorkerExecutor("journal-" + on.hashCode(), 1);
    return new Desk(
        vertx,
        worker,
        on,
        new Replica(on.read(0, 1_000), time),
        time,
        (before, after) -> {},
        (asked, done) -> {},
        patience);
  }

  private Proposal asked(String text, String key) {
    return new Proposal(
        "olga", key, ChangeJson.read(new JsonObject(text.replace('\'', '"')), time.second(), 1));
  }

  private Future<Outcome> ask(String text, String key) {
    return desk.publish(asked(text, key));
  }

  /** Asks as somebody who has waited so long that little of the patience is left. */
  private Future<Outcome> askLate(String text, String key, Duration left) {
    return desk.publish(asked(text, key), PATIENT.minus(left));
  }

  private static Outcome got(Future<Outcome> outcome) {
    try {
      return outcome.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception none) {
      throw new AssertionError("The desk did not answer", none);
    }
  }

  private static String delay(String session, int minutes) {
    return "{'type':'delay','session':'" + session + "','minutes':" + minutes + "}";
  }

  private static Outcome.Planned planned(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Planned.class);
    return (Outcome.Planned) outcome;
  }

  @Test
  void the_same_key_in_one_batch_is_one_entry_and_one_answer() {
    List<Future<Outcome>> answers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      answers.add(ask(delay("s0", 5), "tap"));
    }
    assertThat(answers.stream().map(DeskTest::got).distinct()).hasSize(1);
    assertThat(journal.head()).isEqualTo(2);
  }

  @Test
  void a_key_is_its_authors_own() {
    Proposal of = asked(delay("s0", 5), "tap");
    assertThat(planned(got(desk.publish(of))).revision()).isEqualTo(2);
    assertThat(planned(got(desk.publish(new Proposal("bo", "tap", of.request())))).revision())
        .isEqualTo(3);
    assertThat(got(ask(delay("s0", 6), "tap"))).isInstanceOf(Outcome.KeyReused.class);
  }

  @Test
  void a_key_is_answered_the_same_after_a_restart_and_later_changes() {
    Outcome first = got(ask(delay("s0", 5), "tap"));
    got(ask("{'type':'cancel','session':'s0'}", ""));
    assertThat(got(ask(delay("s0", 5), "tap"))).isEqualTo(first);
    desk = desk(journal);
    assertThat(got(ask(delay("s0", 5), "tap"))).isEqualTo(first);
  }

  @Test
  void each_of_a_batch_is_told_of_its_own_rooms() {
    List<Future<Outcome>> answers = new ArrayList<>();
    answers.add(ask(delay("s0", 5), "one"));
    answers.add(ask(delay("s2", 5), "two"));
    answers.add(ask(delay("s0", 6), "three"));
    assertThat(answers.stream().map(answer -> planned(got(answer)).rooms().toString()))
        .containsExactly("[hall]", "[scala]", "[hall]");
    assertThat(got(ask(delay("s2", 5), "two"))).isEqualTo(got(answers.get(1)));
  }

  @Test
  void a_change_whose_answer_was_lost_is_made_once_and_answered() {
    journal.loseAnswers();
    Outcome.Planned answer = planned(got(ask(delay("s0", 5), "tap")));
    assertThat(answer.revision()).isEqualTo(2);
    assertThat(answer.rooms()).containsExactly("hall");
    assertThat(journal.head()).isEqualTo(2);
  }

  @Test
  void where_nobody_knows_whether_it_was_saved_nobody_claims_that_it_was_not() {
    Vanishing vanishing = new Vanishing(journal);
    desk = desk(vanishing);
    vanishing.vanish();
    Outcome outcome = got(ask(delay("s0", 5), ""));
    assertThat(outcome).isInstanceOf(Outcome.NotSaved.class);
    assertThat(((Outcome.NotSaved) outcome).reason()).contains("Look at the day before you ask");
  }

  @Test
  void what_a_journal_that_hangs_was_given_is_refused_in_time_and_not_saved_later() {
    desk = desk(journal, PATIENT);
    journal.hang();
    Future<Outcome> given = askLate(delay("s0", 5), "given", Duration.ofMillis(200));
    Future<Outcome> waiting = askLate(delay("s1", 5), "waiting", Duration.ofMillis(200));
    assertThat(notSaved(got(given))).contains("It was not saved");
    assertThat(notSaved(got(waiting))).contains("It was not saved");
    journal.repair();
    assertThat(planned(got(ask(delay("s2", 5), "next"))).revision()).isEqualTo(2);
    assertThat(journal.byKey("olga", "given")).isEmpty();
  }

  @Test
  void whoever_has_waited_already_waits_the_shorter_for_a_journal_that_hangs() {
    desk = desk(journal, PATIENT);
    journal.hang();
    Future<Outcome> asked = askLate(delay("s0", 5), "", Duration.ofMillis(200));
    assertThat(notSaved(got(asked))).contains("It was not saved");
    journal.repair();
  }

  @Test
  void of_what_hangs_at_the_commit_nobody_claims_in_time_that_it_was_not_saved() {
    desk = desk(journal, PATIENT);
    journal.hangWhenSaved();
    Future<Outcome> given = askLate(delay("s0", 5), "given", Duration.ofSeconds(2));
    await().until(() -> journal.head() == 2);
    Future<Outcome> waiting = askLate(delay("s1", 5), "waiting", Duration.ofMillis(200));
    assertThat(notSaved(got(given))).contains("with the same Idempotency-Key");
    assertThat(notSaved(got(waiting))).contains("It was not saved");
    journal.repair();
    assertThat(planned(got(ask(delay("s0", 5), "given"))).revision()).isEqualTo(2);
    assertThat(planned(got(ask(delay("s2", 5), "next"))).revision()).isEqualTo(3);
  }

  private static String notSaved(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.NotSaved.class);
    return ((Outcome.NotSaved) outcome).reason();
  }

  @Test
  void what_was_saved_unheard_is_shown_once_the_journal_is_back_though_nobody_asks() {
    Vanishing vanishing = new Vanishing(journal);
    desk = desk(vanishing);
    vanishing.vanish();
    got(ask(delay("s0", 5), ""));
    vanishing.comeBack();
    await().until(() -> desk.replica().present().revision() == 2);
  }

  @Test
  void two_desks_on_one_journal_lose_nothing() {
    Desk other = desk(new SharedJournal(journal));
    List<Future<Outcome>> answers = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      answers.add((i % 2 == 0 ? desk : other).publish(asked(delay("s" + i % 3, i), "")));
    }
    List<Long> revisions = answers.stream().map(answer -> planned(got(answer)).revision()).toList();
    assertThat(revisions).doesNotHaveDuplicates().hasSize(40);
    assertThat(journal.head()).isEqualTo(41);
  }

  @Test
  void a_scheduled_change_is_made_once_by_two_desks() {
    Desk other = desk(new SharedJournal(journal));
    planned(got(ask("{'type':'cancel','session':'s1','due':'2017-11-16T08:30:00Z'}", "")));
    got(other.publish(asked(delay("s2", 5), ""))); // so that it has heard of it
    time.set(HALF_PAST_NINE, 1);
    await()
        .until(
            () ->
                journal.read(0, 100).stream()
                    .anyMatch(entry -> entry.change().contains("cancel") && entry.revision() > 2));
    got(other.publish(asked(delay("s2", 6), "")));
    got(ask(delay("s2", 7), ""));
    assertThat(
            journal.read(0, 100).stream().filter(entry -> entry.change().contains("\"scheduled\"")))
        .hasSize(1);
  }

  @Test
  void a_scheduled_change_waits_for_a_journal_that_fails() {
    planned(got(ask("{'type':'cancel','session':'s1','due':'2017-11-16T08:30:00Z'}", "")));
    journal.fail();
    time.set(HALF_PAST_NINE, 1);
    await().until(() -> time.now().isAfter(HALF_PAST_NINE.plusSeconds(2)));
    journal.repair();
    await().until(() -> desk.replica().present().revision() == 3); // shown after it is saved
    assertThat(desk.replica().present().prefix().agenda().pending()).isEmpty();
  }

  @Test
  void what_fell_due_while_nobody_ran_is_made_at_the_start() {
    got(ask("{'type':'cancel','session':'s1','due':'2017-11-16T08:00:30Z'}", ""));
    time.set(NINE.plusSeconds(60), 1);
    desk = desk(new SharedJournal(journal));
    await().until(() -> journal.head() == 3);
  }

  @Test
  void a_scheduled_change_that_nobody_can_read_any_more_holds_up_no_other() {
    Change cancel = new Change.Cancel("s0");
    Instant before = HALF_PAST_NINE.minusSeconds(1);
    Change odd = new Change.Schedule(before, "{\"type\":\"levitate\"}", cancel);
    got(
        desk.publish(
            new Proposal(
                "olga",
                "",
                new ChangeRequest(
                    odd, "cancel", "{\"type\":\"cancel\"}", "", false, Optional.empty()))));
    planned(got(ask("{'type':'cancel','session':'s1','due':'2017-11-16T08:30:00Z'}", "")));
    time.set(HALF_PAST_NINE, 1);
    await().until(() -> desk.replica().present().prefix().agenda().pending().isEmpty());
    assertThat(desk.replica().present().prefix().agenda().session("s1").orElseThrow().isCancelled())
        .isTrue();
  }

  @Test
  void who_has_not_seen_the_last_change_cannot_schedule_another() {
    got(ask(delay("s0", 5), ""));
    Outcome late =
        got(
            ask(
                "{'type':'cancel','session':'s0','ifRevision':1,'due':'2017-11-16T09:00:00Z'}",
                ""));
    assertThat(late).isInstanceOf(Outcome.Outdated.class);
  }

  @Test
  void more_than_may_wait_are_refused_and_the_others_are_kept() {
    List<Future<Outcome>> answers = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      answers.add(ask("{'type':'cancel','session':'nowhere'}", ""));
    }
    assertThat(answers.stream().map(DeskTest::got))
        .allMatch(
            outcome -> outcome instanceof Outcome.Refused || outcome instanceof Outcome.NotSaved);
  }

  /** A journal that saves, is gone before that is heard, and is away until it comes back. */
  private static final class Vanishing implements Journal {
    private final Journal journal;
    private volatile boolean isVanishing;
    private volatile boolean isGone;

    Vanishing(Journal journal) {
      this.journal = journal;
    }

    void vanish() {
      isVanishing = true;
    }

    void comeBack() {
      isVanishing = false;
      isGone = false;
    }

    private void requireThere(boolean isCertain) {
      if (isGone) {
        throw new org.callboard.journal.NotSaved("test", "it is gone", isCertain, null);
      }
    }

    @Override
    public String id() {
      return journal.id();
    }

    @Override
    public long head() {
      requireThere(true);
      return journal.head();
    }

    @Override
    public List<Entry> read(long afterRevision, int limit) {
      requireThere(true);
      return journal.read(afterRevision, limit);
    }

    @Override
    public Optional<Entry> byKey(String author, String key) {
      requireThere(true);
      return journal.byKey(author, key);
    }

    @Override
    public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
        throws HeadMoved {
      requireThere(true);
      journal.append(expectedHead, entries, mayCommit);
      isGone = isVanishing;
      requireThere(false);
    }

    @Override
    public void close() {
      journal.close();
    }
  }
}
