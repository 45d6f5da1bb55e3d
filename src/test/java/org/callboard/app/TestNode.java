package org.callboard.app;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.callboard.agenda.Agenda;
import org.callboard.api.Connections;
import org.callboard.api.WebSettings;
import org.callboard.board.Boards;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.callboard.programme.Programme;

/** A real node on a port that the system picked, for tests. */
public final class TestNode implements AutoCloseable {
  public static final Moment.Source SYSTEM = () -> new Moment(Instant.now(), System.nanoTime());
  private static final long PATIENCE_SECONDS = 30;

  private final Node node;

  private TestNode(Node node) {
    this.node = node;
  }

  /** A node that rehearses a programme from an instant. */
  public static TestNode rehearsing(Programme programme, Instant at, double speed) {
    return on(programme, EventClock.rehearsal(at, speed, SYSTEM.now()), SYSTEM, 0);
  }

  /** A node that rehearses a day that has changed, from an instant. */
  public static TestNode rehearsing(Agenda agenda, Instant at, double speed) {
    return on(agenda, EventClock.rehearsal(at, speed, SYSTEM.now()), SYSTEM, 0);
  }

  public static TestNode on(Programme programme, EventClock clock, Moment.Source source, int port) {
    return on(Agenda.of(programme), clock, source, port);
  }

  private static TestNode on(Agenda agenda, EventClock clock, Moment.Source source, int port) {
    Boards boards = Boards.of(1, agenda);
    Supplier<Boards> always = () -> boards;
    WebSettings settings = new WebSettings("127.0.0.1", port, "en", "test");
    return new TestNode(
        await(Node.start(always, clock, source, settings, new Connections(50, 100))));
  }

  public int port() {
    return node.port();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  @Override
  public void close() {
    await(node.stop());
  }

  static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError("A node did not do as asked", failed);
    }
  }
}
