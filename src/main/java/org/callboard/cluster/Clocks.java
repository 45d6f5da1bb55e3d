package org.callboard.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.callboard.clock.Moment;
import org.callboard.clock.Reading;
import org.callboard.live.Neighbour;

/**
 * How far the nodes' wall clocks differ: each asks every other for its time. Nothing is ordered by
 * it.
 */
final class Clocks {
  private static final String ADDRESS = "callboard.time.";
  private static final long PAUSE_MILLIS = 2_000;

  /** An answer that took longer tells too little; a node that was hung gives such. */
  private static final Duration LONGEST = Duration.ofMillis(500);

  private final NodeBus bus;
  private final Circle circle;
  private final Moment.Source time;

  private Clocks(NodeBus bus, Circle circle, Moment.Source time) {
    this.bus = bus;
    this.circle = circle;
    this.time = time;
  }

  /** Measures again and again, and answers those who do. */
  static void compare(Vertx vertx, NodeBus bus, String self, Circle circle, Moment.Source time) {
    Clocks clocks = new Clocks(bus, circle, time);
    bus.answer(ADDRESS + self, clocks::reading);
    vertx.setPeriodic(PAUSE_MILLIS, beat -> circle.all().forEach(clocks::ask));
  }

  private JsonObject reading() {
    return new JsonObject().put("wall", time.now().wall().toString());
  }

  private void ask(Neighbour neighbour) {
    Moment asked = time.now();
    bus.ask(ADDRESS + neighbour.id(), new JsonObject())
        .onSuccess(answer -> note(neighbour, asked, Instant.parse(answer.getString("wall"))))
        .onFailure(silent -> {}); // a node that does not answer is known by its silence
  }

  private void note(Neighbour neighbour, Moment asked, Instant theirs) {
    Reading reading = Reading.of(asked, theirs, time.now());
    if (reading.roundTrip().compareTo(LONGEST) <= 0) {
      circle.compared(
          neighbour.id(),
          new Neighbour.Comparison(reading.ahead(reading.here()), reading.roundTrip()));
    }
  }
}
