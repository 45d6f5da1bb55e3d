package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.journal.BrokenJournal;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.Journal;
import org.callboard.journal.LaterEntry;
import org.callboard.journal.MemoryJournal;
import org.callboard.journal.NotSaved;
import org.callboard.journal.SharedJournal;
import org.callboard.programme.Programme;
import org.callboard.wire.ChangeJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a desk keeps up with what other nodes append, whatever becomes of their messages. */
class FollowingTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:00 Opening
          hall  10:00-11:00 Panel
          """);
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");

  private final MemoryJournal journal = new MemoryJournal();
  private final BrokenJournal line = new BrokenJournal(journal);
  private final EventTime time =
      new EventTime(EventClock.rehearsal(NINE, 1, moment()), FollowingTest::moment);
  private final List<Long> shown = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private Desk desk;
  private Desk other;

  /** All at one instant, so that no two changes are told apart by when they were made. */
  private static Moment moment() {
    return new Moment(NINE, System.nanoTime());
  }

  @BeforeEach
  void open() throws HeadMoved {
    vertx = Vertx.vertx();
    journal.append(0, List.of(FirstEdition.entry(DAY, time)));
    desk = desk("one", line);
    other = desk("other", journal);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Desk desk(String name, Journal on) {
    return new Desk(
        vertx,
        vertx.createSharedWorkerExecutor(name, 1),
        on,
        new Replica(on.read(0, 1_000), time),
        time,
        (before, after) -> noteShown(on, after),
        (asked, done) -> {});
  }

  private void noteShown(Journal on, Snapshot after) {
    if (on == line) {
      shown.add(after.revision());
    }
  }

  private static Outcome delay(Desk desk, int minutes) {
    String text = "{\"type\":\"delay\",\"session\":\"s0\",\"minutes\":" + minutes + "}";
    Proposal proposal = new Proposal("olga", "", ChangeJson.read(new JsonObject(text), NINE, 1));
    try {
      return desk.publish(proposal)
          .toCompletionStage()
          .toCompletableFuture()
          .get(9, TimeUnit.SECONDS);
    } catch (Exception none) {
      throw new AssertionError("The desk did not answer", none);
    }
  }

  private List<Entry> appendElsewhere(int count) {
    long before = journal.head();
    for (int i = 0; i < count; i++) {
      delay(other, 5);
    }
    return journal.read(before, 1_000);
  }

  private void awaitShown(long revision) {
    await().until(() -> desk.replica().present().revision() == revision);
  }

  @Test
  void what_another_node_appended_is_shown_before_the_journal_is_asked() {
    List<Entry> entries = appendElsewhere(1);
    line.fail();
    desk.hear(entries);
    awaitShown(2);
    assertThat(desk.standing().lag()).isZero();
  }

  @Test
  void while_the_journal_is_away_what_others_say_is_shown_all_the_same() {
    List<Entry> first = appendElsewhere(1);
    List<Entry> second = appendElsewhere(1);
    line.fail();
    desk.hear(2);
    await().until(() -> desk.standing().lag() == 1);
    desk.hear(first);
    desk.hear(second);
    awaitShown(3);
  }

  @Test
  void a_lost_message_is_made_good_by_the_next() {
    appendElsewhere(2);
    desk.hear(appendElsewhere(1));
    awaitShown(4);
    assertThat(desk.replica().present().prefix().entries()).isEqualTo(journal.read(0, 10));
  }

  @Test
  void a_head_is_enough_to_catch_up_with() {
    appendElsewhere(3);
    desk.hear(journal.head());
    awaitShown(4);
    await().until(() -> desk.standing().behindFor().isEmpty());
  }

  @Test
  void without_any_message_the_journal_is_looked_into_all_the_same() {
    appendElsewhere(3);
    desk.look();
    awaitShown(4);
  }

  @Test
  void a_late_or_doubled_message_shows_nothing_again() {
    List<Entry> entries = appendElsewhere(2);
    desk.hear(entries);
    awaitShown(3);
    desk.hear(entries);
    desk.hear(entries.subList(0, 1));
    desk.hear(1);
    assertThat(delay(desk, 5)).isInstanceOf(Outcome.Planned.class);
    assertThat(shown).containsExactly(3L, 4L);
  }

  @Test
  void while_the_journal_is_away_a_node_says_how_far_behind_it_is_and_catches_up_afterwards() {
    appendElsewhere(3);
    line.fail();
    desk.hear(journal.head());
    await().until(() -> desk.standing().lag() == 3);
    assertThat(desk.standing().behindFor()).isPresent();
    line.repair();
    desk.hear(journal.head());
    awaitShown(4);
    await().until(() -> desk.standing().lag() == 0);
  }

  @Test
  void nothing_is_built_on_what_the_journal_does_not_hold() {
    Entry invented = journal.read(0, 1).get(0).withRevision(2);
    desk.hear(List.of(invented));
    awaitShown(2);
    assertThat(delay(desk, 5)).isInstanceOf(Outcome.NotSaved.class);
    assertThat(journal.head()).isEqualTo(1);
    assertThat(desk.standing().halted()).isPresent();
    delay(other, 5);
    desk.hear(2);
    assertThat(delay(desk, 5)).isInstanceOf(Outcome.NotSaved.class);
    assertThat(journal.head()).isEqualTo(2);
  }

  @Test
  void a_head_that_nobody_has_is_forgotten_once_the_journal_was_asked() {
    desk.hear(1_000);
    await().until(() -> desk.standing().behindFor().isEmpty() && desk.standing().lag() == 0);
    assertThat(delay(desk, 5)).isInstanceOf(Outcome.Planned.class);
  }

  @Test
  void a_race_that_was_lost_to_a_change_heard_of_meanwhile_is_planned_again() {
    Overtaken overtaken = new Overtaken();
    desk = desk("overtaken", overtaken);
    Outcome outcome = delay(desk, 5);
    assertThat(outcome).isInstanceOf(Outcome.Planned.class);
    assertThat(((Outcome.Planned) outcome).revision()).isEqualTo(3);
  }

  @Test
  void another_nodes_same_change_is_not_taken_for_one_whose_answer_was_lost() {
    desk = desk("forestalled", new Forestalled());
    Outcome outcome = delay(desk, 5);
    assertThat(outcome).isInstanceOf(Outcome.Planned.class);
    assertThat(((Outcome.Planned) outcome).revision()).isEqualTo(3);
    assertThat(journal.head()).isEqualTo(3);
  }

  @Test
  void an_entry_of_a_later_version_is_neither_shown_nor_built_upon() {
    appendElsewhere(1);
    LaterVersion later = new LaterVersion();
    desk = desk("older", later);
    appendElsewhere(1);
    desk.hear(3);
    await().until(() -> desk.standing().halted().isPresent());
    assertThat(desk.replica().present().revision()).isEqualTo(2);
    Outcome outcome = delay(desk, 5);
    assertThat(outcome).isInstanceOf(Outcome.NotSaved.class);
    assertThat(((Outcome.NotSaved) outcome).reason()).contains("use the version that wrote it");
    assertThat(journal.head()).isEqualTo(3);
  }

  /** The journal, as a version sees it that cannot read what follows its second entry. */
  private final class LaterVersion extends SharedJournal {

    private LaterVersion() {
      super(journal);
    }

    @Override
    public List<Entry> read(long afterRevision, int limit) {
      if (afterRevision >= 2 && journal.head() > 2) {
        throw new LaterEntry("revision 3: use the version that wrote it", null);
      }
      return journal.read(afterRevision, (int) Math.min(limit, 2 - afterRevision));
    }
  }

  /** The journal, whose line is lost at the commit, after another node made the same change. */
  private final class Forestalled extends SharedJournal {
    private boolean isForestalled;

    private Forestalled() {
      super(journal);
    }

    @Override
    public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
        throws HeadMoved {
      if (!isForestalled) {
        isForestalled = true;
        appendElsewhere(1);
        throw new NotSaved("test", "the line was lost", false, null);
      }
      super.append(expectedHead, entries, mayCommit);
    }
  }

  /** The journal, where another node is first, and is heard before the append has failed. */
  private final class Overtaken extends SharedJournal {
    private boolean isOvertaken;

    private Overtaken() {
      super(journal);
    }

    @Override
    public void append(long expectedHead, List<Entry> entries, BooleanSupplier mayCommit)
        throws HeadMoved {
      if (!isOvertaken) {
        isOvertaken = true;
        desk.hear(appendElsewhere(1));
        awaitShown(2);
      }
      super.append(expectedHead, entries, mayCommit);
    }
  }
}
