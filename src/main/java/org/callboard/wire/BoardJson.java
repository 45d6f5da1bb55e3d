package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.callboard.agenda.Agenda;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.Frame;
import org.callboard.programme.Room;

/** BOARD of the contract: what one room shows at an instant. */
public final class BoardJson {

  private BoardJson() {}

  /** All rooms, as {@code /api/boards} answers them. */
  public static JsonObject all(Boards boards, Instant at) {
    JsonArray rooms = new JsonArray();
    boards.rooms().forEach(board -> rooms.add(of(boards, board, at)));
    return new JsonObject()
        .put("at", seconds(at))
        .put("revision", boards.revision())
        .put("rooms", rooms);
  }

  public static JsonObject of(Boards boards, Board board, Instant at) {
    Agenda agenda = boards.agenda();
    Frame frame = board.frameAt(at);
    return new JsonObject()
        .put("room", room(agenda, board))
        .put("revision", boards.revision())
        .put("at", seconds(at))
        .put("now", sessions(agenda, frame, frame.now()))
        .put("next", sessions(agenda, frame, frame.next()))
        .put("later", sessions(agenda, frame, frame.later()))
        .put("until", board.untilAt(at).map(Instant::toString).orElse(null))
        .put("notices", NoticeJson.all(agenda, frame.notices(), Stamp.TEXT));
  }

  private static JsonObject room(Agenda agenda, Board board) {
    Room room = agenda.programme().room(board.roomId()).orElseThrow();
    return EventJson.roomHead(agenda, room);
  }

  private static JsonArray sessions(Agenda agenda, Frame frame, List<String> ids) {
    JsonArray sessions = new JsonArray();
    ids.forEach(id -> sessions.add(session(agenda, frame, id)));
    return sessions;
  }

  static JsonObject session(Agenda agenda, Frame frame, String id) {
    return SessionJson.of(
        agenda.session(id).orElseThrow(), frame.changed().getOrDefault(id, List.of()));
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
