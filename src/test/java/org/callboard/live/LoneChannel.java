package org.callboard.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.util.function.Supplier;
import org.callboard.board.Boards;
import org.callboard.clock.EventTime;

/** The live channel on an event loop of its own, and nothing else. */
final class LoneChannel extends VerticleBase {
  private final Supplier<Boards> boards;
  private final EventTime time;
  private final Screens screens;
  private final Proof proof;
  private HttpServer server;

  private LoneChannel(Supplier<Boards> boards, EventTime time, Screens screens, Proof proof) {
    this.boards = boards;
    this.time = time;
    this.screens = screens;
    this.proof = proof;
  }

  /** Opens one, and gives the port that it listens on. */
  static int open(
      Vertx vertx, Supplier<Boards> boards, EventTime time, Screens screens, Proof proof) {
    LoneChannel channel = new LoneChannel(boards, time, screens, proof);
    Cues.register(vertx);
    vertx.deployVerticle(channel).toCompletionStage().toCompletableFuture().join();
    return channel.server.actualPort();
  }

  @Override
  public Future<?> start() {
    LiveChannel channel =
        new LiveChannel(
            vertx,
            new Scripts(boards, time),
            screens,
            new PaintTimes(time::moment, 1, (role, took) -> {}),
            new Traffic(),
            proof,
            "test");
    server =
        vertx
            .createHttpServer()
            .requestHandler(
                request ->
                    request
                        .toWebSocket()
                        .onSuccess(
                            socket -> channel.accept(request.connection(), socket, "", () -> {})));
    return server.listen(0, "127.0.0.1");
  }
}
