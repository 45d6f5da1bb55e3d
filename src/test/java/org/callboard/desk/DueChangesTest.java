package org.callboard.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.callboard.board.DayText;
import org.callboard.change.Effect;
import org.callboard.change.Pending;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.journal.Entry;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.Journal;
import org.callboard.journal.MemoryJournal;
import org.callboard.journal.SharedJournal;
import org.callboard.wire.ChangeJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What waits for its instant at nodes whose clocks are wrong, by a journal whose clock is right.
 */
class DueChangesTest {
  private static final Instant START = Instant.parse("2017-11-16T08:00:00Z");
  private static final Duration RIGHT = Duration.ZERO;
  private static final Duration AHEAD = Duration.ofHours(6);
  private static final Duration BEHIND = Duration.ofHours(-1);
  private static final OwnClock WRONG =
      new OwnClock(Optional.of("The clock is wrong; see to NTP."), false);

  private final Vertx vertx = Vertx.vertx();
  private final MemoryJournal entries = new MemoryJournal();
  private final Journal journal = new Placed(entries);

  /** How long the world has run since the start. */
  private volatile Duration elapsed = Duration.ZERO;

  /** A journal whose place has a clock. */
  private final class Placed extends SharedJournal {
    Placed(Journal journal) {
      super(journal);
    }

    @Override
    public Optional<Instant> time() {
      return Optional.of(START.plus(elapsed));
    }
  }

  private EventTime time(Duration skew) {
    return time(skew, EventClock.real());
  }

  private EventTime time(Duration skew, EventClock clock) {
    EventTime time =
        new EventTime(
            clock,
            () -> {
              Duration now = elapsed;
              return new Moment(START.plus(skew).plus(now), now.toNanos());
            });
    PlaceClock.read(journal, time);
    return time;
  }

  @BeforeEach
  void begin() throws HeadMoved {
    Pending pending =
        new Pending(
            "p2", START.plusSeconds(10), "{\"type\":\"cancel\",\"session\":\"s1\"}", "olga");
    entries.append(0, List.of(first(), entry(2, new Effect.Scheduled(pending))));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Entry first() {
    return FirstEdition.entry(
        DayText.programme("hall 09:00-10:00 Opening\nhall 10:00-11:00 Panel"), time(RIGHT));
  }

  private static Entry entry(long revision, Effect effect) {
    return new Entry(
        revision, START, START, "olga", "", "{}", List.of(effect), List.of(), "", Optional.empty());
  }

  private Desk desk(EventTime time) {
    return new Desk(
        vertx,
        vertx.createSharedWorkerExecutor("journal-" + time.hashCode(), 1),
        journal,
        new Replica(journal.read(0, 100), time),
        time,
        (before, after) -> {},
        (asked, done) -> {});
  }

  private static Proposal asked(String text) {
    JsonObject json = new JsonObject(text.replace('\'', '"'));
    return new Proposal("olga", "", ChangeJson.read(json, START, 1));
  }

  private static Outcome ask(Desk desk, String text) {
    return got(desk.publish(asked(text)));
  }

  private static Outcome got(Future<Outcome> outcome) {
    try {
      return outcome.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception none) {
      throw new AssertionError("The desk did not answer", none);
    }
  }

  /** Gives a desk the time in which it would make what it thinks is due. */
  private static void goOn(Desk desk) {
    for (int i = 1; i <= 20; i++) {
      assertThat(ask(desk, "{'type':'delay','session':'s0','minutes':" + i + "}"))
          .isInstanceOf(Outcome.Planned.class);
    }
  }

  private List<Entry> made() {
    return entries.read(2, 100).stream()
        .filter(entry -> entry.change().contains("\"scheduled\""))
        .toList();
  }

  @Test
  void a_node_whose_clock_is_ahead_makes_no_change_early() {
    Desk ahead = desk(time(AHEAD));
    goOn(ahead);
    assertThat(made()).isEmpty();
    elapsed = Duration.ofSeconds(10);
    await().until(() -> made().size() == 1);
    assertThat(made().get(0).recordedAt()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void a_node_whose_clock_is_behind_leaves_a_change_to_those_whose_clocks_are_right() {
    Desk behind = desk(time(BEHIND));
    elapsed = Duration.ofSeconds(10);
    goOn(behind);
    assertThat(made()).isEmpty();
    Desk right = desk(time(RIGHT));
    await().until(() -> made().size() == 1);
    elapsed = Duration.ofHours(1).plusSeconds(10);
    goOn(behind);
    goOn(right);
    assertThat(made()).hasSize(1);
  }

  @Test
  void a_clock_that_is_put_right_is_gone_by_within_a_second() {
    Duration[] skew = {BEHIND};
    EventTime stepped =
        new EventTime(
            EventClock.real(),
            () -> new Moment(START.plus(skew[0]).plus(elapsed), elapsed.toNanos()));
    PlaceClock.read(journal, stepped);
    Desk desk = desk(stepped);
    elapsed = Duration.ofSeconds(20);
    goOn(desk);
    assertThat(made()).isEmpty();
    skew[0] = RIGHT;
    await().atMost(Duration.ofSeconds(5)).until(() -> made().size() == 1);
  }

  @Test
  void a_node_that_knows_its_clock_is_wrong_leaves_a_change_to_another_that_is_there() {
    Desk wrong = desk(time(AHEAD));
    wrong.mind(() -> new OwnClock(WRONG.trouble(), true));
    elapsed = Duration.ofSeconds(20);
    goOn(wrong);
    assertThat(made()).isEmpty();
    wrong.mind(() -> WRONG); // nobody else is there any more
    await().until(() -> made().size() == 1);
  }

  @Test
  void a_node_whose_clock_is_wrong_refuses_what_means_now() {
    EventTime time = time(AHEAD);
    Desk wrong = desk(time);
    wrong.mind(() -> WRONG);
    for (String change :
        List.of(
            "{'type':'start','session':'s0'}",
            "{'type':'finish','session':'s0'}",
            "{'type':'hold','rooms':['hall']}",
            "{'type':'resume','rooms':['hall']}",
            "{'type':'announce','level':'notice','headline':'Coffee'}",
            "{'type':'withdraw','announcement':'a3'}",
            "{'type':'call','room':'hall','kind':'help'}")) {
      Outcome refused = ask(wrong, change);
      assertThat(refused).isInstanceOf(Outcome.NotSaved.class);
      assertThat(((Outcome.NotSaved) refused).reason()).contains("clock", "NTP", "Nothing was");
      assertThat(wrong.preview(asked(change))).isEqualTo(refused);
    }
    assertThat(ask(wrong, "{'type':'cancel','session':'s0'}")).isInstanceOf(Outcome.Planned.class);
  }

  @Test
  void a_rehearsal_goes_by_its_own_clock_however_wrong_that_of_the_node_is() {
    Moment begun = new Moment(START.plus(AHEAD), 0);
    Desk wrong = desk(time(AHEAD, EventClock.rehearsal(START.plusSeconds(9), 1, begun)));
    wrong.mind(() -> new OwnClock(WRONG.trouble(), true));
    assertThat(ask(wrong, "{'type':'start','session':'s0'}")).isInstanceOf(Outcome.Planned.class);
    elapsed = Duration.ofSeconds(2);
    await().until(() -> made().size() == 1);
  }

  @Test
  void a_rehearsal_has_run_on_as_long_for_a_node_that_hears_late_and_whose_clock_is_behind() {
    Instant set = Instant.parse("2017-11-16T09:30:00Z");
    Entry clock = entry(3, new Effect.ClockSet(set, 10));
    EventTime late = time(BEHIND);
    Replica replica = new Replica(journal.read(0, 2), late);
    elapsed = Duration.ofSeconds(60);
    replica.adopt(List.of(clock));
    assertThat(late.now()).isEqualTo(set.plusSeconds(600));

    EventTime joined = time(AHEAD);
    assertThat(SharedClock.follow(List.of(first(), clock), joined)).isTrue();
    assertThat(joined.now()).isEqualTo(set.plusSeconds(600));
    elapsed = Duration.ofSeconds(61);
    assertThat(joined.now()).isEqualTo(set.plusSeconds(610));
    assertThat(joined.clock().speed()).isEqualTo(10);
  }
}
