package org.callboard.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Board;
import org.callboard.board.Frame;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;

/**
 * How a board is put into words. The screens' script says the same in the same words, so that
 * nothing changes when it takes over. What is now is only ever what the frame says.
 */
final class Wording {
  /** How many sessions that start together the lobby names in one room. */
  private static final int NEXT_IN_LOBBY = 2;

  private final View view;
  private final Agenda agenda;
  private final Programme programme;
  private final Labels labels;
  private final Hours hours;
  private final Signs signs;
  private final NoticeWords notices;

  Wording(View view, Labels labels) {
    this.view = view;
    this.labels = labels;
    this.agenda = view.boards().agenda();
    this.programme = agenda.programme();
    this.hours = new Hours(view.now(), programme, labels);
    this.signs = new Signs(agenda, hours, labels);
    this.notices = new NoticeWords(agenda, hours, signs, labels);
  }

  Hours hours() {
    return hours;
  }

  Signs signs() {
    return signs;
  }

  NoticeWords notices() {
    return notices;
  }

  Frame frame(Board board) {
    return board.frameAt(view.now());
  }

  List<Frame> frames() {
    return view.boards().rooms().stream().map(this::frame).toList();
  }

  List<LiveSession> sessions(List<String> ids) {
    return ids.stream().flatMap(id -> agenda.session(id).stream()).toList();
  }

  /** A venue-wide break that is on now, which then stands over the whole board; or empty. */
  String venuePauseText() {
    return frames().stream()
        .flatMap(frame -> sessions(frame.now()).stream())
        .filter(Wording::isVenuePause)
        .findFirst()
        .map(pause -> labels.say("pauseUntil", pause.title(), hours.clock(pause.span().end())))
        .orElse("");
  }

  /** The next venue-wide break of this day, for the foot of the lobby; or empty. */
  String nextPauseText() {
    return agenda.sessions().stream()
        .filter(session -> isVenuePause(session) && session.isOn())
        .filter(session -> session.span().start().isAfter(view.now()))
        .filter(session -> hours.isOfThisDay(session.span().start()))
        .min(Comparator.comparing(session -> session.span().start()))
        .map(pause -> labels.say("nextPause", hours.clock(pause.span().start()), pause.title()))
        .orElse("");
  }

  /** What the lobby and the phone say of one room. */
  List<Line> lines(Board board) {
    Frame frame = frame(board);
    List<Line> lines = new ArrayList<>();
    sessions(frame.now()).stream()
        .filter(session -> !isVenuePause(session))
        .forEach(session -> lines.add(nowLine(session, frame)));
    if (frame.now().isEmpty()) {
      lines.add(Line.idle(idle(board)));
    }
    frame.notices().forEach(notice -> notices.line(notice, frame).ifPresent(lines::add));
    sessions(frame.next()).stream()
        .limit(NEXT_IN_LOBBY)
        .forEach(next -> lines.add(nextLine(next, frame)));
    return lines;
  }

  /** Why nothing is on: the next is today, or today is over here, or everything is. */
  String idle(Board board) {
    Frame frame = frame(board);
    Optional<Instant> next = sessions(frame.next()).stream().map(s -> s.span().start()).findFirst();
    if (next.isPresent() && hours.isOfThisDay(next.get())) {
      return hadSessionToday(board)
          ? labels.say("freeUntil", hours.clock(next.get()))
          : labels.say("nothingNow");
    }
    if (hadSessionToday(board)) {
      return labels.say("lastToday");
    }
    return next.isPresent() || isAwaited(frame)
        ? labels.say("nothingNow")
        : labels.say("endedHere");
  }

  /** Whether nothing is on or comes anywhere, and nobody waits for anything. */
  boolean hasEnded() {
    return !programme.sessions().isEmpty()
        && frames().stream()
            .allMatch(
                frame -> frame.now().isEmpty() && frame.next().isEmpty() && !isAwaited(frame));
  }

  Line nextLine(LiveSession session, Frame frame) {
    return new Line(
        "next",
        "",
        signs.wasStart(session, frame),
        hours.when(session.span().start()),
        session.title(),
        signs.beside(session, frame));
  }

  /** While a room is on hold nobody can say until when; that one is late says that it ends late. */
  private Line nowLine(LiveSession session, Frame frame) {
    boolean isPause = session.kind().isPause();
    Instant end = session.span().end();
    List<Sign> beside = new ArrayList<>(signs.beside(session, frame));
    boolean isLate = beside.stream().anyMatch(sign -> sign.state().equals("late"));
    String was = Signs.isHeld(frame) || isLate ? "" : hours.was(session.plan().span().end(), end);
    if (!was.isEmpty()) {
      beside.add(0, Sign.was(labels.say("until", was)));
    }
    return new Line(
        isPause ? "pause" : "now",
        isPause ? "" : "●",
        "",
        Signs.isHeld(frame) ? labels.say("now") : labels.say("until", hours.clock(end)),
        session.title(),
        beside);
  }

  private boolean isAwaited(Frame frame) {
    return frame.notices().stream().anyMatch(notice -> notice.kind().isOfSession());
  }

  private static boolean isVenuePause(LiveSession session) {
    return session.isVenueWide() && session.kind().isPause();
  }

  private boolean hadSessionToday(Board board) {
    Optional<Day> today = programme.dayOf(view.now());
    return over(board, agenda.sessions()).stream()
        .anyMatch(session -> programme.dayOf(session.span().start()).equals(today));
  }

  private List<LiveSession> over(Board board, Collection<LiveSession> sessions) {
    List<String> on = frame(board).now();
    return sessions.stream()
        .filter(session -> session.rooms().contains(board.roomId()) && session.isOn())
        .filter(session -> !session.span().end().isAfter(view.now()) && !on.contains(session.id()))
        .toList();
  }
}
