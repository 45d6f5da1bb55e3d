package org.callboard.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.pages.Pages;
import org.callboard.pages.SingleFile;
import org.callboard.pages.View;

/** Screens to download, for venues whose plain http lets a browser keep no page. */
final class ScreenFileRoutes {
  private final PageRoutes views;
  private final Pages pages;
  private final PublicAddress address;
  private final Supplier<Instant> wall;

  ScreenFileRoutes(PageRoutes views, Pages pages, PublicAddress address, Supplier<Instant> wall) {
    this.views = views;
    this.pages = pages;
    this.address = address;
    this.wall = wall;
  }

  void mount(Router router) {
    router.get("/screen.html").handler(this::lobby);
    router.get("/rooms/:room/screen.html").handler(this::door);
  }

  private void lobby(RoutingContext context) {
    View view = view(context);
    answer(context, "lobby", pages.lobby(view));
  }

  private void door(RoutingContext context) {
    String room = context.pathParam("room");
    View view = view(context);
    if (view.boards().board(room).isEmpty()) {
      Problem.notFound("No room has the id " + room + "; /api/event lists them.").answer(context);
    } else {
      answer(context, room, pages.door(view, room));
    }
  }

  private View view(RoutingContext context) {
    PageRoutes.oneOf(context, "lang", SpokenLanguage.ALL, "");
    PageRoutes.oneOf(context, "theme", PageRoutes.THEMES, "");
    View view = views.view(context, "night");
    if (view.fixed()) {
      throw new IllegalArgumentException("A screen goes on with time; leave out at and asOf.");
    }
    return view;
  }

  private void answer(RoutingContext context, String what, String page) {
    String query =
        Optional.ofNullable(context.request().query()).map(text -> "?" + text).orElse("");
    String server = address.of(context.request());
    String name = "callboard-" + what.replaceAll("[^A-Za-z0-9._-]", "-") + ".html";
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .putHeader("Cache-Control", "no-store")
        .end(SingleFile.of(page, server, wall.get(), query));
  }
}
