package org.callboard.outgoing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/**
 * What one entry of the journal tells the world outside; never who made it, nor why unless people
 * may read that.
 *
 * @param event the name of the event
 * @param lines one for each thing that changed
 * @param sessions ids of the sessions that changed
 */
record Message(
    long revision,
    Instant at,
    String event,
    boolean isAnnouncement,
    List<String> lines,
    List<String> sessions,
    String reason) {

  String text() {
    String all = String.join("\n", lines);
    return reason.isEmpty() ? all : all + "\n(" + reason + ")";
  }

  String type() {
    return isAnnouncement ? "announcement" : "change";
  }

  JsonObject json() {
    return new JsonObject()
        .put("type", type())
        .put("revision", revision)
        .put("at", at.toString())
        .put("event", event)
        .put("text", text())
        .put("lines", new JsonArray(lines))
        .put("sessions", new JsonArray(sessions));
  }
}
