package org.callboard.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.agenda.LiveSession;
import org.callboard.agenda.Mark;
import org.callboard.board.Notice.Kind;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Room;
import org.callboard.programme.Slot;

/**
 * All notices that ever stand at one door, the gravest first: announcements, then facts in the
 * order of their kinds, then by the start of their session.
 */
final class Notices {
  /** A start that is off by less is not worth a word. */
  private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

  private final Facts facts;
  private final Room room;
  private final List<Notice> notices = new ArrayList<>();

  private Notices(Facts facts, Room room) {
    this.facts = facts;
    this.room = room;
  }

  static List<Notice> of(Facts facts, Room room) {
    return new Notices(facts, room).all();
  }

  private List<Notice> all() {
    facts.announcements.forEach(this::announced);
    status();
    held();
    facts.byStart.forEach(this::session);
    notices.sort(Comparator.comparing(Notice::kind));
    return notices;
  }

  private void announced(LiveAnnouncement live) {
    if (Precedence.concernsDoor(live.announcement(), room)) {
      notices.add(
          new Notice(
              Kind.ANNOUNCEMENT,
              live.announcement().id(),
              List.of(),
              live.announcement().from(),
              live.end()));
    }
  }

  private void status() {
    if (facts.agenda.room(room.id()) != RoomStatus.OPEN) {
      notices.add(
          new Notice(Kind.ROOM_STATUS, room.id(), List.of(), Instant.EPOCH, Optional.empty()));
    }
  }

  private void held() {
    facts
        .agenda
        .heldSince(room.id())
        .map(since -> new Notice(Kind.HELD, room.id(), List.of(), since, Optional.empty()))
        .ifPresent(notices::add);
  }

  /** One that is called off says so at every door that may expect it, and says nothing else. */
  private void session(LiveSession session) {
    boolean isHere = session.isIn(room.id());
    boolean wasHere = facts.agenda.wasExpected(session, room.id());
    if (session.isCancelled()) {
      if (isHere || wasHere) {
        fact(Kind.CANCELLED, session, lastEnd(session));
      }
    } else {
      moved(session, isHere, wasHere);
      if (isHere) {
        delayed(session);
        people(session);
      }
    }
  }

  /**
   * A session that was planned venue-wide and is in one room has moved away from every other door;
   * one that has become venue-wide has moved here at every door where it was not planned. One that
   * was moved twice has moved away from the door between, too.
   */
  private void moved(LiveSession session, boolean isHere, boolean wasHere) {
    if (wasHere && !isHere) {
      fact(Kind.MOVED_AWAY, session, lastEnd(session));
    } else if (isHere && !session.wasPlannedIn(room.id())) {
      fact(Kind.MOVED_HERE, session, lastEnd(session));
    }
  }

  private void delayed(LiveSession session) {
    if (session.isPostponed()) {
      fact(Kind.DELAYED, session, endOfDay(session));
    } else if (session.lateBy().abs().compareTo(WORTH_SAYING) >= 0) {
      fact(Kind.DELAYED, session, session.span().end());
    }
  }

  private void people(LiveSession session) {
    Mark mark = facts.marks(session).get(Aspect.PEOPLE);
    if (mark == null) {
      return;
    }
    List<Integer> slots = changed(mark.before().people(), session.people());
    if (!slots.isEmpty()) {
      notices.add(
          new Notice(Kind.PEOPLE, session.id(), slots, mark.since(), Optional.of(mark.until())));
    }
  }

  private static List<Integer> changed(List<Slot> before, List<Slot> after) {
    return IntStream.range(0, after.size())
        .filter(slot -> slot >= before.size() || !before.get(slot).equals(after.get(slot)))
        .boxed()
        .toList();
  }

  private void fact(Kind kind, LiveSession session, Instant until) {
    if (until.isAfter(Instant.EPOCH)) {
      notices.add(new Notice(kind, session.id(), List.of(), Instant.EPOCH, Optional.of(until)));
    }
  }

  /** While nobody knows when it begins, it may yet begin on its day. */
  private Instant endOfDay(LiveSession session) {
    Instant last = lastEnd(session);
    return facts.dayOf(session).map(day -> day.span().end()).filter(last::isBefore).orElse(last);
  }

  private static Instant lastEnd(LiveSession session) {
    Instant planned = session.plan().span().end();
    return planned.isAfter(session.span().end()) ? planned : session.span().end();
  }
}
