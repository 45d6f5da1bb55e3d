package org.callboard.outgoing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** A message that says only that it is a test, sent at once and never again. */
public final class Trial {
  private static final String WORDS = "This is a test from Callboard. Nothing has changed.";

  private final Carrier carrier;

  public Trial(Vertx vertx) {
    carrier = new Carrier(vertx, Courier.Pace.USUAL.patience());
  }

  /**
   * What came of it: an empty text where the receiver took it, else what went wrong.
   *
   * @param event the name of the event
   * @param revision the newest
   */
  public Future<String> send(Target target, String event, long revision, Instant now) {
    String id = "msg_" + target.id() + "_test_" + now.toEpochMilli();
    return carrier
        .post(target, id, body(target, event, revision, now), now)
        .transform(
            answer ->
                Future.succeededFuture(
                    answer.succeeded() && Carrier.isTaken(answer.result())
                        ? ""
                        : Carrier.trouble(answer.result(), answer.cause())));
  }

  private static String body(Target target, String event, long revision, Instant now) {
    Message message = new Message(revision, now, event, false, List.of(WORDS), List.of(), "");
    JsonObject body = target.template().body(message);
    return (body.containsKey("type") ? body.put("type", "test") : body).encode();
  }
}
