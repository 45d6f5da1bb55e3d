package org.callboard.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;

/** Walks one room's sessions from boundary to boundary and cuts a frame at each. */
final class Projector {
  /** How many sessions a frame lists after next. */
  static final int LATER_LIMIT = 5;

  private final Programme programme;
  private final List<LiveSession> sessions;
  private final List<LiveSession> now = new ArrayList<>();
  private int following;

  private Projector(Programme programme, List<LiveSession> sessions) {
    this.programme = programme;
    this.sessions = sessions;
  }

  static Board project(Agenda agenda, String room) {
    List<LiveSession> shown =
        agenda.sessions().stream()
            .filter(session -> session.isIn(room) && !session.isCancelled())
            .sorted(Comparator.comparing(session -> session.span().start()))
            .toList();
    return new Board(room, new Projector(agenda.programme(), shown).frames());
  }

  private List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    for (Instant boundary : boundaries()) {
      Frame frame = frameFrom(boundary);
      if (frames.isEmpty() || !frame.showsTheSameAs(frames.get(frames.size() - 1))) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private NavigableSet<Instant> boundaries() {
    NavigableSet<Instant> boundaries = new TreeSet<>();
    boundaries.add(Instant.EPOCH);
    for (LiveSession session : sessions) {
      boundaries.add(session.span().start());
      boundaries.add(session.span().end());
    }
    return boundaries.tailSet(Instant.EPOCH, true);
  }

  /** Boundaries rise, so what has begun is never looked at twice. */
  private Frame frameFrom(Instant instant) {
    while (following < sessions.size() && !startOf(following).isAfter(instant)) {
      now.add(sessions.get(following++));
    }
    now.removeIf(session -> !session.isNow(instant));
    return new Frame(instant, ids(now), ids(next()), ids(later()), List.of(), java.util.Map.of());
  }

  private List<LiveSession> next() {
    int end = following;
    while (end < sessions.size() && startOf(end).equals(startOf(following))) {
      end++;
    }
    return sessions.subList(following, end);
  }

  private List<LiveSession> later() {
    int begin = following + next().size();
    if (begin >= sessions.size()) {
      return List.of();
    }
    Optional<Day> day = programme.dayOf(startOf(following));
    int end = begin;
    while (end < sessions.size()
        && end < begin + LATER_LIMIT
        && programme.dayOf(startOf(end)).equals(day)) {
      end++;
    }
    return sessions.subList(begin, end);
  }

  private Instant startOf(int index) {
    return sessions.get(index).span().start();
  }

  private static List<String> ids(List<LiveSession> sessions) {
    return sessions.stream().map(LiveSession::id).toList();
  }
}
