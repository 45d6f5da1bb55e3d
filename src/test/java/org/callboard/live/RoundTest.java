package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many subscribers of one event loop, and changes that come faster than they can be told. */
class RoundTest {
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final int MOST_TURNS = 50;
  private static final Set<String> HALL = Set.of("room:hall");

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final AtomicReference<Boards> boards = new AtomicReference<>(boards(1));
  private final Audience.All audiences = new Audience.All();
  private final Scripts scripts =
      new Scripts(
          boards::get,
          new EventTime(EventClock.real(), () -> new Moment(NINE, Duration.ZERO.toNanos())));

  /** A line that keeps what it is told, and is ready while it is to be. */
  private static final class FakeLine implements Line {
    private final List<WireText> told = new ArrayList<>();
    private boolean isReady = true;

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReady() {
      return isReady;
    }

    @Override
    public void write(WireText text) {
      told.add(text);
    }

    @Override
    public void flush() {}

    @Override
    public Future<Void> close(int code, String reason) {
      return Future.succeededFuture();
    }
  }

  private static Boards boards(long revision) {
    return Boards.of(
        revision, Agenda.of(DayText.programme("hall 09:00-10:00 Opening " + revision)));
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Runs on the loop; the second part when it has turned more often than any round takes. */
  private void onLoop(Runnable now, Runnable atLast) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    context.runOnContext(
        first -> {
          tried(now, done);
          afterTurns(MOST_TURNS, () -> tried(() -> run(atLast, done), done));
        });
    done.join();
  }

  private static void run(Runnable atLast, CompletableFuture<Void> done) {
    atLast.run();
    done.complete(null);
  }

  private static void tried(Runnable part, CompletableFuture<Void> done) {
    try {
      part.run();
    } catch (Throwable failed) {
      done.completeExceptionally(failed);
    }
  }

  private void afterTurns(int turns, Runnable task) {
    Runnable next = turns == 0 ? task : () -> afterTurns(turns - 1, task);
    Loop.current(vertx).nextTurn(next);
  }

  private List<FakeLine> lines(int count, List<Subscriber> subscribers) {
    List<FakeLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FakeLine line = new FakeLine();
      Subscriber subscriber = new Subscriber(line, scripts, audiences, new Traffic());
      subscriber.subscribe(HALL);
      line.told.clear();
      lines.add(line);
      subscribers.add(subscriber);
    }
    return lines;
  }

  @Test
  void twenty_changes_at_once_are_told_to_everybody_in_two_passes() {
    List<Subscriber> subscribers = new ArrayList<>();
    List<FakeLine> lines = lines(2_000, subscribers);
    onLoop(
        () -> {
          Round round = new Round(Loop.current(vertx));
          for (int revision = 2; revision <= 21; revision++) {
            boards.set(boards(revision));
            round.owe(subscribers, HALL);
          }
        },
        () -> {
          WireText last = scripts.film("hall").orElseThrow().text();
          assertThat(lines).allMatch(line -> line.told.get(line.told.size() - 1) == last);
          assertThat(lines).allMatch(line -> line.told.size() <= 2);
          int inTwoPasses = lines.stream().mapToInt(line -> line.told.size()).sum();
          assertThat(inTwoPasses).isEqualTo(2_000 + Round.CHUNK);
        });
  }

  @Test
  void who_waits_counts_as_owed_from_the_moment_of_the_change() {
    List<Subscriber> subscribers = new ArrayList<>();
    List<FakeLine> lines = lines(Round.CHUNK + 1, subscribers);
    Subscriber last = subscribers.get(Round.CHUNK);
    onLoop(
        () -> {
          boards.set(boards(2));
          new Round(Loop.current(vertx)).owe(subscribers, HALL);
          assertThat(lines.get(Round.CHUNK).told).isEmpty();
          assertThat(last.isSettled()).isFalse();
        },
        () -> assertThat(last.isSettled()).isTrue());
  }

  @Test
  void a_tick_for_who_waits_comes_after_what_it_is_owed() {
    List<Subscriber> subscribers = new ArrayList<>();
    List<FakeLine> lines = lines(Round.CHUNK + 1, subscribers);
    WireText tick = WireText.forMany("tick");
    onLoop(
        () -> {
          boards.set(boards(2));
          new Round(Loop.current(vertx)).owe(subscribers, HALL);
          subscribers.get(Round.CHUNK).sendIfReady(tick);
        },
        () ->
            assertThat(lines.get(Round.CHUNK).told)
                .containsExactly(scripts.film("hall").orElseThrow().text(), tick));
  }

  @Test
  void who_does_not_read_is_passed_over_and_gets_the_newest_when_it_does() {
    List<Subscriber> subscribers = new ArrayList<>();
    FakeLine slow = lines(1, subscribers).get(0);
    slow.isReady = false;
    onLoop(
        () -> {
          Round round = new Round(Loop.current(vertx));
          for (int revision = 2; revision <= 9; revision++) {
            boards.set(boards(revision));
            round.owe(subscribers, HALL);
          }
        },
        () -> {
          assertThat(slow.told).isEmpty();
          slow.isReady = true;
          subscribers.get(0).settle();
          assertThat(slow.told).containsExactly(scripts.film("hall").orElseThrow().text());
        });
  }

  /** A loop that ran its tasks first would have told everybody before it read. */
  @Test
  void the_loop_reads_between_two_chunks() throws IOException {
    List<Subscriber> subscribers = new ArrayList<>();
    lines(Round.CHUNK * 20, subscribers);
    AtomicInteger visited = new AtomicInteger();
    AtomicInteger visitedAtReading = new AtomicInteger(-1);
    CompletableFuture<Integer> port = new CompletableFuture<>();
    context.runOnContext(
        now ->
            vertx
                .createNetServer()
                .connectHandler(
                    socket -> {
                      socket.handler(bytes -> visitedAtReading.compareAndSet(-1, visited.get()));
                      socket.write("ready");
                    })
                .listen(0, "127.0.0.1")
                .onSuccess(server -> port.complete(server.actualPort())));
    try (Socket screen = new Socket("127.0.0.1", port.join())) {
      screen.getInputStream().readNBytes(5);
      onLoop(
          () -> {
            say(screen);
            new Round(Loop.current(vertx))
                .visit(subscribers, subscriber -> visited.incrementAndGet());
          },
          () -> assertThat(visited.get()).isEqualTo(subscribers.size()));
    }
    assertThat(visitedAtReading.get()).isBetween(0, Round.CHUNK * 2);
  }

  private static void say(Socket screen) {
    try {
      screen.getOutputStream().write(1);
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
