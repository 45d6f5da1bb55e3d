package org.callboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Frame;
import org.callboard.board.Notice;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Room;

/** How sessions and rooms stand against the plan, in signs. */
final class Signs {
  private final Agenda agenda;
  private final Hours hours;
  private final Labels labels;

  Signs(Agenda agenda, Hours hours, Labels labels) {
    this.agenda = agenda;
    this.hours = hours;
    this.labels = labels;
  }

  /** Of another day people are told only what is fresh, so that boards stay calm. */
  boolean isTold(LiveSession session, Frame frame) {
    return hours.isToday(session.span().start()) || !changed(session, frame).isEmpty();
  }

  List<Aspect> changed(LiveSession session, Frame frame) {
    return frame.changed().getOrDefault(session.id(), List.of());
  }

  /** The planned start to be struck through, or empty. */
  String wasStart(LiveSession session, Frame frame) {
    return isTold(session, frame) ? wasStart(session) : "";
  }

  String wasStart(LiveSession session) {
    return hours.was(session.plan().span().start(), session.span().start());
  }

  /** What stands beside a session that is or comes, in one room. */
  List<Sign> beside(LiveSession session, Frame frame) {
    if (!isTold(session, frame)) {
      return List.of();
    }
    List<Sign> signs = new ArrayList<>();
    boolean cameHere = has(Notice.Kind.MOVED_HERE, session, frame);
    if (cameHere) {
      signs.add(Sign.moved(cameFrom(session)));
    }
    late(session).ifPresent(signs::add);
    List<Aspect> changed = changed(session, frame);
    if (changed.contains(Aspect.START)
        || changed.contains(Aspect.TITLE)
        || changed.contains(Aspect.ROOM) && !cameHere) {
      signs.add(Sign.fresh(labels.say("changed")));
    }
    return signs;
  }

  Optional<Sign> late(LiveSession session) {
    long minutes = session.lateBy().toMinutes();
    return minutes > 0 && session.isOn()
        ? Optional.of(Sign.late(labels.say("late", minutes)))
        : Optional.empty();
  }

  static boolean has(Notice.Kind kind, LiveSession session, Frame frame) {
    return frame.notices().stream()
        .anyMatch(notice -> notice.kind() == kind && notice.subject().equals(session.id()));
  }

  static boolean isHeld(Frame frame) {
    return frame.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.HELD);
  }

  /** What stands under a room's name. */
  List<Sign> ofRoom(String room, Frame frame) {
    return Stream.concat(
            status(room).stream(), Signs.isHeld(frame) ? held(room).stream() : Stream.empty())
        .toList();
  }

  Optional<Sign> held(String room) {
    return agenda
        .heldSince(room)
        .map(since -> Sign.waiting(labels.say("onHold", hours.clock(since))));
  }

  private Optional<Sign> status(String room) {
    RoomStatus status = agenda.room(room);
    return switch (status) {
      case OPEN -> Optional.empty();
      case FILLING -> Optional.of(Sign.good(labels.say(status.word())));
      case FULL, CLOSED -> Optional.of(Sign.cancelled(labels.say(status.word())));
    };
  }

  /** Where a session now is. */
  String places(LiveSession session) {
    return session.isVenueWide() ? labels.say("wholeVenue") : names(session.rooms());
  }

  /** Where a session was to be and is not; or where it is as well. */
  String cameFrom(LiveSession session) {
    List<String> planned = session.plan().rooms();
    List<String> left = planned.stream().filter(room -> !session.isIn(room)).toList();
    return left.isEmpty()
        ? labels.say("alsoHere", names(planned))
        : labels.say("movedHere", names(left));
  }

  private String names(List<String> rooms) {
    return String.join(
        ", ",
        rooms.stream()
            .flatMap(id -> agenda.programme().room(id).stream())
            .map(Room::name)
            .toList());
  }
}
