package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turns and changes that cross each other on the event bus: no screen is told what is not so. */
class RacingCuesTest {
  private static final Proof NO_PAIRS =
      new Proof() {
        @Override
        public boolean isReserved(String name) {
          return false;
        }

        @Override
        public Future<Boolean> proves(String name, String secret) {
          return Future.succeededFuture(false);
        }
      };

  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final Boards PLAIN = boards(1, "hall 09:00-10:00 Opening\nscala 10:00-11:00 Film");
  private static final Boards FULLER =
      boards(
          2,
          "hall 07:00-08:00 Coffee\nhall 08:15-08:30 Music\nhall 09:00-10:00 Opening\n"
              + "scala 10:00-11:00 Film");

  private final AtomicReference<Instant> now = new AtomicReference<>(NINE.minusSeconds(3_000));
  private final AtomicReference<Boards> boards = new AtomicReference<>(PLAIN);
  private final EventTime time =
      new EventTime(
          EventClock.real(),
          () -> new Moment(now.get(), Duration.between(NINE, now.get()).toNanos()));
  private final Screens screens = new Screens(time, 1);
  private Vertx vertx;
  private int port;

  private static Boards boards(long revision, String day) {
    return Boards.of(revision, Agenda.of(DayText.programme(day)));
  }

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    port = LoneChannel.open(vertx, boards::get, time, screens, NO_PAIRS);
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static JsonObject news(TestScreen screen) {
    return screen.next(heard -> !heard.json().getString("type").equals("tick")).json();
  }

  private void turn(long revision, int frame) {
    Cues.publish(vertx, new Cue.Turn(revision, NINE, Map.of("hall", frame)));
  }

  @Test
  void a_turn_that_overtakes_its_change_brings_the_film_that_it_means() {
    TestScreen screen = TestScreen.open(port).subscribe("room:hall");
    assertThat(news(screen).getLong("revision")).isEqualTo(1);
    boards.set(FULLER);
    turn(2, 5);
    JsonObject told = news(screen);
    assertThat(told.getString("type")).isEqualTo("board");
    assertThat(told.getLong("revision")).isEqualTo(2);
  }

  @Test
  void a_turn_from_before_a_change_names_the_frame_of_the_film_that_is_held() {
    TestScreen screen = TestScreen.open(port).subscribe("room:hall");
    news(screen);
    boards.set(FULLER);
    Cues.publish(vertx, new Cue.Changed(2, Set.of("hall"), false));
    assertThat(news(screen).getLong("revision")).isEqualTo(2);
    turn(1, 1);
    JsonObject told = news(screen);
    assertThat(told.getLong("revision")).isEqualTo(2);
    assertThat(told.getJsonObject("frames").getInteger("room:hall"))
        .isEqualTo(FULLER.framesAt(NINE).get("hall"));
  }

  @Test
  void who_wants_everything_is_told_of_a_new_room_and_is_still_counted_once() {
    TestScreen screen = TestScreen.open(port).subscribe("*");
    screen.next("board");
    boards.set(boards(2, "hall 09:00-10:00 Opening\nattic 09:00-10:00 Talk"));
    Cues.publish(vertx, new Cue.Changed(2, Set.of("hall", "attic"), true));
    screen.next(heard -> "room:attic".equals(heard.json().getString("topic")));
    assertThat(screens.watching(Set.of("room:attic"))).isEqualTo(1);
    screen.say("{");
    await().until(() -> screens.watching(Set.of("venue", "room:attic", "room:hall")) == 0);
  }

  @Test
  void a_turn_is_told_though_a_change_elsewhere_comes_just_before_its_timer() {
    List<Cue.Turn> turns = new CopyOnWriteArrayList<>();
    Cues.consume(
        vertx,
        cue -> {
          if (cue instanceof Cue.Turn turn) {
            turns.add(turn);
          }
        });
    vertx
        .deployVerticle(new ClockVerticle(time, boards::get))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    now.set(NINE);
    Cues.publish(vertx, new Cue.Changed(2, Set.of("scala"), false));
    await().until(() -> turns.stream().anyMatch(turn -> turn.frames().get("hall") == 1));
  }
}
