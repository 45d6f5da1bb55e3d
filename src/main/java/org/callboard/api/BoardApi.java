package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.agenda.Agenda;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.live.Scripts;
import org.callboard.wire.BoardJson;
import org.callboard.wire.EventJson;
import org.callboard.wire.SessionJson;

/** What anybody may read: the event, its sessions and its boards. */
final class BoardApi {
  private static final String JSON = "application/json";

  private final Scripts scripts;

  BoardApi(Scripts scripts) {
    this.scripts = scripts;
  }

  void mount(Router router) {
    router.get("/api/event").handler(this::event);
    router.get("/api/sessions").handler(this::sessions);
    router.get("/api/sessions/:id").handler(this::session);
    router.get("/api/boards").handler(this::boards);
    router.get("/api/boards/:room").handler(this::board);
  }

  private void event(RoutingContext context) {
    answer(context, EventJson.of(scripts.boards(), scripts.clock(), scripts.now()));
  }

  private void sessions(RoutingContext context) {
    Boards boards = scripts.boards();
    Agenda agenda = boards.agenda();
    Instant now = scripts.now();
    JsonArray sessions = new JsonArray();
    agenda.sessions().forEach(session -> sessions.add(SessionJson.whole(agenda, session, now)));
    answer(context, new JsonObject().put("revision", boards.revision()).put("sessions", sessions));
  }

  private void session(RoutingContext context) {
    String id = context.pathParam("id");
    Agenda agenda = scripts.boards().agenda();
    agenda
        .session(id)
        .ifPresentOrElse(
            session -> answer(context, SessionJson.whole(agenda, session, scripts.now())),
            () ->
                Problem.notFound("No session has the id " + id + "; /api/sessions lists them.")
                    .answer(context));
  }

  private void boards(RoutingContext context) {
    Boards boards = scripts.boards();
    Function<Instant, String> tag = at -> tag(boards, boards.framesAt(at).values().toString());
    answerAt(context, tag, at -> BoardJson.all(boards, at));
  }

  private void board(RoutingContext context) {
    Boards boards = scripts.boards();
    Optional<Board> found = boards.board(context.pathParam("room"));
    if (found.isEmpty()) {
      Problem.notFound(
              "No room has the id " + context.pathParam("room") + "; /api/event lists them.")
          .answer(context);
      return;
    }
    Board board = found.get();
    answerAt(
        context, at -> tag(boards, board.indexAt(at) + ""), at -> BoardJson.of(boards, board, at));
  }

  /** A board is the same until its frame ends, so its tag is its revision and frame. */
  private void answerAt(
      RoutingContext context, Function<Instant, String> tag, Function<Instant, JsonObject> json) {
    Instant at = Asked.of(context, scripts).at();
    context.response().putHeader("ETag", tag.apply(at)).putHeader("Cache-Control", "no-cache");
    if (context.isFresh()) {
      context.response().setStatusCode(304).end();
    } else {
      context.response().putHeader("Content-Type", JSON).end(json.apply(at).toBuffer());
    }
  }

  private void answer(RoutingContext context, JsonObject json) {
    context
        .response()
        .putHeader("Content-Type", JSON)
        .putHeader("Cache-Control", "no-store")
        .end(json.toBuffer());
  }

  private static String tag(Boards boards, String frames) {
    return "W/\"" + boards.revision() + "-" + Integer.toHexString(frames.hashCode()) + "\"";
  }
}
