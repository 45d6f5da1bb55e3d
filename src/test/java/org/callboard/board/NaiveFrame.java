package org.callboard.board;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.agenda.LiveSession;
import org.callboard.agenda.Mark;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.RoomStatus;

/** What a door shows at one instant, searched for in the whole day with no thought of the next. */
final class NaiveFrame {
  private final Agenda agenda;
  private final String room;
  private final Instant instant;
  private final Instant stage;

  private NaiveFrame(Agenda agenda, String room, Instant instant) {
    this.agenda = agenda;
    this.room = room;
    this.instant = instant;
    this.stage = agenda.heldSince(room).filter(since -> since.isBefore(instant)).orElse(instant);
  }

  static Frame of(Agenda agenda, String room, Instant instant) {
    return new NaiveFrame(agenda, room, instant).frame();
  }

  private Frame frame() {
    List<LiveSession> coming =
        inOrder().stream()
            .filter(session -> session.isIn(room) && session.isOn())
            .filter(session -> session.span().start().isAfter(stage))
            .toList();
    List<String> next =
        ids(coming.stream().filter(session -> startsWith(session, coming.get(0))).toList());
    Frame frame =
        new Frame(
            instant,
            ids(inOrder().stream().filter(s -> s.isIn(room) && s.isNow(stage)).toList()),
            next,
            ids(
                coming.stream()
                    .skip(next.size())
                    .filter(session -> dayOf(session).equals(dayOf(coming.get(0))))
                    .limit(Projector.LATER_LIMIT)
                    .toList()),
            notices(),
            Map.of());
    return frame.marked(changed(frame));
  }

  private List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    List<Announcement> open =
        agenda.announcements().stream()
            .filter(live -> live.isOpenAt(instant))
            .map(LiveAnnouncement::announcement)
            .filter(this::isForThisDoor)
            .sorted(
                Comparator.comparing(Announcement::level)
                    .thenComparing(Announcement::mode)
                    .thenComparing(Announcement::from)
                    .thenComparing(Announcement::id))
            .toList();
    for (Announcement announcement : open) {
      if (isHeard(announcement, open)) {
        notices.add(
            new Notice(
                Notice.Kind.ANNOUNCEMENT,
                announcement.id(),
                List.of(),
                announcement.from(),
                announcement.until()));
      }
    }
    if (agenda.room(room) != RoomStatus.OPEN) {
      notices.add(ofRoom(Notice.Kind.ROOM_STATUS, Instant.EPOCH));
    }
    agenda.heldSince(room).ifPresent(since -> notices.add(ofRoom(Notice.Kind.HELD, since)));
    for (Notice.Kind kind : Notice.Kind.values()) {
      inOrder().forEach(session -> notice(kind, session).ifPresent(notices::add));
    }
    notices.removeIf(notice -> !notice.holdsAt(instant));
    return notices;
  }

  private Notice ofRoom(Notice.Kind kind, Instant from) {
    return new Notice(kind, room, List.of(), from, Optional.empty());
  }

  private Optional<Notice> notice(Notice.Kind kind, LiveSession session) {
    boolean isHere = session.isIn(room);
    boolean wasHere = agenda.wasExpected(session, room);
    boolean isOn = !session.isCancelled();
    boolean isOff =
        session.isPostponed() || session.lateBy().abs().compareTo(Duration.ofMinutes(1)) >= 0;
    return switch (kind) {
      case CANCELLED -> fact(!isOn && (isHere || wasHere), kind, session, lastEnd(session));
      case MOVED_AWAY -> fact(isOn && wasHere && !isHere, kind, session, lastEnd(session));
      case MOVED_HERE ->
          fact(isOn && isHere && !session.wasPlannedIn(room), kind, session, lastEnd(session));
      case DELAYED ->
          fact(
              isOn && isHere && isOff,
              kind,
              session,
              session.isPostponed() ? endOfDay(session) : session.span().end());
      case PEOPLE -> isOn && isHere ? people(session) : Optional.empty();
      case ANNOUNCEMENT, ROOM_STATUS, HELD -> Optional.empty();
    };
  }

  private Optional<Notice> people(LiveSession session) {
    return Optional.ofNullable(agenda.marks(session).get(Aspect.PEOPLE))
        .map(
            mark ->
                new Notice(
                    Notice.Kind.PEOPLE,
                    session.id(),
                    IntStream.range(0, session.people().size())
                        .filter(i -> !session.people().get(i).equals(mark.before().people().get(i)))
                        .boxed()
                        .toList(),
                    mark.since(),
                    Optional.of(mark.until())));
  }

  private static Optional<Notice> fact(
      boolean holds, Notice.Kind kind, LiveSession session, Instant until) {
    return holds
        ? Optional.of(new Notice(kind, session.id(), List.of(), Instant.EPOCH, Optional.of(until)))
        : Optional.empty();
  }

  private boolean isForThisDoor(Announcement announcement) {
    return announcement.targets().stream()
        .anyMatch(
            target ->
                List.of(
                        Target.VENUE,
                        new Target(room, "", "", ""),
                        new Target(room, "", "", "door"))
                    .contains(target));
  }

  private static boolean isHeard(Announcement announcement, List<Announcement> open) {
    boolean takeover = open.stream().anyMatch(other -> other.level() == Level.SAFETY);
    boolean meant =
        open.stream().anyMatch(other -> other.level() == Level.SAFETY && other.mode() == Mode.LIVE);
    boolean urgent = open.stream().anyMatch(other -> other.level() == Level.URGENT);
    return switch (announcement.level()) {
      case SAFETY -> !meant || announcement.mode() == Mode.LIVE;
      case URGENT, NOTICE -> !takeover;
      case AMBIENT -> !takeover && !urgent;
    };
  }

  private Map<String, List<Aspect>> changed(Frame frame) {
    Map<String, List<Aspect>> changed = new LinkedHashMap<>();
    for (String id : frame.sessions()) {
      Map<Aspect, Mark> marks = agenda.marks(agenda.session(id).orElseThrow());
      marks
          .values()
          .removeIf(mark -> instant.isBefore(mark.since()) || !instant.isBefore(mark.until()));
      if (!marks.isEmpty()) {
        changed.put(id, List.copyOf(marks.keySet()));
      }
    }
    return changed;
  }

  private List<LiveSession> inOrder() {
    return agenda.sessions().stream()
        .sorted(Comparator.comparing(session -> session.span().start()))
        .toList();
  }

  private Object dayOf(LiveSession session) {
    return agenda.programme().dayOf(session.span().start());
  }

  private static boolean startsWith(LiveSession one, LiveSession other) {
    return one.span().start().equals(other.span().start());
  }

  private Instant endOfDay(LiveSession session) {
    Instant end = lastEnd(session);
    Instant day =
        agenda.programme().dayOf(session.span().start()).map(of -> of.span().end()).orElse(end);
    return day.isAfter(end) ? day : end;
  }

  private static Instant lastEnd(LiveSession session) {
    Instant planned = session.plan().span().end();
    return planned.isAfter(session.span().end()) ? planned : session.span().end();
  }

  private static List<String> ids(List<LiveSession> sessions) {
    return sessions.stream().map(LiveSession::id).toList();
  }
}
