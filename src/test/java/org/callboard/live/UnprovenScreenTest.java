package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A paired screen that comes while the records cannot be asked whether it is who it says. */
class UnprovenScreenTest {
  private static final Boards BOARDS =
      Boards.of(1, Agenda.of(DayText.programme("hall 09:00-10:00 Opening")));

  private final EventTime time =
      new EventTime(EventClock.real(), () -> new Moment(Instant.EPOCH, System.nanoTime()));
  private final Screens screens = new Screens(time, 1);
  private final Away records = new Away();
  private final Vertx vertx = Vertx.vertx();

  /** Records that answer nobody until they are back. */
  private static final class Away implements Proof {
    private volatile boolean isBack;

    @Override
    public boolean isReserved(String name) {
      return name.equals("lobby");
    }

    @Override
    public Future<Boolean> proves(String name, String secret) {
      return isBack
          ? Future.succeededFuture(secret.equals("right"))
          : Future.failedFuture("they are away");
    }
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private TestScreen screen() {
    return TestScreen.open(LoneChannel.open(vertx, () -> BOARDS, time, screens, records))
        .subscribePaired("lobby", "right", "venue");
  }

  @Test
  void its_name_is_known_once_the_records_are_back() {
    TestScreen screen = screen();
    assertThat(screens.isConnected("lobby")).isFalse();
    records.isBack = true;
    await().until(() -> screens.isConnected("lobby"));
    assertThat(screen.isOpen()).isTrue();
  }
}
