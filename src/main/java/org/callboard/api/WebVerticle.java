package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.callboard.live.LiveChannel;
import org.callboard.live.Scripts;
import org.callboard.outgoing.Trial;
import org.callboard.pages.Pages;

/** One event loop's share of the web server: pages, API and the live channel of its own sockets. */
public final class WebVerticle extends VerticleBase {
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
  private final Days days;
  private final Chronicles chronicles;
  private final PublicAddress address;
  private final Pages rendered = new Pages();

  private LiveChannel channel;
  private Router router;
  private HttpServer server;

  public WebVerticle(WebSettings settings, Front front) {
    this.settings = settings;
    this.front = front;
    this.scripts = front.scripts();
    this.days = new Days(scripts, front.desk().replica());
    this.chronicles = new Chronicles(front.desk().replica());
    this.address = new PublicAddress(settings.publicUrl(), front.access().sender());
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
    server =
        vertx
            .createHttpServer(options())
            .requestHandler(router)
            .invalidRequestHandler(Refusals::unreadable);
    return server.listen(sharedPort(), settings.host());
  }

  /** The port that the server listens on, once started. */
  public int port() {
    return server.actualPort();
  }

  /**
   * What it answers, as {@code GET /api/boards/{room}}; without what all requests pass through, and
   * without the heads of what can be read.
   */
  public List<String> routes() {
    return router.getRoutes().stream()
        .filter(route -> route.getPath() != null && route.methods() != null)
        .flatMap(
            route ->
                route.methods().stream()
                    .filter(method -> !method.equals(HttpMethod.HEAD))
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
    router.route().handler(new SecurityHeaders());
    router.route().handler(new LastAnswer(front.operations().readiness()));
    new OpsRoutes(vertx, front.operations(), () -> scripts.boards().revision(), front.watched())
        .mount(router);
    Sender sender = front.access().sender();
    router.get("/live").handler(new LiveRoute(channel, front.connections(), sender)::handle);
    AccountRoutes accounts = new AccountRoutes(vertx, front.access(), front.screens()::now);
    screens(router, accounts);
    router.get().handler(days::prepare);
    changes(router, accounts);
    readers(router);
    hosts(router, accounts.queries());
    pages(router);
    router.get().handler(assets());
    headsToo(router);
    return router;
  }

  /** Screens ask before the accounts, which would take a screen's secret for a bad token. */
  private void screens(Router router, AccountRoutes accounts) {
    BlockingWork queries = accounts.queries();
    Assignments assignments = new Assignments(scripts);
    ScreenRoll roll = new ScreenRoll(front.pairings(), front.screens(), scripts);
    PairingRoutes pairings = new PairingRoutes(roll, queries, front.access().sender(), assignments);
    pairings.mountForScreens(router);
    accounts.mount(router);
    pairings.mount(router);
    new PairedScreenRoutes(vertx, roll, queries, assignments).mount(router);
    new ScreenApi(front.desk().replica(), roll, queries, front.operations()).mount(router);
  }

  /** What organisers and admins do to the day, and what goes out when they have done it. */
  private void changes(Router router, AccountRoutes accounts) {
    WorkerExecutor planning = vertx.createSharedWorkerExecutor("callboard-programmes", 2);
    new ChangeApi(front.desk(), scripts, front.screens(), planning).mount(router);
    new ConflictRoutes(front.desk(), planning, front.watched()).mount(router);
    new PresenceRoutes(front.presence()).mount(router);
    new WebhookRoutes(
            front.outbox(),
            new Trial(vertx),
            accounts.queries(),
            front.desk().replica(),
            front.access().links()::now)
        .mount(router);
  }

  /** What anybody may read who is a program. */
  private void readers(Router router) {
    new BoardApi(scripts, days, settings.build()).mount(router);
    new EventStream(vertx, scripts, front.connections(), front.access().sender()).mount(router);
    new QrRoute(address).mount(router);
    new ExportRoutes(
            chronicles, new Exports(chronicles, scripts, rendered, settings.language(), address))
        .mount(router);
  }

  private void hosts(Router router, BlockingWork queries) {
    AccountAccess access = front.access();
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

  /** What people and screens open. */
  private void pages(Router router) {
    PageRoutes pages = new PageRoutes(scripts, days, rendered, settings.language());
    new PhoneRoutes(
            scripts, days, rendered, chronicles, new PhoneAssets(), settings.language(), address)
        .mount(router);
    new ConsoleRoutes(scripts, rendered, settings.language()).mount(router);
    pages.mount(router);
    new ScreenFileRoutes(pages, rendered, address, () -> front.screens().now().wall())
        .mount(router);
    new PictureRoutes(vertx, pages, rendered).mount(router);
    new Refusals(router, pages).mount();
  }

  private StaticHandler assets() {
    return StaticHandler.create("webroot")
        .setIndexPage("none")
        .setDirectoryListing(false)
        .setMaxAgeSeconds(ASSET_SECONDS);
  }

  /**
   * What can be read can be asked for its head alone (RFC 9110 §9.3.2), but for what never ends.
   */
  private static void headsToo(Router router) {
    router.getRoutes().stream()
        .filter(route -> route.methods() != null && route.methods().contains(HttpMethod.GET))
        .filter(route -> !EventStream.PATH.equals(route.getPath()))
        .forEach(route -> route.method(HttpMethod.HEAD));
  }
}
