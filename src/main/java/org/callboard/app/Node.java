package org.callboard.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.callboard.api.Connections;
import org.callboard.api.WebSettings;
import org.callboard.api.WebVerticle;
import org.callboard.board.Boards;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.callboard.live.ClockVerticle;
import org.callboard.live.Cues;
import org.callboard.live.Scripts;

/** One running node: its Vert.x, its clock and its web server, put together. */
public final class Node {
  private static final int EVENT_LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors());

  private final Vertx vertx;
  private final List<WebVerticle> web;

  private Node(Vertx vertx, List<WebVerticle> web) {
    this.vertx = vertx;
    this.web = web;
  }

  /**
   * Starts a node; the future is that of being ready, and a node that cannot be is closed behind
   * it.
   */
  public static Future<Node> start(
      Supplier<Boards> boards,
      EventClock clock,
      Moment.Source source,
      WebSettings settings,
      Connections connections) {
    Vertx vertx = Vertx.vertx();
    Cues.register(vertx);
    Scripts scripts = new Scripts(boards, clock, source);
    List<WebVerticle> web = new CopyOnWriteArrayList<>();
    Supplier<WebVerticle> webVerticle =
        () -> {
          WebVerticle verticle = new WebVerticle(settings, scripts, connections);
          web.add(verticle);
          return verticle;
        };
    DeploymentOptions perLoop =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.EVENT_LOOP)
            .setInstances(EVENT_LOOPS);
    return vertx
        .deployVerticle(webVerticle, perLoop)
        .compose(deployed -> vertx.deployVerticle(new ClockVerticle(clock, source, boards)))
        .map(deployed -> new Node(vertx, web))
        .onFailure(failure -> vertx.close());
  }

  /** The port it listens on, also where the system picked it. */
  public int port() {
    return web.get(0).port();
  }

  /** Tells every screen when to come back, then stops. */
  public Future<Void> stop() {
    return vertx.close();
  }
}
