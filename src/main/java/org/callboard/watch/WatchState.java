package org.callboard.watch;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * How watching goes.
 *
 * @param tried when this node looked last; empty while another node does
 * @param good when it was last well
 * @param trouble why it is not well now, or empty
 * @param failures how often in a row it was not
 */
public record WatchState(
    String source, Optional<Instant> tried, Optional<Instant> good, String trouble, int failures) {

  static WatchState idle(String source) {
    return new WatchState(source, Optional.empty(), Optional.empty(), "", 0);
  }

  WatchState well(Instant now) {
    return new WatchState(source, Optional.of(now), Optional.of(now), "", 0);
  }

  WatchState troubled(Instant now, String why) {
    return new WatchState(source, Optional.of(now), good, why, failures + 1);
  }

  public boolean isWell() {
    return trouble.isEmpty();
  }

  public JsonObject json() {
    return new JsonObject()
        .put("source", source)
        .put("lastTried", tried.map(Instant::toString).orElse(null))
        .put("lastGood", good.map(Instant::toString).orElse(null))
        .put("trouble", trouble.isEmpty() ? null : trouble)
        .put("failures", failures);
  }
}
