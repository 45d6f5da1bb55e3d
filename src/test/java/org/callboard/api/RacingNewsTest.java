package org.callboard.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Scripts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that are shown before the event loop of a stream has heard what they changed. */
class RacingNewsTest {
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");

  private final AtomicReference<Boards> boards = new AtomicReference<>(boards(1));
  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  private static Boards boards(long revision) {
    return Boards.of(
        revision, Agenda.of(DayText.programme("hall 09:00-10:00 Opening\nscala 10:00-11:00 Film")));
  }

  /** The stream on an event loop of its own, and nothing else. */
  private final class Streaming extends VerticleBase {
    @Override
    public Future<?> start() {
      Router router = Router.router(vertx);
      EventTime time = new EventTime(EventClock.real(), () -> new Moment(NINE, 0));
      new EventStream(
              vertx, new Scripts(boards::get, time), new Connections(9, 9), new Sender(false))
          .mount(router);
      return server.requestHandler(router).listen(0, "127.0.0.1");
    }
  }

  @BeforeEach
  void open() {
    Cues.register(vertx);
    server = vertx.createHttpServer();
    vertx.deployVerticle(new Streaming()).await();
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Stream<String> lines() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/api/events/stream");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines())
        .body();
  }

  @Test
  void the_rooms_of_a_change_that_is_heard_of_after_the_next_is_shown_are_told_all_the_same()
      throws Exception {
    try (Stream<String> stream = lines()) {
      Iterator<String> lines = stream.iterator();
      assertThat(EventStreamTest.next(lines).getLong("revision")).isEqualTo(1);

      boards.set(boards(3));
      Cues.publish(vertx, new Cue.Changed(2, Set.of("hall"), false));
      Cues.publish(vertx, new Cue.Changed(3, Set.of("scala"), false));

      JsonObject told = EventStreamTest.next(lines);
      assertThat(told.getLong("revision")).isEqualTo(3);
      assertThat(told.getJsonArray("rooms")).containsExactly("hall", "scala");
    }
  }
}
