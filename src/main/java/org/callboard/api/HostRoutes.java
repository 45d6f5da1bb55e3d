package org.callboard.api;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.callboard.accounts.Bearer;
import org.callboard.accounts.Token;
import org.callboard.accounts.Tokens;
import org.callboard.desk.Replica;
import org.callboard.live.Scripts;
import org.callboard.pages.Pages;
import org.callboard.pages.View;

/**
 * The page of a room's host, and what it asks. The token in its address is the host's whole right,
 * so it is never repeated: not in an answer, not in the log, not to another site.
 */
final class HostRoutes {
  static final String FOLDER = "/host/";

  private static final String STATE = "/api/host";

  private final BlockingWork work;
  private final Tokens tokens;
  private final Scripts scripts;
  private final Replica replica;
  private final Pages pages;
  private final String language;

  HostRoutes(
      BlockingWork work,
      Tokens tokens,
      Scripts scripts,
      Replica replica,
      Pages pages,
      String language) {
    this.work = work;
    this.tokens = tokens;
    this.scripts = scripts;
    this.replica = replica;
    this.pages = pages;
    this.language = language;
  }

  void mount(Router router) {
    router.get(FOLDER + ":token").handler(this::page);
    router.get(STATE).handler(Authentication.admitting()).handler(this::state);
  }

  /** Whether a host's link is good for a request; for everything else it is refused. */
  static boolean isForHosts(RoutingContext context) {
    String path = context.normalizedPath();
    HttpMethod method = context.request().method();
    return path.equals(STATE) && method.equals(HttpMethod.GET)
        || path.equals(ChangeApi.PATH) && method.equals(HttpMethod.POST);
  }

  /** A path as the log may have it. */
  static String hidden(String path) {
    return path.startsWith(FOLDER) ? FOLDER + "…" : path;
  }

  private void page(RoutingContext context) {
    String token = context.pathParam("token");
    if (token.contains(".")) {
      context.next(); // the page's own script and style; a token holds no dot
      return;
    }
    work.done(() -> tokens.find(token), Authentication.PATIENCE_SECONDS)
        .onSuccess(found -> answer(context, found.filter(HostRoutes::isLink)))
        .onFailure(trouble -> html(context, 503, pages.hostLater(view(context))));
  }

  private static boolean isLink(Bearer bearer) {
    return bearer.kind() == Token.Kind.LINK;
  }

  /** A link that was mistyped, has expired or was revoked is one and the same to who opens it. */
  private void answer(RoutingContext context, Optional<Bearer> link) {
    Optional<String> room =
        link.flatMap(bearer -> scripts.boards().board(HostState.room(bearer))).map(b -> b.roomId());
    if (room.isEmpty()) {
      html(context, 404, pages.hostUnknown(view(context)));
    } else {
      String state = stateOf(link.orElseThrow()).encode();
      html(context, 200, pages.host(view(context), room.get(), state));
    }
  }

  private void state(RoutingContext context) {
    Bearer bearer = Caller.of(context).orElseThrow().bearer();
    if (isLink(bearer)) {
      Answers.json(context, 200, stateOf(bearer));
    } else {
      new Problem(403, "Not allowed", "This is for the links of hosts; organisers have /api/calls.")
          .answer(context);
    }
  }

  private JsonObject stateOf(Bearer bearer) {
    return HostState.of(bearer, replica.present().prefix());
  }

  private View view(RoutingContext context) {
    return new View(
        scripts.boards(),
        scripts.now(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        false,
        SpokenLanguage.of(context, language),
        "day");
  }

  private static void html(RoutingContext context, int status, String page) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Robots-Tag", "noindex")
        .end(page);
  }
}
