package org.callboard.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.callboard.live.Scripts;
import org.callboard.pages.Display;
import org.callboard.pages.Pages;
import org.callboard.pages.View;

/** The pages that people and screens open, each with its board already in it. */
final class PageRoutes {
  private static final List<String> LANGUAGES = List.of("en", "fr", "es", "tr", "nl");
  private static final List<String> THEMES = List.of("night", "day");

  private final Scripts scripts;
  private final Days days;
  private final Pages pages;
  private final String language;

  PageRoutes(Scripts scripts, Days days, Pages pages, String language) {
    this.scripts = scripts;
    this.days = days;
    this.pages = pages;
    this.language = language;
  }

  void mount(Router router) {
    router.get("/").handler(context -> html(context, 200, pages.lobby(view(context, "night"))));
    router.get("/rooms/:id").handler(this::door);
    router.get("/display/worker.js").handler(PageRoutes::worker);
  }

  /** It keeps pages outside its own folder, and is asked for anew at each visit. */
  private static void worker(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/javascript; charset=utf-8")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Service-Worker-Allowed", "/")
        .end(Display.worker());
  }

  /** Says in the page's own calm way that something is not there, or failed. */
  void message(RoutingContext context, int status, String headline, String detail) {
    html(context, status, pages.message(present(), headline, detail));
  }

  private void door(RoutingContext context) {
    String room = context.pathParam("id");
    if (scripts.boards().board(room).isPresent()) {
      html(context, 200, pages.door(view(context, "night"), room));
    } else {
      message(
          context, 404, "There is no such room here", "The rooms of this event are listed below.");
    }
  }

  private View view(RoutingContext context, String theme) {
    Asked asked = days.asked(context);
    return new View(
        asked.boards(),
        asked.at(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        asked.isFixed(),
        chosen(context, "lang", LANGUAGES).orElse(language),
        chosen(context, "theme", THEMES).orElse(theme));
  }

  private View present() {
    return new View(
        scripts.boards(),
        scripts.now(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        true,
        language,
        "night");
  }

  private static Optional<String> chosen(RoutingContext context, String key, List<String> allowed) {
    return context.queryParam(key).stream().filter(allowed::contains).findFirst();
  }

  private static void html(RoutingContext context, int status, String page) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(page);
  }
}
