package org.callboard.pages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Frame;
import org.callboard.board.Notice;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Room;
import org.callboard.programme.Slot;

/** How the notices of a frame are put into words, at the door or for somebody anywhere. */
final class NoticeWords {
  private static final String GRAVE = "grave";
  private static final String PLAIN = "plain";

  private final Agenda agenda;
  private final Hours hours;
  private final Signs signs;
  private final Labels labels;
  private final People people;

  NoticeWords(Agenda agenda, Hours hours, Signs signs, Labels labels) {
    this.agenda = agenda;
    this.hours = hours;
    this.signs = signs;
    this.labels = labels;
    this.people = new People(labels);
  }

  /** What somebody at a door is told, the gravest first. */
  List<Told> atDoor(Frame frame) {
    return frame.notices().stream()
        .filter(notice -> isNewsAtDoor(notice, frame))
        .flatMap(notice -> told(notice, frame))
        .toList();
  }

  /** What somebody anywhere is told of one room's sessions. */
  List<Told> anywhere(Frame frame) {
    return frame.notices().stream()
        .filter(notice -> notice.kind().isOfSession() && notice.kind() != Notice.Kind.MOVED_HERE)
        .flatMap(notice -> told(notice, frame))
        .toList();
  }

  /**
   * What stands beside now and next is not said twice: a session that came here, or is late and on.
   * Of what comes later only a start that nobody knows is news.
   */
  private boolean isNewsAtDoor(Notice notice, Frame frame) {
    String subject = notice.subject();
    return switch (notice.kind()) {
      case MOVED_HERE -> !frame.now().contains(subject) && !frame.next().contains(subject);
      case DELAYED ->
          frame.next().contains(subject)
              || agenda.session(subject).filter(LiveSession::isPostponed).isPresent();
      default -> true;
    };
  }

  private Stream<Told> told(Notice notice, Frame frame) {
    return switch (notice.kind()) {
      case ANNOUNCEMENT -> Stream.empty();
      case ROOM_STATUS -> status(notice.subject());
      case HELD -> signs.held(notice.subject()).stream().map(sign -> Told.plainly(GRAVE, sign, ""));
      default ->
          agenda.session(notice.subject()).stream()
              .filter(session -> signs.isTold(session, frame))
              .flatMap(session -> told(notice, session, frame));
    };
  }

  private Stream<Told> told(Notice notice, LiveSession session, Frame frame) {
    return switch (notice.kind()) {
      case CANCELLED ->
          Stream.of(
              about(session, GRAVE, Sign.cancelled(labels.say("cancelled")), planned(session), ""));
      case MOVED_AWAY ->
          Stream.of(
              timed(session, GRAVE, Sign.moved(labels.say("movedTo", signs.places(session)))));
      case MOVED_HERE -> Stream.of(timed(session, PLAIN, Sign.moved(signs.cameFrom(session))));
      case DELAYED -> Stream.of(timed(session, PLAIN, delay(session)));
      case PEOPLE ->
          notice.slots().stream()
              .map(slot -> about(session, PLAIN, person(session.people().get(slot)), "", ""));
      default -> throw new IllegalStateException("Not of a session: kind=" + notice.kind());
    };
  }

  private Sign delay(LiveSession session) {
    return session.isPostponed()
        ? Sign.waiting(labels.say("timeUnknown"))
        : signs.late(session).orElseGet(() -> Sign.waiting(labels.say("newTime")));
  }

  private Sign person(Slot slot) {
    String role = people.heading(slot.role(), 1);
    return slot.isOpen()
        ? Sign.open(labels.say("openRole", role))
        : Sign.good(labels.say("nowRole", role, people.person(slot)));
  }

  /** With the time that holds; none is said while nobody knows it. */
  private Told timed(LiveSession session, String weight, Sign sign) {
    return session.isPostponed()
        ? about(session, weight, sign, planned(session), "")
        : about(session, weight, sign, signs.wasStart(session), hours.when(session.span().start()));
  }

  private String planned(LiveSession session) {
    return hours.when(session.plan().span().start());
  }

  private Told about(LiveSession session, String weight, Sign sign, String was, String when) {
    return new Told(session.id(), weight, sign, was, when, session.title(), detail(session, sign));
  }

  /** How far it is to walk, and why it is so, as far as people may read it. */
  private String detail(LiveSession session, Sign sign) {
    int walk =
        session.rooms().stream()
            .flatMap(id -> agenda.programme().room(id).stream())
            .mapToInt(Room::walkingMinutes)
            .max()
            .orElse(0);
    boolean goes = sign.state().equals("moved") && walk > 0;
    return Stream.of(goes ? labels.say("walk", walk) : "", agenda.reason(session.id()))
        .filter(part -> !part.isEmpty())
        .reduce((one, other) -> one + " · " + other)
        .orElse("");
  }

  private Stream<Told> status(String room) {
    RoomStatus status = agenda.room(room);
    return switch (status) {
      case OPEN -> Stream.empty();
      case FILLING -> Stream.of(Told.plainly(PLAIN, Sign.good(labels.say("roomFilling")), ""));
      case FULL -> Stream.of(Told.plainly(GRAVE, Sign.cancelled(labels.say("roomFull")), ""));
      case CLOSED -> Stream.of(Told.plainly(GRAVE, Sign.cancelled(labels.say("roomClosed")), ""));
    };
  }

  /** What stands in the lobby as a line of its own: what is not where or when it was to be. */
  Optional<Line> line(Notice notice, Frame frame) {
    return agenda
        .session(notice.subject())
        .filter(session -> signs.isTold(session, frame))
        .flatMap(session -> line(notice, session));
  }

  private Optional<Line> line(Notice notice, LiveSession session) {
    return switch (notice.kind()) {
      case CANCELLED ->
          Optional.of(
              new Line(
                  "cancelled",
                  "✕",
                  "",
                  labels.say("cancelled"),
                  session.title(),
                  List.of(Sign.was(planned(session)))));
      case MOVED_AWAY ->
          Optional.of(
              new Line(
                  "moved", "→", "", labels.say("moved"), session.title(), List.of(to(session))));
      case DELAYED ->
          session.isPostponed()
              ? Optional.of(
                  new Line(
                      "waiting",
                      "",
                      planned(session),
                      "",
                      session.title(),
                      List.of(delay(session))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Sign to(LiveSession session) {
    String time = session.isPostponed() ? "" : ", " + hours.when(session.span().start());
    return Sign.moved(signs.places(session) + time);
  }
}
