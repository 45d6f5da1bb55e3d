package org.callboard.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.agenda.LiveSession;
import org.callboard.programme.Day;
import org.callboard.programme.Room;

/**
 * Walks one room from boundary to boundary and cuts a frame at each at which anything that it shows
 * changes. In a room that is held, what is now, next and later stays as it was at that instant;
 * notices and marks go on.
 */
final class Projector {
  /** How many sessions a frame lists after next. */
  static final int LATER_LIMIT = 5;

  private final Facts facts;
  private final List<LiveSession> sessions;
  private final Optional<Instant> held;
  private final Sweep<LiveSession> now;
  private final Sweep<Notice> notices;
  private final Sweep<Facts.Marked> marks;
  private int following;

  private Projector(Facts facts, Room room) {
    this.facts = facts;
    this.sessions = there(facts, session -> session.isOn() && session.isIn(room.id()));
    this.held = facts.agenda.heldSince(room.id());
    this.now = new Sweep<>(sessions.stream().map(Projector::window).toList());
    this.notices = new Sweep<>(Notices.of(facts, room).stream().map(Projector::window).toList());
    this.marks =
        new Sweep<>(
            facts.markWindows(
                there(
                    facts,
                    session ->
                        session.isIn(room.id()) || facts.agenda.wasExpected(session, room.id()))));
  }

  static Board project(Facts facts, Room room) {
    return new Board(room.id(), new Projector(facts, room).frames());
  }

  private static List<LiveSession> there(Facts facts, Predicate<LiveSession> whether) {
    return facts.byStart.stream().filter(whether).toList();
  }

  private static Window<LiveSession> window(LiveSession session) {
    return new Window<>(session, session.span().start(), Optional.of(session.span().end()));
  }

  private static Window<Notice> window(Notice notice) {
    return new Window<>(notice, notice.from(), notice.until());
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
    now.addTurnsTo(boundaries);
    held.ifPresent(since -> boundaries.tailSet(since, false).clear());
    notices.addTurnsTo(boundaries);
    marks.addTurnsTo(boundaries);
    return boundaries.tailSet(Instant.EPOCH, true);
  }

  private Frame frameFrom(Instant instant) {
    Instant stage = held.filter(instant::isAfter).orElse(instant);
    while (following < sessions.size() && !startOf(following).isAfter(stage)) {
      following++;
    }
    List<String> nowIds = ids(now.at(stage));
    List<String> nextIds = ids(next());
    List<String> laterIds = ids(later());
    List<Notice> shown = audible(notices.at(instant));
    Frame frame = new Frame(instant, nowIds, nextIds, laterIds, shown, Map.of());
    List<Facts.Marked> fresh = marks.at(instant);
    return fresh.isEmpty() ? frame : frame.marked(changed(fresh, frame.sessions()));
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
    Optional<Day> day = facts.dayOf(sessions.get(following));
    int end = begin;
    while (end < sessions.size()
        && end < begin + LATER_LIMIT
        && facts.dayOf(sessions.get(end)).equals(day)) {
      end++;
    }
    return sessions.subList(begin, end);
  }

  private Instant startOf(int index) {
    return sessions.get(index).span().start();
  }

  /** Announcements stand first, so that what a graver one silences is cut out of the front. */
  private List<Notice> audible(List<Notice> open) {
    Map<String, LiveAnnouncement> announced = new LinkedHashMap<>();
    for (Notice notice : open) {
      if (notice.kind() == Notice.Kind.ANNOUNCEMENT) {
        announced.put(notice.subject(), facts.agenda.announcement(notice.subject()).orElseThrow());
      }
    }
    List<LiveAnnouncement> shown = Precedence.atOneDoor(List.copyOf(announced.values()));
    if (shown.size() == announced.size()) {
      return open;
    }
    shown.forEach(live -> announced.remove(live.announcement().id()));
    return open.stream().filter(notice -> !isAmong(announced, notice)).toList();
  }

  private static boolean isAmong(Map<String, LiveAnnouncement> silenced, Notice notice) {
    return notice.kind() == Notice.Kind.ANNOUNCEMENT && silenced.containsKey(notice.subject());
  }

  private Map<String, List<Aspect>> changed(List<Facts.Marked> fresh, Set<String> named) {
    Map<String, List<Aspect>> bySession = new HashMap<>();
    for (Facts.Marked mark : fresh) {
      bySession.computeIfAbsent(mark.session(), id -> new ArrayList<>()).add(mark.aspect());
    }
    Map<String, List<Aspect>> changed = new LinkedHashMap<>();
    for (String id : named) {
      if (bySession.containsKey(id)) {
        changed.put(id, List.copyOf(bySession.get(id)));
      }
    }
    return changed;
  }

  private static List<String> ids(List<LiveSession> sessions) {
    return sessions.stream().map(LiveSession::id).toList();
  }
}
