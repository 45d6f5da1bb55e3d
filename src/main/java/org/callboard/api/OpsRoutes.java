package org.callboard.api;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.callboard.live.SelfTestResult;
import org.callboard.metrics.Meters;

/**
 * What whoever runs a node asks: is it alive, is it ready, how is it doing, and what is its API. It
 * counts every request that is answered.
 */
final class OpsRoutes {
  private static final String DESCRIPTION = "openapi/openapi.yaml";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  /** The media type of RFC 9512. */
  private static final String YAML = "application/yaml";

  private static final Map<String, String> NOT_READY =
      Map.of(
          "journal", "The journal cannot be written, so no change is taken; the boards go on.",
          "history", "The journal was replaced or is of a later version; start this node again.",
          "lag", "This node does not show the newest revision yet; ask another.",
          "cut", "This node neither reads the journal nor hears another node; ask another.",
          "cluster", "This node is no member of its cluster; ask another.",
          "clock", "This node's clock is wrong; ask another, and see to NTP on its machine.",
          "draining", "This node is about to end; ask another.");

  private final Meters meters;
  private final Readiness readiness;
  private final Supplier<SelfTestResult> selfTest;
  private final LongSupplier revision;
  private final Supplier<Optional<JsonObject>> watched;
  private final Buffer description;

  OpsRoutes(
      Vertx vertx,
      Operations operations,
      LongSupplier revision,
      Supplier<Optional<JsonObject>> watched) {
    this.meters = operations.meters();
    this.readiness = operations.readiness();
    this.selfTest = operations.selfTest();
    this.revision = revision;
    this.watched = watched;
    this.description = vertx.fileSystem().readFileBlocking(DESCRIPTION);
    EventLoopLag.measure(vertx, meters);
  }

  /** Mounted before all other routes, so that it counts them all. */
  void mount(Router router) {
    router.route().handler(this::count);
    router.get("/health/live").handler(this::live);
    router.get("/health/ready").handler(this::ready);
    router.get("/health/boards").handler(this::boards);
    router.get("/metrics").handler(context -> text(context, PROMETHEUS, meters.text()));
    router.get("/api/openapi.yaml").handler(this::describe);
  }

  /**
   * The pattern of a route, such as {@code /api/boards/{room}}; never a path that was asked for.
   */
  static String pattern(Optional<Route> route) {
    return route
        .map(Route::getPath)
        .map(path -> path.replaceAll(":(\\w+)", "{$1}"))
        .orElse("other");
  }

  private void count(RoutingContext context) {
    context.addEndHandler(
        ended ->
            meters.request(
                pattern(Optional.ofNullable(context.currentRoute())),
                context.response().getStatusCode()));
    context.next();
  }

  private void live(RoutingContext context) {
    Answers.json(context, 200, up());
  }

  private JsonObject up() {
    JsonObject up = new JsonObject().put("status", "UP").put("revision", revision.getAsLong());
    watched.get().map(OpsRoutes::isWell).ifPresent(well -> up.put("watch", well ? "UP" : "DOWN"));
    return up;
  }

  /** What is wrong may name a place, which is for organisers alone. */
  private static boolean isWell(JsonObject watch) {
    return watch.getString("trouble") == null;
  }

  /** The journal's worker answers on the event loop of whoever asked first. */
  private void ready(RoutingContext context) {
    Context own = Vertx.currentContext();
    readiness
        .missing()
        .onSuccess(missing -> own.runOnContext(back -> ready(context, missing)))
        .onFailure(context::fail);
  }

  private void ready(RoutingContext context, List<String> missing) {
    if (context.response().closed()) {
      return;
    }
    if (missing.isEmpty()) {
      Answers.json(context, 200, detailed(up().put("selfTest", selfTest.get().state())));
    } else {
      refuse(context, missing);
    }
  }

  /** It needs no database: without one nobody can change what the boards show. */
  private void boards(RoutingContext context) {
    List<String> missing = readiness.missingOnBoards();
    if (missing.isEmpty()) {
      Answers.json(context, 200, detailed(up()));
    } else {
      refuse(context, missing);
    }
  }

  private void refuse(RoutingContext context, List<String> missing) {
    context.response().putHeader("Retry-After", "2");
    new Problem(503, "Not ready", NOT_READY.get(missing.get(0)))
        .answer(context, detailed(new JsonObject().put("missing", new JsonArray(missing))));
  }

  private JsonObject detailed(JsonObject answer) {
    readiness.cluster().ifPresent(state -> detail(answer, state));
    return answer;
  }

  private static void detail(JsonObject answer, ClusterState state) {
    if (state.isClustered()) {
      answer.put("cluster", state.json());
    }
    state.databaseClock().ifPresent(clock -> answer.put("databaseClock", clock));
    state.putClocks(answer);
  }

  private void describe(RoutingContext context) {
    context
        .response()
        .putHeader("Content-Type", YAML)
        .putHeader("Cache-Control", "no-cache")
        .end(description);
  }

  private static void text(RoutingContext context, String type, String text) {
    context
        .response()
        .putHeader("Content-Type", type)
        .putHeader("Cache-Control", "no-store")
        .end(text);
  }
}
