package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.callboard.live.LiveChannel;
import org.callboard.live.Scripts;
import org.callboard.outgoing.Trial;
import org.callboard.pages.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One event loop's share of the web server: pages, API and the live channel of its own sockets. */
public final class WebVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(WebVerticle.class);
  private static final int LONGEST_HEADERS = 16 * 1024;
  private static final int LONGEST_URL = 4 * 1024;
  private static final int LARGEST_FRAME = 16 * 1024;
  // What the kernel may keep for a reader that has stopped; without a bound it is megabytes.
  private static final int SEND_BUFFER = 64 * 1024;
  // After a restart everybody comes at once; one beyond this is not heard for a second, then two.
  private static final int WAITING_TO_CONNECT = 4096;
  private static final int IDLE_SECONDS = 75;
  private static final long LAST_ANSWERS_SECONDS = 2;
  // An asset is asked for again at each load, so that no screen runs an old script after an
  // upgrade.
  private static final long ASSET_SECONDS = 0;

  private final WebSettings settings;
  private final Front front;
  private final Scripts scripts;

  private LiveChannel channel;
  private Router router;
  private HttpServer server;

  public WebVerticle(WebSettings settings, Front front) {
    this.settings = settings;
    this.front = front;
    this.scripts = front.scripts();
  }

  @Override
  public Future<?> start() {
    channel =
        new LiveChannel(
            vertx,
            scripts,
            front.screens(),
            front.operations().paintTimes(),
            front.operations().traffic(),
            new ScreenProof(vertx, front.pairings(), front.access().alarm()),
            settings.build());
    router = router();
    server = vertx.createHttpServer(options()).requestHandler(router);
    return server.listen(sharedPort(), settings.host());
  }

  /** The port that the server listens on, once started. */
  public int port() {
    return server.actualPort();
  }

  /** What it answers, as {@code GET /api/boards/{room}}; without what all requests pass through. */
  public List<String> routes() {
    return router.getRoutes().stream()
        .filter(route -> route.getPath() != null && route.methods() != null)
        .flatMap(
            route ->
                route.methods().stream()
                    .map(method -> method + " " + OpsRoutes.pattern(Optional.of(route))))
        .toList();
  }

  /**
   * Vert.x shares a port that the system picks among the event loops when it is asked for port -1.
   */
  private int sharedPort() {
    return settings.port() == 0 ? -1 : settings.port();
  }

  @Override
  public Future<?> stop() {
    return channel
        .drain(front.operations().readiness().hasOthers())
        .eventually(() -> server.shutdown(LAST_ANSWERS_SECONDS, TimeUnit.SECONDS));
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions()
        .setMaxHeaderSize(LONGEST_HEADERS)
        .setMaxInitialLineLength(LONGEST_URL)
        .setMaxWebSocketFrameSize(LARGEST_FRAME)
        .setMaxWebSocketMessageSize(LARGEST_FRAME)
        // Nobody needs HTTP/2 without TLS, and an upgrade to it in mid-request loses its way.
        .setHttp2ClearTextEnabled(false)
        .setRegisterWebSocketWriteHandlers(false)
        .setStrictThreadMode(true)
        .setCompressionSupported(true)
        .setPerMessageWebSocketCompressionSupported(false)
        .setPerFrameWebSocketCompressionSupported(false)
        .setSendBufferSize(SEND_BUFFER)
        .setAcceptBacklog(WAITING_TO_CONNECT)
        .setIdleTimeout(IDLE_SECONDS);
  }

  private Router router() {
    Router router = Router.router(vertx);
    Days days = new Days(scripts, front.desk().replica());
    Pages rendered = new Pages();
    Chronicles chronicles = new Chronicles(front.desk().replica());
    PublicAddress address = new PublicAddress(settings.publicUrl(), front.access().sender());
    Exports exports = new Exports(chronicles, scripts, rendered, settings.language(), address);
    PageRoutes pages = new PageRoutes(scripts, days, rendered, settings.language());
    router.route().handler(new SecurityHeaders());
    router.route().handler(new LastAnswer(front.operations().readiness()));
    new OpsRoutes(vertx, front.operations(), () -> scripts.boards().revision(), front.watched())
        .mount(router);
    router
        .get("/live")
        .handler(new LiveRoute(channel, front.connections(), front.access().sender())::handle);
    AccountRoutes accounts = new AccountRoutes(vertx, front.access(), front.screens()::now);
    BlockingWork queries = accounts.queries();
    Assignments assignments = new Assignments(scripts);
    ScreenRoll roll = new ScreenRoll(front.pairings(), front.screens(), scripts);
    PairingRoutes pairings = new PairingRoutes(roll, queries, front.access().sender(), assignments);
    pairings.mountForScreens(router);
    accounts.mount(router);
    pairings.mount(router);
    new PairedScreenRoutes(vertx, roll, queries, assignments).mount(router);
    router.get().handler(days::prepare);
    new BoardApi(scripts, days, settings.build()).mount(router);
    WorkerExecutor planning = vertx.createSharedWorkerExecutor("callboard-programmes", 2);
    new ChangeApi(front.desk(), scripts, front.screens(), planning).mount(router);
    new ConflictRoutes(front.desk(), planning, front.watched()).mount(router);
    new WebhookRoutes(
            front.outbox(),
            new Trial(vertx),
            queries,
            front.desk().replica(),
            front.access().links()::now)
        .mount(router);
    new EventStream(vertx, scripts, front.connections()).mount(router);
    new ScreenApi(front.desk().replica(), roll, queries, front.operations()).mount(router);
    hosts(router, rendered, queries, address);
    new PresenceRoutes(front.presence()).mount(router);
    new ExportRoutes(chronicles, exports).mount(router);
    new PhoneRoutes(
            scripts, days, rendered, chronicles, new PhoneAssets(), settings.language(), address)
        .mount(router);
    new ConsoleRoutes(scripts, rendered, settings.language()).mount(router);
    pages.mount(router);
    new ScreenFileRoutes(
            pages,
            rendered,
            new PublicAddress(settings.publicUrl(), front.access().sender()),
            () -> front.screens().now().wall())
        .mount(router);
    new PictureRoutes(vertx, pages, rendered).mount(router);
    router.get().handler(assets());
    router.errorHandler(
        405,
        context ->
            problem(
                context,
                405,
                "Method not allowed",
                "This address does not take " + context.request().method() + "."));
    router.errorHandler(
        400,
        context -> problem(context, 400, "Malformed request", "The request could not be read."));
    router.errorHandler(404, context -> missing(context, pages));
    router.errorHandler(500, context -> failed(context, pages));
    return router;
  }

  private void hosts(Router router, Pages rendered, BlockingWork queries, PublicAddress address) {
    AccountAccess access = front.access();
    new QrRoute(address).mount(router);
    new HostLinkRoutes(access.links(), queries, scripts, address).mount(router);
    new HostRoutes(
            queries,
            access.tokens(),
            scripts,
            front.desk().replica(),
            rendered,
            settings.language())
        .mount(router);
  }

  private StaticHandler assets() {
    return StaticHandler.create("webroot")
        .setIndexPage("none")
        .setDirectoryListing(false)
        .setMaxAgeSeconds(ASSET_SECONDS);
  }

  private void missing(RoutingContext context, PageRoutes pages) {
    if (isApi(context)) {
      Problem.notFound("Nothing is served at " + context.normalizedPath() + ".").answer(context);
    } else {
      pages.message(
          context,
          404,
          "Nothing is here",
          "The address may be mistyped. The rooms of this event are listed below.");
    }
  }

  private static boolean isApi(RoutingContext context) {
    return context.normalizedPath().startsWith("/api/");
  }

  /**
   * An unreadable request is the asker's to mend; anything else is a fault of ours, said without
   * detail.
   */
  private void failed(RoutingContext context, PageRoutes pages) {
    if (context.response().headWritten() || context.response().closed()) {
      return; // Whoever asked has gone, or has half an answer that no other can follow.
    }
    Throwable failure = context.failure();
    if (failure instanceof IllegalArgumentException malformed) {
      Problem.malformed(malformed.getMessage()).answer(context);
      return;
    }
    LOG.error("A request failed: path={}", HostRoutes.hidden(context.normalizedPath()), failure);
    if (isApi(context)) {
      problem(
          context, 500, "Internal error", "The request failed here; it was written to the log.");
    } else {
      pages.message(
          context, 500, "This page failed", "The fault was written down. The boards below go on.");
    }
  }

  private static void problem(RoutingContext context, int status, String title, String detail) {
    new Problem(status, title, detail).answer(context);
  }
}
