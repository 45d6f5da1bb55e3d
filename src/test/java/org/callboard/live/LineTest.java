package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both kinds of lines over the Vert.x that is there. */
class LineTest {
  private final Vertx vertx = Vertx.vertx();

  /** Says what it is told, after one short text. */
  private static final class Echo extends VerticleBase {
    private final HttpServerOptions options;
    private final CompletableFuture<Line> opened = new CompletableFuture<>();
    private final AtomicInteger gone = new AtomicInteger();
    private HttpServer server;

    Echo(HttpServerOptions options) {
      this.options = options;
    }

    @Override
    public Future<?> start() {
      Router router = Router.router(vertx); // which wraps requests and sockets
      router.get().handler(context -> accept(context.request()));
      server = vertx.createHttpServer(options).requestHandler(router);
      return server.listen(0, "127.0.0.1");
    }

    /** Tells its line so many short texts, one each 300 ms. */
    void tell(int times) {
      context.runOnContext(now -> vertx.setTimer(300, next -> tellAndGoOn(times)));
    }

    private void tellAndGoOn(int times) {
      opened.thenAccept(
          line -> {
            line.write(WireText.forMany("short"));
            line.flush();
          });
      if (times > 1) {
        tell(times - 1);
      }
    }

    private void accept(HttpServerRequest request) {
      request.toWebSocket().onSuccess(socket -> told(request.connection(), socket));
    }

    private void told(HttpConnection connection, ServerWebSocket socket) {
      opened.complete(new Told(connection, socket, gone).line);
    }
  }

  /** The listener of one line. */
  private static final class Told implements Line.Listener {
    private final Line line;
    private final AtomicInteger gone;

    Told(HttpConnection connection, ServerWebSocket socket, AtomicInteger gone) {
      this.gone = gone;
      line = Line.of(connection, socket, this);
    }

    @Override
    public void heard(String text) {
      line.write(WireText.forMany("short"));
      line.write(WireText.forMany(text));
      line.flush();
    }

    @Override
    public void drained() {}

    @Override
    public void gone() {
      gone.incrementAndGet();
    }
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private Echo echo(HttpServerOptions options) {
    Echo echo = new Echo(options);
    vertx.deployVerticle(echo).toCompletionStage().toCompletableFuture().join();
    return echo;
  }

  private Line answered(HttpServerOptions options, String... headers) throws Exception {
    Echo echo = echo(options);
    try (RawScreen screen = new RawScreen(echo.server.actualPort(), headers)) {
      String text = "ü".repeat(3_000);
      screen.say(text);
      assertThat(screen.next(RawScreen.TEXT).text()).isEqualTo("short");
      assertThat(screen.next(RawScreen.TEXT).text()).isEqualTo(text);
    }
    return echo.opened.get(5, TimeUnit.SECONDS);
  }

  @Test
  void the_pipeline_of_this_vertx_is_the_one_that_a_bare_line_knows() throws Exception {
    assertThat(answered(new HttpServerOptions()))
        .as(
            "Vert.x's pipeline has changed: every line falls back to one that works and costs ten"
                + " times the memory. Compare BareLine.isKnown with what Vert.x adds after a"
                + " handshake (ServerWebSocketHandshaker, Netty's WebSocketServerHandshaker).")
        .isInstanceOf(BareLine.class);
  }

  @Test
  void it_is_known_with_what_the_server_of_boards_asks_for() throws Exception {
    HttpServerOptions options =
        new HttpServerOptions()
            .setCompressionSupported(true)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setStrictThreadMode(true)
            .setIdleTimeout(60);
    assertThat(answered(options)).isInstanceOf(BareLine.class);
  }

  /** A pipeline that a bare line does not know: compressed where the other side asks for it. */
  @Test
  void another_pipeline_gets_a_line_that_says_the_same() throws Exception {
    assertThat(answered(new HttpServerOptions(), "Sec-WebSocket-Extensions: permessage-deflate"))
        .isInstanceOf(VertxLine.class);
  }

  /** 1,000 times, since the answer is sent and the line closed within microseconds. */
  @Test
  void one_whose_goodbye_is_answered_is_gone_and_goes_once() throws Exception {
    Echo echo = echo(new HttpServerOptions());
    for (int times = 1; times <= 1_000; times++) {
      try (RawScreen screen = new RawScreen(echo.server.actualPort())) {
        screen.send(RawScreen.WHOLE | RawScreen.CLOSE, new byte[] {0x03, (byte) 0xE8});
        assertThat(screen.next(RawScreen.CLOSE).code()).isEqualTo(1000);
        assertThat(echo.gone.get()).isEqualTo(times);
      }
    }
  }

  /** What goes out past Netty is no silence, of which a second ends the line here. */
  @Test
  void one_that_only_listens_is_kept_while_it_is_told_something_and_no_longer() throws Exception {
    Echo echo = echo(new HttpServerOptions().setIdleTimeout(1));
    try (RawScreen screen = new RawScreen(echo.server.actualPort())) {
      echo.tell(10);
      for (int i = 0; i < 10; i++) {
        assertThat(screen.next(RawScreen.TEXT).text()).isEqualTo("short");
      }
      assertThat(screen.untilEnd()).isEmpty();
    }
  }
}
