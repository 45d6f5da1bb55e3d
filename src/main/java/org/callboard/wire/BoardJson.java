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
        .put("now", sessions(agenda, frame.now()))
        .put("next", sessions(agenda, frame.next()))
        .put("later", sessions(agenda, frame.later()))
        .put("until", board.untilAt(at).map(Instant::toString).orElse(null))
        .put("notices", new JsonArray());
  }

  private static JsonObject room(Agenda agenda, Board board) {
    Room room = agenda.programme().room(board.roomId()).orElseThrow();
    return EventJson.roomHead(room);
  }

  private static JsonArray sessions(Agenda agenda, List<String> ids) {
    JsonArray sessions = new JsonArray();
    ids.forEach(id -> sessions.add(SessionJson.of(agenda.session(id).orElseThrow())));
    return sessions;
  }

  private static String seconds(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
