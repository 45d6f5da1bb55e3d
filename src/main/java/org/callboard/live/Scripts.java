package org.callboard.live;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.wire.Messages;
import org.callboard.wire.Topic;

/**
 * The encoded newest state of each topic: a text is made once for each revision and frame, and
 * every subscriber of the node is sent the same. Any thread may call it.
 */
public final class Scripts {
  private record Key(long revision, int frame) {}

  private record Encoded(Key key, String text) {}

  private final Supplier<Boards> boards;
  private final EventTime time;
  private final Map<String, Encoded> rooms = new ConcurrentHashMap<>();

  public Scripts(Supplier<Boards> boards, EventTime time) {
    this.boards = boards;
    this.time = time;
  }

  public Boards boards() {
    return boards.get();
  }

  public EventClock clock() {
    return time.clock();
  }

  /** Event time as of this call. */
  public Instant now() {
    return time.now();
  }

  /** Event time, to the second that has begun. */
  public Instant second() {
    return time.second();
  }

  /** The venue, with the clock's present instant in it. */
  public String venue() {
    return Messages.venue(boards.get(), clock(), now());
  }

  /** A room's whole film; empty for a room that the event does not have. */
  public Optional<String> room(String roomId) {
    Boards current = boards.get();
    return current.board(roomId).map(board -> encoded(current, board).text());
  }

  /** The newest text of a topic; empty for one that does not exist. */
  Optional<String> topic(String topic) {
    if (topic.equals(Topic.VENUE)) {
      return Optional.of(venue());
    }
    return Topic.roomOf(topic).flatMap(this::room);
  }

  private Encoded encoded(Boards current, Board board) {
    Key key = new Key(current.revision(), board.indexAt(now()));
    return rooms.compute(
        board.roomId(),
        (room, last) ->
            last != null && last.key().equals(key)
                ? last
                : new Encoded(key, Messages.board(current, board, key.frame())));
  }
}
