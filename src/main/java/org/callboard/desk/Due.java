package org.callboard.desk;

import io.vertx.core.json.JsonObject;
import org.callboard.change.Change;
import org.callboard.change.Pending;
import org.callboard.clock.EventTime;
import org.callboard.wire.ChangeJson;
import org.callboard.wire.ChangeRequest;

/** A change that waited, asked for again when its instant has come. */
final class Due {

  private Due() {}

  static Proposal proposal(Pending pending, EventTime time) {
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
