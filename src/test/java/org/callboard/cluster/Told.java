package org.callboard.cluster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.TreeSet;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;

/**
 * What a screen was told of a topic: a revision, and of a room's board which sessions are on it and
 * a digest of when, where and whether they take place.
 *
 * @param connection counts the lines that the screen has had
 */
record Told(int connection, String topic, long revision, List<String> sessions, int digest) {

  static Told of(int connection, JsonObject message) {
    String type = message.getString("type");
    long revision = message.getLong("revision");
    if (!type.equals("board")) {
      return new Told(connection, type, revision, List.of(), 0);
    }
    JsonObject sessions = message.getJsonObject("sessions");
    List<String> ids = List.copyOf(new TreeSet<>(sessions.fieldNames()));
    StringBuilder text = new StringBuilder();
    ids.forEach(id -> text.append(text(sessions.getJsonObject(id))));
    return new Told(
        connection, message.getString("topic"), revision, ids, text.toString().hashCode());
  }

  private static String text(JsonObject session) {
    return text(
        session.getString("id"),
        session.getString("start"),
        session.getString("end"),
        session.getString("status"),
        session.getJsonArray("rooms"));
  }

  private static String text(String id, Object start, Object end, String status, JsonArray rooms) {
    return id + " " + start + " " + end + " " + status + " " + rooms.encode() + "\n";
  }

  /** Whether a day says the same of these sessions. */
  boolean isOf(Agenda agenda) {
    StringBuilder text = new StringBuilder();
    for (String id : sessions) {
      LiveSession session = agenda.session(id).orElseThrow();
      text.append(
          text(
              id,
              session.span().start(),
              session.span().end(),
              session.status().word(),
              new JsonArray(session.rooms())));
    }
    return text.toString().hashCode() == digest;
  }
}
