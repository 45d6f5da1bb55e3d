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

/**
 * The encoded newest state of each topic: a text is made once for each revision and frame, and
 * every subscriber of the node is sent the same. Any thread may call it.
 */
public final class Scripts {
  private record Key(long revision, int frame) {}

  private record Encoded(Key key, String text) {}

  /** A room's film as a screen is sent it, and the frame that it is told to show. */
  record Film(long revision, Board board, int frame, String text) {}

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
    return film(roomId).map(Film::text);
  }

  /** The same with what it was made of. */
  Optional<Film> film(String roomId) {
    Boards current = boards.get();
    return current.board(roomId).map(board -> film(current, board));
  }

  private Film film(Boards current, Board board) {
    Encoded encoded = encoded(current, board, board.indexAt(now()));
    return new Film(encoded.key().revision(), board, encoded.key().frame(), encoded.text());
  }

  private Encoded encoded(Boards current, Board board, int frame) {
    Key key = new Key(current.revision(), frame);
    return rooms.compute(
        board.roomId(),
        (room, last) ->
            last != null && last.key().equals(key)
                ? last
                : new Encoded(key, Messages.board(current, board, key.frame())));
  }
}
