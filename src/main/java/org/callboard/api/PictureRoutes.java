package org.callboard.api;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.callboard.board.Board;
import org.callboard.pages.Pages;
import org.callboard.pages.View;
import org.callboard.paint.Colours;
import org.callboard.paint.Format;
import org.callboard.paint.Picture;
import org.callboard.paint.Pictures;

/**
 * A room's board as an image, for e-paper: drawn on a worker, with the time to the next change.
 * Owned by one event loop.
 */
final class PictureRoutes {
  private static final String NEXT_CHANGE = "Callboard-Next-Change";
  private static final int MOST_WAITING = 16;
  private static final int RETRY_SECONDS = 5;

  private final PageRoutes views;
  private final Pages pages;
  private final WorkerExecutor worker;
  private final Pictures pictures = new Pictures();

  private int waiting;

  PictureRoutes(Vertx vertx, PageRoutes views, Pages pages) {
    this.views = views;
    this.pages = pages;
    this.worker = vertx.createSharedWorkerExecutor("callboard-paint", 1);
  }

  void mount(Router router) {
    router.get("/rooms/:room/board.png").handler(this::picture);
  }

  private void picture(RoutingContext context) {
    String room = context.pathParam("room");
    PageRoutes.oneOf(context, "lang", SpokenLanguage.ALL, "");
    Format format = format(context);
    View view = views.view(context, "day");
    view.boards()
        .board(room)
        .ifPresentOrElse(
            board -> draw(context, board, format, view),
            () ->
                Problem.notFound("No room has the id " + room + "; /api/event lists them.")
                    .answer(context));
  }

  private void draw(RoutingContext context, Board board, Format format, View view) {
    if (waiting >= MOST_WAITING) {
      context.response().putHeader("Retry-After", "" + RETRY_SECONDS);
      new Problem(503, "Too many images at once", "Ask again in a few seconds.").answer(context);
      return;
    }
    waiting++;
    String room = board.roomId();
    worker
        .executeBlocking(
            () -> pictures.of(room, view.language(), pages.doorWords(view, room), format))
        .onComplete(done -> waiting--)
        .onSuccess(picture -> answer(context, picture, seconds(board, view)))
        .onFailure(context::fail);
  }

  /** An instant that was asked for stands still, and its seconds are the event's own. */
  private static long seconds(Board board, View view) {
    return new NextChange(view.boards(), board, view.now())
        .seconds(view.fixed() ? 1 : view.speed());
  }

  /** Sent as it is: what is a PNG grows no smaller, and its tag is of these very bytes. */
  private static void answer(RoutingContext context, Picture picture, long seconds) {
    HttpServerResponse response =
        context
            .response()
            .putHeader("ETag", "\"" + picture.tag() + "\"")
            .putHeader("Cache-Control", "no-cache")
            .putHeader(NEXT_CHANGE, "" + seconds)
            .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
    if (context.isFresh()) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", "image/png").end(Buffer.buffer(picture.png()));
    }
  }

  private static Format format(RoutingContext context) {
    String colours = PageRoutes.oneOf(context, "colours", Colours.words(), Colours.TWO.word());
    String theme = PageRoutes.oneOf(context, "theme", List.of("day", "night"), "day");
    return new Format(
        side(context, "w", 800),
        side(context, "h", 480),
        Colours.of(colours).orElseThrow(),
        theme.equals("night"));
  }

  private static int side(RoutingContext context, String name, int otherwise) {
    return (int) Math.min(Answers.whole(context, name, otherwise), Integer.MAX_VALUE);
  }
}
