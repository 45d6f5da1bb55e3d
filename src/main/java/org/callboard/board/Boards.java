package org.callboard.board;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.programme.Room;

/**
 * Everything that can be shown at one revision: the agenda and a board for each room. Immutable.
 */
public final class Boards {
  private final long revision;
  private final Agenda agenda;
  private final Map<String, Board> boards;

  private Boards(long revision, Agenda agenda, Map<String, Board> boards) {
    this.revision = revision;
    this.agenda = agenda;
    this.boards = Collections.unmodifiableMap(boards);
  }

  public static Boards of(long revision, Agenda agenda) {
    Map<String, Board> boards = new LinkedHashMap<>();
    for (Room room : agenda.programme().rooms()) {
      boards.put(room.id(), Projector.project(agenda, room.id()));
    }
    return new Boards(revision, agenda, boards);
  }

  public long revision() {
    return revision;
  }

  public Agenda agenda() {
    return agenda;
  }

  /** One board a room, in the programme's order of rooms. */
  public List<Board> rooms() {
    return List.copyOf(boards.values());
  }

  public Optional<Board> board(String roomId) {
    return Optional.ofNullable(boards.get(roomId));
  }

  /**
   * The first instant after the given one at which any board turns; empty when none does any more.
   */
  public Optional<Instant> nextTurnAfter(Instant instant) {
    return boards.values().stream()
        .flatMap(board -> board.untilAt(instant).stream())
        .min(Instant::compareTo);
  }

  /** The index of the frame that each room shows at an instant. */
  public Map<String, Integer> framesAt(Instant instant) {
    Map<String, Integer> frames = new LinkedHashMap<>();
    boards.forEach((room, board) -> frames.put(room, board.indexAt(instant)));
    return frames;
  }
}
