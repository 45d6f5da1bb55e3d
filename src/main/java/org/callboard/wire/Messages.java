package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import org.callboard.agenda.Agenda;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.Frame;
import org.callboard.clock.EventClock;

/**
 * What the server says on the live channel, one JSON text each; instants are epoch milliseconds.
 */
public final class Messages {

  private Messages() {}

  /** The event, its rooms, and the announcements that are not over yet. */
  public static String venue(Boards boards, EventClock clock, Instant now) {
    return new JsonObject()
        .put("type", "venue")
        .put("revision", boards.revision())
        .put("event", EventJson.of(boards, clock, now))
        .put("rooms", EventJson.rooms(boards.agenda()))
        .put("announcements", AnnouncementJson.notOver(boards.agenda(), now, Stamp.MILLIS))
        .encode();
  }

  /**
   * A whole film of a room, with every session that it names; what is changed of a session stands
   * in each frame, and with the session as of the frame that shows.
   */
  public static String board(Boards boards, Board board, int frame) {
    JsonArray frames = new JsonArray();
    board.frames().forEach(each -> frames.add(frame(boards.agenda(), each)));
    return new JsonObject()
        .put("type", "board")
        .put("topic", Topic.room(board.roomId()))
        .put("revision", boards.revision())
        .put("frames", frames)
        .put("sessions", sessions(boards.agenda(), board, board.frames().get(frame)))
        .put("frame", frame)
        .encode();
  }

  /** Every session with its texts, as a page begins with them. */
  public static String sessions(Boards boards, Instant now) {
    JsonArray sessions = new JsonArray();
    boards
        .agenda()
        .sessions()
        .forEach(session -> sessions.add(SessionJson.whole(boards.agenda(), session, now)));
    return new JsonObject()
        .put("type", "sessions")
        .put("revision", boards.revision())
        .put("sessions", sessions)
        .encode();
  }

  /** Boards have turned: the frame that each of these rooms shows from now on. */
  public static String frames(long revision, Instant at, Map<String, Integer> rooms) {
    JsonObject frames = new JsonObject();
    rooms.forEach((room, frame) -> frames.put(Topic.room(room), frame));
    return new JsonObject()
        .put("type", "frames")
        .put("revision", revision)
        .put("at", at.toEpochMilli())
        .put("frames", frames)
        .encode();
  }

  public static String tick(Instant now, double speed, long revision, String build) {
    return new JsonObject()
        .put("type", "tick")
        .put("now", now.toEpochMilli())
        .put("speed", speed)
        .put("revision", revision)
        .put("build", build)
        .encode();
  }

  /** The answer to a screen that measures its clock: its own stamp, and event time. */
  public static String time(double t0, Instant now) {
    return new JsonObject()
        .put("type", "time")
        .put("t0", t0)
        .put("t1", now.toEpochMilli())
        .encode();
  }

  /** What one paired screen is to do. */
  public static String command(String what) {
    return new JsonObject().put("type", "command").put("do", what).encode();
  }

  /** What a node's own virtual screen waits for; no other is sent it. */
  public static String probe(String id) {
    return new JsonObject().put("type", "probe").put("mode", "test").put("id", id).encode();
  }

  public static String bye(long retryAfterMillis) {
    return new JsonObject().put("type", "bye").put("retryAfter", retryAfterMillis).encode();
  }

  private static JsonObject frame(Agenda agenda, Frame frame) {
    return new JsonObject()
        .put("from", frame.from().toEpochMilli())
        .put("now", new JsonArray(frame.now()))
        .put("next", new JsonArray(frame.next()))
        .put("later", new JsonArray(frame.later()))
        .put("notices", NoticeJson.all(agenda, frame.notices(), Stamp.MILLIS))
        .put("changed", changed(frame));
  }

  private static JsonObject changed(Frame frame) {
    JsonObject changed = new JsonObject();
    frame.changed().forEach((id, aspects) -> changed.put(id, SessionJson.words(aspects)));
    return changed;
  }

  private static JsonObject sessions(Agenda agenda, Board board, Frame shown) {
    JsonObject sessions = new JsonObject();
    board.sessions().forEach(id -> sessions.put(id, BoardJson.session(agenda, shown, id)));
    return sessions;
  }
}
