package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.live.Scripts;
import org.callboard.wire.AnnouncementJson;
import org.callboard.wire.BoardJson;
import org.callboard.wire.EventJson;
import org.callboard.wire.SessionJson;

/** What anybody may read: the event, its sessions and its boards. */
final class BoardApi {
  private final Scripts scripts;
  private final Days days;
  private final Freshness freshness;

  BoardApi(Scripts scripts, Days days, String build) {
    this.scripts = scripts;
    this.days = days;
    this.freshness = new Freshness(days, build);
  }

  void mount(Router router) {
    router.get("/api/event").handler(this::event);
    router.get("/api/sessions").handler(this::sessions);
    router.get("/api/announcements").handler(this::announcements);
    router.get("/api/sessions/:id").handler(this::session);
    router.get("/api/boards").handler(this::boards);
    router.get("/api/boards/:room").handler(this::board);
  }

  private void event(RoutingContext context) {
    Boards boards = scripts.boards();
    freshness.answer(context, boards, EventJson.of(boards, scripts.clock(), scripts.now()));
  }

  private void sessions(RoutingContext context) {
    Boards boards = scripts.boards();
    Agenda agenda = boards.agenda();
    Instant now = scripts.now();
    JsonArray sessions = new JsonArray();
    agenda.sessions().forEach(session -> sessions.add(SessionJson.whole(agenda, session, now)));
    freshness.answer(
        context,
        boards,
        new JsonObject().put("revision", boards.revision()).put("sessions", sessions));
  }

  private void session(RoutingContext context) {
    String id = context.pathParam("id");
    Boards boards = scripts.boards();
    Agenda agenda = boards.agenda();
    agenda
        .session(id)
        .ifPresentOrElse(
            session ->
                freshness.answer(
                    context, boards, SessionJson.whole(agenda, session, scripts.now())),
            () ->
                Problem.notFound("No session has the id " + id + "; /api/sessions lists them.")
                    .answer(context));
  }

  /** Those that are open and those still to come. */
  private void announcements(RoutingContext context) {
    Boards boards = scripts.boards();
    freshness.answer(
        context,
        boards,
        new JsonObject()
            .put("revision", boards.revision())
            .put("announcements", AnnouncementJson.notOver(boards.agenda(), scripts.now())));
  }

  /** A board is the same until its frame ends, whatever the instant that it was asked for. */
  private void boards(RoutingContext context) {
    Asked asked = days.asked(context);
    Boards boards = asked.boards();
    String frames = boards.framesAt(asked.at()).values().toString();
    freshness.answer(context, boards, frames, () -> BoardJson.all(boards, asked.at()).encode());
  }

  private void board(RoutingContext context) {
    Asked asked = days.asked(context);
    Boards boards = asked.boards();
    Optional<Board> found = boards.board(context.pathParam("room"));
    if (found.isEmpty()) {
      Problem.notFound(
              "No room has the id " + context.pathParam("room") + "; /api/event lists them.")
          .answer(context);
      return;
    }
    Board board = found.get();
    freshness.answer(
        context,
        boards,
        "" + board.indexAt(asked.at()),
        () -> BoardJson.of(boards, board, asked.at()).encode());
  }
}
