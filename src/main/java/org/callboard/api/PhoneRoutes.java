package org.callboard.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.callboard.agenda.LiveSession;
import org.callboard.feeds.Trace;
import org.callboard.live.Scripts;
import org.callboard.pages.Outside;
import org.callboard.pages.Pages;
import org.callboard.pages.View;

/** What an attendee's phone opens: the programme, one session, and what it keeps for offline. */
final class PhoneRoutes {
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final String NIGHT = "night";
  private static final String DAY = "day";

  private final Scripts scripts;
  private final Days days;
  private final Pages pages;
  private final Chronicles chronicles;
  private final PhoneAssets assets;
  private final String language;
  private final PublicAddress address;

  PhoneRoutes(
      Scripts scripts,
      Days days,
      Pages pages,
      Chronicles chronicles,
      PhoneAssets assets,
      String language,
      PublicAddress address) {
    this.scripts = scripts;
    this.days = days;
    this.pages = pages;
    this.chronicles = chronicles;
    this.assets = assets;
    this.language = language;
    this.address = address;
  }

  void mount(Router router) {
    router.get("/programme").handler(this::programme);
    router.get("/programme/manifest.webmanifest").handler(this::manifest);
    router.get("/programme/worker.js").handler(this::worker);
    router.get("/programme/:version/:file").handler(this::asset);
    router.get("/sessions/:id").handler(this::session);
  }

  private void programme(RoutingContext context) {
    html(context, pages.programme(view(context), outside(context)));
  }

  /** A link to a session never breaks, whatever has become of the session. */
  private void session(RoutingContext context) {
    String id = context.pathParam("id");
    View view = view(context);
    Optional<LiveSession> live = view.boards().agenda().session(id);
    Optional<Trace> trace = chronicles.present().chronicle().trace(id);
    if (live.isPresent()) {
      html(context, pages.session(view, live.get(), outside(context)));
    } else if (trace.isPresent()) {
      html(context, pages.formerSession(view, trace.get().plan(), outside(context)));
    } else {
      context.fail(404);
    }
  }

  private View view(RoutingContext context) {
    Asked asked = days.asked(context);
    return new View(
        asked.boards(),
        asked.at(),
        scripts.clock().isRehearsal(),
        scripts.clock().speed(),
        asked.isFixed(),
        SpokenLanguage.of(context, language),
        context.queryParam("theme").contains(NIGHT) ? NIGHT : DAY);
  }

  private Outside outside(RoutingContext context) {
    return new Outside(assets.path(), address.orNone(context.request()));
  }

  private void html(RoutingContext context, String page) {
    remember(context);
    context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(page);
  }

  /** A language that is asked for is kept on the device, without script too. */
  private static void remember(RoutingContext context) {
    context.queryParam("lang").stream()
        .filter(SpokenLanguage.ALL::contains)
        .findFirst()
        .ifPresent(
            chosen ->
                context
                    .response()
                    .headers()
                    .add(
                        HttpHeaders.SET_COOKIE,
                        "%s=%s; Max-Age=%d; Path=/; SameSite=Lax"
                            .formatted(SpokenLanguage.COOKIE, chosen, REMEMBERED.toSeconds())));
  }

  private void manifest(RoutingContext context) {
    String spoken = SpokenLanguage.of(context, language);
    String event = scripts.boards().agenda().programme().event().name();
    JsonObject manifest =
        new JsonObject()
            .put("id", "/programme")
            .put("name", event)
            .put("short_name", pages.say(spoken, "programme"))
            .put("lang", spoken)
            .put("start_url", "/programme")
            .put("scope", "/programme")
            .put("display", "standalone")
            .put("background_color", "#FBF8F1")
            .put("theme_color", "#FBF8F1")
            .put(
                "icons",
                new JsonArray()
                    .add(icon("/assets/icon.svg", "any", "image/svg+xml", "any"))
                    .add(icon("/assets/icon-192.png", "192x192", "image/png", "any"))
                    .add(icon("/assets/icon-512.png", "512x512", "image/png", "any"))
                    .add(icon("/assets/icon-512.png", "512x512", "image/png", "maskable")));
    context
        .response()
        .putHeader("Content-Type", "application/manifest+json")
        .putHeader("Cache-Control", "no-cache")
        .end(manifest.toBuffer());
  }

  private static JsonObject icon(String source, String sizes, String type, String purpose) {
    return new JsonObject()
        .put("src", source)
        .put("sizes", sizes)
        .put("type", type)
        .put("purpose", purpose);
  }

  /** Asked for anew at each visit, so that a phone finds a new version. */
  private void worker(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", "text/javascript; charset=utf-8")
        .putHeader("Cache-Control", "no-cache")
        .putHeader("Service-Worker-Allowed", "/programme")
        .end(assets.worker());
  }

  private void asset(RoutingContext context) {
    String name = context.pathParam("file");
    Optional<Buffer> file = assets.file(context.pathParam("version"), name);
    if (file.isEmpty()) {
      context.fail(404);
      return;
    }
    String type = name.endsWith(".css") ? "text/css" : "text/javascript";
    context
        .response()
        .putHeader("Content-Type", type + "; charset=utf-8")
        .putHeader("Cache-Control", "public, max-age=31536000, immutable")
        .end(file.get());
  }
}
