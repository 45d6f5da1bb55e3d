package org.callboard.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.callboard.live.Scripts;
import org.callboard.pages.Pages;
import org.callboard.pages.View;

/** The organisers' page: a login form for whoever is not logged in, and the day for who is. */
final class ConsoleRoutes {
  static final String PATH = "/console";

  private final Scripts scripts;
  private final Pages pages;
  private final String language;

  ConsoleRoutes(Scripts scripts, Pages pages, String language) {
    this.scripts = scripts;
    this.pages = pages;
    this.language = language;
  }

  void mount(Router router) {
    router.get(PATH).handler(this::console);
  }

  private void console(RoutingContext context) {
    String me =
        Caller.of(context).map(caller -> AccountJson.of(caller.account()).encode()).orElse("");
    SecurityHeaders.allowOwnFrames(context);
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(pages.console(view(SpokenLanguage.of(context, language)), me));
  }

  private View view(String spoken) {
    return new View(
        scripts.boards(),
        scripts.now(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        false,
        spoken,
        "day");
  }
}
