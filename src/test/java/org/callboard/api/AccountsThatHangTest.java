package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.callboard.accounts.Tokens;
import org.callboard.alarm.Alarm;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sqlite.SQLiteDataSource;

/** Who is who cannot be found out, and nobody says so. */
class AccountsThatHangTest {
  private static final String TOKEN = "cb_" + "x".repeat(43);

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @Test
  @Timeout(10)
  void whom_a_database_that_hangs_does_not_tell_is_answered_within_seconds_and_logged_once() {
    CountDownLatch end = new CountDownLatch(1);
    Vertx vertx = Vertx.vertx();
    try {
      HttpServer server = serve(vertx, new Tokens(new HungSource(end), Instant::now));
      Organiser bearer = Organiser.bearing("http://127.0.0.1:" + server.actualPort(), TOKEN);
      Instant asked = Instant.now();
      CompletableFuture<Organiser.Answer> another =
          CompletableFuture.supplyAsync(() -> bearer.get("/"));
      Organiser.Answer answer = bearer.get("/");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.detail()).contains("nothing was changed");
      assertThat(another.join()).isEqualTo(answer);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(6));
      assertThat(lines.list).hasSize(1);
      assertThat(lines.list.get(0).getThrowableProxy()).isNull();
    } finally {
      end.countDown();
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private Alarm alarm() {
    Logger log = new LoggerContext().getLogger("test");
    log.addAppender(lines);
    lines.start();
    return new Alarm(log, TestNode.SYSTEM, "Nobody is recognised", "People are again.");
  }

  private HttpServer serve(Vertx vertx, Tokens tokens) {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            new Authentication(
                new BlockingWork(vertx.createSharedWorkerExecutor("accounts"), alarm()),
                tokens,
                TestNode.SYSTEM::now))
        .handler(Authentication.admitting())
        .handler(context -> context.response().end());
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** A database that gives no connection until the test ends. */
  private static final class HungSource extends SQLiteDataSource {
    private final CountDownLatch end;

    HungSource(CountDownLatch end) {
      this.end = end;
    }

    @Override
    public Connection getConnection() throws SQLException {
      try {
        end.await();
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
      }
      throw new SQLException("The test ends");
    }
  }
}
