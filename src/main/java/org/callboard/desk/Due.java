package org.callboard.desk;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Pending;
import org.callboard.clock.EventTime;
import org.callboard.wire.ChangeJson;
import org.callboard.wire.ChangeRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A change that waited, asked for again when its instant has come. */
final class Due {
  private static final Logger LOG = LoggerFactory.getLogger(Due.class);

  private Due() {}

  /** One that cannot be read any more is not made, so that it holds up no other. */
  static Proposal proposal(Pending pending, EventTime time) {
    try {
      return made(pending, time);
    } catch (IllegalArgumentException unreadable) {
      return unmade(pending, unreadable);
    }
  }

  /** That it does not wait any more, though it was not made. */
  static Proposal unmade(Pending pending, Throwable why) {
    LOG.warn("A scheduled change is not made: id={} reason={}", pending.id(), why.toString());
    String text =
        new JsonObject().put("type", "unschedule").put("scheduled", pending.id()).encode();
    Change unschedule = new Change.Unschedule(pending.id());
    return new Proposal(
        FirstEdition.AUTHOR,
        "",
        new ChangeRequest(unschedule, "unschedule", text, "", false, Optional.empty()));
  }

  private static Proposal made(Pending pending, EventTime time) {
    ChangeRequest kept = ChangeJson.read(pending.request(), time.second(), time.clock().speed());
    JsonObject text = new JsonObject(pending.request()).put("scheduled", pending.id());
    ChangeRequest request =
        new ChangeRequest(
            new Change.Make(pending.id(), kept.change()),
            kept.type(),
            text.encode(),
            kept.reason(),
            kept.isReasonPublic(),
            kept.ifRevision());
    return new Proposal(pending.author(), "", request);
  }
}
