package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Screens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one node tells another of screens, heard by a neighbour on the same event bus. */
class ScreenNewsTest {
  private static final String ORDERS = "callboard.screen.orders";

  private final EventTime time =
      new EventTime(EventClock.real(), () -> new Moment(Instant.EPOCH, System.nanoTime()));
  private final List<String> obeyed = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private NodeBus neighbour;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    Cues.register(vertx);
    neighbour = bus("other");
    neighbour.hear(ORDERS, order -> heard.add(order.getString("screen")));
    Cues.consume(vertx, cue -> obeyed.add(((Cue.Command) cue).screen()));
    vertx.runOnContext(
        now -> ScreenNews.spread(vertx, bus("one"), new Screens(time, 1), time::moment));
    await().until(this::isListening);
  }

  private NodeBus bus(String node) {
    return new NodeBus(vertx, new Signing(Optional.empty()), node, "journal");
  }

  private boolean isListening() {
    neighbour.say(ORDERS, order("first"));
    return obeyed.contains("first");
  }

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static JsonObject order(String screen) {
    return new JsonObject().put("screen", screen).put("do", "reload");
  }

  @Test
  void an_order_is_passed_on_where_it_was_given_and_nowhere_else() {
    for (int i = 0; i < 50; i++) {
      neighbour.say(ORDERS, order("theirs"));
    }
    await().until(() -> obeyed.stream().filter("theirs"::equals).count() == 50);
    Cues.publish(vertx, new Cue.Command("ours", "reload"));
    await().until(() -> heard.contains("ours"));
    assertThat(heard).containsExactly("ours");
  }
}
