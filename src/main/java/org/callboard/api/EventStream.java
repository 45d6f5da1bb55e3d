package org.callboard.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.callboard.board.Boards;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Scripts;
import org.callboard.wire.AnnouncementJson;

/**
 * Server-sent events for simple readers (HTML Living Standard §9.2): that the day has a new
 * revision, whose boards changed, and what is announced. An event is the state and not a step, so a
 * slow reader is told less often and misses nothing. Owned by the event loop that serves it.
 */
final class EventStream {
  static final String PATH = "/api/events/stream";

  private static final long HEARTBEAT_MILLIS = 15_000;

  /** Changes that a reader who comes back may have missed and is told of exactly. */
  private static final int REMEMBERED = 256;

  private final Vertx vertx;
  private final Scripts scripts;
  private final Connections connections;
  private final Sender sender;
  private final Set<Reader> readers = new LinkedHashSet<>();
  private final Deque<Cue.Changed> changes = new ArrayDeque<>();
  private long heard; // the newest revision of which it is known here what it changed

  EventStream(Vertx vertx, Scripts scripts, Connections connections, Sender sender) {
    this.vertx = vertx;
    this.scripts = scripts;
    this.connections = connections;
    this.sender = sender;
  }

  void mount(Router router) {
    Cues.consume(vertx, this::hear);
    heard = scripts.boards().revision();
    vertx.setPeriodic(HEARTBEAT_MILLIS, beat -> readers.forEach(Reader::beat));
    router.get(PATH).handler(this::open);
  }

  private void hear(Cue cue) {
    if (cue instanceof Cue.Changed changed) {
      heard = Math.max(heard, changed.revision());
      changes.addLast(changed);
      while (changes.size() > REMEMBERED) {
        changes.removeFirst();
      }
      readers.forEach(Reader::tell);
    }
  }

  private void open(RoutingContext context) {
    String address = sender.address(context.request());
    if (!connections.take(address)) {
      context.response().putHeader("Retry-After", "30");
      new Problem(
              429, "Too many connections", "This address holds as many live connections as it may.")
          .answer(context);
      return;
    }
    HttpServerResponse response = context.response();
    response.setChunked(true);
    response
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Content-Encoding", "identity")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no");
    Reader reader = new Reader(response, seen(context));
    readers.add(reader);
    response.closeHandler(
        gone -> {
          readers.remove(reader);
          connections.release(address);
        });
    response.write("retry: 3000\n\n");
    reader.tell();
  }

  /** The revision that a reader had when its line was cut; 0 for one that comes anew. */
  private long seen(RoutingContext context) {
    String id = Optional.ofNullable(context.request().getHeader("Last-Event-ID")).orElse("");
    long seen = id.matches("\\d{1,15}") ? Long.parseLong(id) : 0;
    return seen > scripts.boards().revision() ? 0 : seen;
  }

  /** One connection, and the revision that it was told of last. */
  private final class Reader {
    private final HttpServerResponse response;
    private long told;

    Reader(HttpServerResponse response, long told) {
      this.response = response;
      this.told = told;
      response.drainHandler(drained -> tell());
    }

    /** While its line is full it is told nothing, then all at once. */
    void tell() {
      Boards boards = scripts.boards();
      if (boards.revision() > told
          && isKnown(boards)
          && !response.closed()
          && !response.writeQueueFull()) {
        tell(boards);
      }
    }

    /** The boards are ahead of the word what has changed, which is on its way and awaited. */
    private boolean isKnown(Boards boards) {
      return told == 0 || boards.revision() <= heard;
    }

    private void tell(Boards boards) {
      JsonObject event = event(boards, told);
      told = boards.revision();
      response.write("id: " + told + "\nevent: revision\ndata: " + event.encode() + "\n\n");
    }

    void beat() {
      if (!response.closed() && !response.writeQueueFull()) {
        response.write(": alive\n\n");
      }
    }
  }

  private JsonObject event(Boards boards, long told) {
    return new JsonObject()
        .put("revision", boards.revision())
        .put("edition", boards.agenda().edition())
        .put("rooms", new JsonArray(rooms(boards, told).stream().sorted().toList()))
        .put("announcements", AnnouncementJson.notOver(boards.agenda(), scripts.now()));
  }

  /** The rooms whose boards changed since; all of them where nobody remembers so far back. */
  private Set<String> rooms(Boards boards, long told) {
    boolean isRemembered =
        told > 0 && !changes.isEmpty() && changes.getFirst().revision() <= told + 1;
    Set<String> rooms = new LinkedHashSet<>();
    if (isRemembered) {
      changes.stream()
          .filter(changed -> changed.revision() > told)
          .forEach(changed -> rooms.addAll(changed.rooms()));
    } else {
      boards.rooms().forEach(board -> rooms.add(board.roomId()));
    }
    return rooms;
  }
}
