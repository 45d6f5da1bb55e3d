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
  /** The state of a topic as screens are sent it. */
  sealed interface State {
    WireText text();
  }

  /** A room's film as a screen is sent it, and the frame that it is told to show. */
  record Film(long revision, Board board, int frame, WireText text) implements State {
    private boolean is(long newest, int shown) {
      return revision == newest && frame == shown;
    }
  }

  /** The venue as of a second. */
  private record Venue(Boards boards, EventClock clock, Instant second, WireText text)
      implements State {
    private boolean is(Boards newest, EventClock present, Instant now) {
      return boards == newest && clock == present && second.equals(now);
    }
  }

  private final Supplier<Boards> boards;
  private final EventTime time;
  private final Map<String, Film> rooms = new ConcurrentHashMap<>();
  private volatile Optional<Venue> venue = Optional.empty();

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

  /** The newest state of a topic; empty for a room that the event does not have. */
  Optional<State> state(String topic) {
    return topic.equals(Topic.VENUE)
        ? Optional.of(venue())
        : Topic.roomOf(topic).flatMap(this::film);
  }

  /** With the clock's present second in it; announcements that end in it are there. */
  private Venue venue() {
    Boards newest = boards();
    EventClock present = clock();
    Instant second = second();
    Optional<Venue> last = venue;
    if (last.isEmpty() || !last.get().is(newest, present, second)) {
      String text = Messages.venue(newest, present, second);
      last = Optional.of(new Venue(newest, present, second, WireText.forMany(text)));
      venue = last;
    }
    return last.get();
  }

  /** A room's whole film; empty for a room that the event does not have. */
  Optional<Film> film(String roomId) {
    Boards newest = boards();
    return newest.board(roomId).map(board -> film(newest, board));
  }

  private Film film(Boards newest, Board board) {
    int frame = board.indexAt(now());
    Film last = rooms.get(board.roomId());
    boolean isNewest = last != null && last.is(newest.revision(), frame);
    return isNewest ? last : renewed(newest, board, frame);
  }

  /** Two event loops that ask at once encode it once. */
  private Film renewed(Boards newest, Board board, int frame) {
    return rooms.compute(
        board.roomId(),
        (room, last) ->
            last != null && last.is(newest.revision(), frame)
                ? last
                : encoded(newest, board, frame));
  }

  private static Film encoded(Boards newest, Board board, int frame) {
    String text = Messages.board(newest, board, frame);
    return new Film(newest.revision(), board, frame, WireText.forMany(text));
  }
}
