package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where on its way a ripple lost minutes: in breaks that gave way, and in gaps. */
final class Absorbing {
  private final Line line;
  private final NewTimes times;
  private final Remainders remainders;
  private final List<Absorption> found = new ArrayList<>();

  Absorbing(Line line, NewTimes times, Remainders remainders) {
    this.line = line;
    this.times = times;
    this.remainders = remainders;
  }

  List<Absorption> absorptions() {
    times.moved().filter(LiveSession::isVenueWide).forEach(each -> addShrunk(each, ""));
    for (String room : rooms()) {
      walk(room);
    }
    return found;
  }

  private Set<String> rooms() {
    Set<String> rooms = new TreeSet<>();
    times.moved().forEach(session -> rooms.addAll(line.rooms(session)));
    return rooms;
  }

  private void walk(String room) {
    Set<Instant> gaps = new HashSet<>();
    for (LiveSession session : line.in(room)) {
      addGap(session, room, gaps);
      if (remainders.stays(session)) {
        addLeft(session, room);
      } else if (!session.isVenueWide()) {
        addShrunk(session, room);
      }
    }
  }

  private void addShrunk(LiveSession session, String room) {
    Duration length = Duration.between(times.start(session), times.end(session));
    if (session.minimumLength().isPresent()) {
      add(session.id(), room, session.span().length().minus(length));
    }
  }

  private void addLeft(LiveSession session, String room) {
    Duration before =
        Duration.between(
            remainders.comesAt(session, room, remainders::oldEnd),
            remainders.oldEnd(session, room));
    Duration after =
        Duration.between(
            remainders.comesAt(session, room, remainders::newEnd),
            remainders.newEnd(session, room));
    add(session.id(), room, before.minus(after));
  }

  /** A gap that several sessions of one start follow is one gap. */
  private void addGap(LiveSession session, String room, Set<Instant> gaps) {
    Optional<Instant> before = remainders.lastEnd(session, room, remainders::oldEnd);
    Optional<Instant> after = remainders.lastEnd(session, room, remainders::newEnd);
    if (before.isEmpty() || !gaps.add(before.get())) {
      return;
    }
    Duration gap = Duration.between(before.get(), session.span().start());
    Duration delay = Duration.between(before.get(), after.get());
    add("", room, gap.compareTo(delay) < 0 ? gap : delay);
  }

  private void add(String session, String room, Duration absorbed) {
    if (absorbed.toMinutes() > 0) {
      found.add(new Absorption(session, room, absorbed.toMinutes()));
    }
  }
}
