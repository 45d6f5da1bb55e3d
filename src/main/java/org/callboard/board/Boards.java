package org.callboard.board;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;

/**
 * Everything that can be shown at one revision: the agenda, a board for each room, and what the
 * venue is told. Immutable.
 */
public final class Boards {
  private final long revision;
  private final Agenda agenda;
  private final Map<String, Board> boards;
  private final Playbill playbill;

  private Boards(long revision, Agenda agenda, Map<String, Board> boards, Playbill playbill) {
    this.revision = revision;
    this.agenda = agenda;
    this.boards = Collections.unmodifiableMap(boards);
    this.playbill = playbill;
  }

  public static Boards of(long revision, Agenda agenda) {
    Facts facts = new Facts(agenda);
    Map<String, Board> boards = new LinkedHashMap<>();
    for (Room room : agenda.programme().rooms()) {
      boards.put(room.id(), Projector.project(facts, room));
    }
    return new Boards(revision, agenda, boards, Playbill.of(facts));
  }

  /** The boards of a later revision; a board that is equal to what it was is the same object. */
  public static Boards after(Boards previous, long revision, Agenda agenda) {
    Boards later = of(revision, agenda);
    Map<String, Board> boards = new LinkedHashMap<>(later.boards);
    boards.replaceAll((room, board) -> reused(previous.boards.get(room), board));
    return new Boards(revision, agenda, boards, later.playbill);
  }

  private static Board reused(Board before, Board board) {
    return board.equals(before) ? before : board;
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
   * The announcements that are open somewhere at an instant, the gravest first, without those that
   * a graver one silences wherever they reach.
   */
  public List<LiveAnnouncement> announcementsAt(Instant instant) {
    return playbill.at(instant);
  }

  /**
   * The first instant after the given one at which any board turns, or anything in the venue does;
   * empty when nothing does any more.
   */
  public Optional<Instant> nextTurnAfter(Instant instant) {
    return Stream.concat(
            boards.values().stream().flatMap(board -> board.untilAt(instant).stream()),
            playbill.nextTurnAfter(instant).stream())
        .min(Instant::compareTo);
  }

  /** The index of the frame that each room shows at an instant. */
  public Map<String, Integer> framesAt(Instant instant) {
    Map<String, Integer> frames = new LinkedHashMap<>();
    boards.forEach((room, board) -> frames.put(room, board.indexAt(instant)));
    return frames;
  }

  /** The rooms of whose boards anything differs that a screen is told. */
  public Set<String> changedSince(Boards previous) {
    Set<String> changed = new LinkedHashSet<>(boards.keySet());
    if (namesTheSamePlacesAs(previous)) {
      changed.removeIf(room -> showsTheSameAs(previous, room));
    }
    return changed;
  }

  /** Whether anything differs of the event, its rooms, holds or announcements. */
  public boolean venueChangedSince(Boards previous) {
    return !agenda.programme().equals(previous.agenda.programme())
        || !List.copyOf(agenda.announcements()).equals(List.copyOf(previous.agenda.announcements()))
        || boards.keySet().stream().anyMatch(room -> !standsAsIn(previous, room));
  }

  /** Notices name other rooms, and times in the event's zone. */
  private boolean namesTheSamePlacesAs(Boards previous) {
    Programme now = agenda.programme();
    Programme before = previous.agenda.programme();
    return now.event().equals(before.event()) && now.rooms().equals(before.rooms());
  }

  private boolean showsTheSameAs(Boards previous, String room) {
    Board board = boards.get(room);
    return board.equals(previous.boards.get(room))
        && standsAsIn(previous, room)
        && board.sessions().stream().allMatch(id -> isToldAsIn(previous, id))
        && board.announcements().stream()
            .allMatch(id -> agenda.announcement(id).equals(previous.agenda.announcement(id)));
  }

  private boolean standsAsIn(Boards previous, String room) {
    return agenda.room(room) == previous.agenda.room(room)
        && agenda.heldSince(room).equals(previous.agenda.heldSince(room));
  }

  private boolean isToldAsIn(Boards previous, String session) {
    return agenda.session(session).equals(previous.agenda.session(session))
        && agenda.reason(session).equals(previous.agenda.reason(session));
  }
}
