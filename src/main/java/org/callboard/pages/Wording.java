package org.callboard.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Board;
import org.callboard.board.Frame;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;

/**
 * How an instant of a board is put into words. The screens' script says the same in the same words,
 * so that nothing changes when it takes over.
 */
final class Wording {
  /** How many sessions that start together the lobby names in one room. */
  private static final int NEXT_IN_LOBBY = 2;

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d.M. HH:mm");
  private static final int DAYS_WITH_A_NAME = 7;

  private final View view;
  private final Agenda agenda;
  private final Programme programme;
  private final Labels labels;
  private final ZoneId zone;

  Wording(View view, Labels labels) {
    this.view = view;
    this.labels = labels;
    this.agenda = view.boards().agenda();
    this.programme = agenda.programme();
    this.zone = programme.event().zone();
  }

  String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  /** A start as people say it now: its time alone while it is of today, else with its day. */
  String when(Instant start) {
    ZonedDateTime then = start.atZone(zone);
    LocalDate today = view.now().atZone(zone).toLocalDate();
    LocalDate day = then.toLocalDate();
    if (day.equals(today) || isOfThisDay(start)) {
      return clock(start);
    }
    if (day.equals(today.plusDays(1))) {
      return labels.say("tomorrow", clock(start));
    }
    boolean named = day.isAfter(today) && day.isBefore(today.plusDays(DAYS_WITH_A_NAME));
    return named
        ? labels.say("onDay", labels.weekday(then.getDayOfWeek()), clock(start))
        : DATE.format(then);
  }

  /**
   * The conference day to read at the head: the one under way, else one of this date, else none.
   */
  String dayLabel() {
    LocalDate today = view.now().atZone(zone).toLocalDate();
    return firstDay(day -> day.contains(view.now()))
        .or(() -> firstDay(day -> dateOf(day.span().start()).equals(today)))
        .or(() -> firstDay(day -> dateOf(day.span().end()).equals(today)))
        .map(Day::label)
        .orElse("");
  }

  private Optional<Day> firstDay(Predicate<Day> wanted) {
    return programme.days().stream().filter(wanted).findFirst();
  }

  private LocalDate dateOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  Frame frame(Board board) {
    return board.frameAt(view.now());
  }

  List<LiveSession> sessions(List<String> ids) {
    return ids.stream().flatMap(id -> agenda.session(id).stream()).toList();
  }

  /** A venue-wide break that is on now, which then stands over the whole board. */
  Optional<LiveSession> venuePause() {
    return agenda.sessions().stream().filter(this::isVenuePause).findFirst();
  }

  Optional<String> venuePauseText() {
    return venuePause()
        .map(pause -> labels.say("pauseUntil", pause.title(), clock(pause.span().end())));
  }

  /** The next venue-wide break of this day, for the foot of the lobby. */
  Optional<String> nextPauseText() {
    return agenda.sessions().stream()
        .filter(session -> session.isVenueWide() && session.kind().isPause())
        .filter(session -> !session.isCancelled() && session.span().start().isAfter(view.now()))
        .filter(session -> isOfThisDay(session.span().start()))
        .findFirst()
        .map(pause -> labels.say("nextPause", clock(pause.span().start()), pause.title()));
  }

  /** What the lobby and the phone say of one room. */
  List<Line> lines(Board board) {
    Frame frame = frame(board);
    List<Line> lines = new ArrayList<>();
    sessions(frame.now()).stream()
        .filter(session -> !isVenuePause(session))
        .forEach(session -> lines.add(nowLine(session)));
    if (frame.now().isEmpty()) {
      lines.add(Line.idle(idle(board)));
    }
    sessions(frame.next()).stream().limit(NEXT_IN_LOBBY).forEach(next -> lines.add(nextLine(next)));
    return lines;
  }

  /** Why nothing is on: the next is today, or today is over here, or everything is. */
  String idle(Board board) {
    Frame frame = frame(board);
    Optional<Instant> next = sessions(frame.next()).stream().map(s -> s.span().start()).findFirst();
    if (next.isPresent() && isOfThisDay(next.get())) {
      return hadSessionToday(board)
          ? labels.say("freeUntil", clock(next.get()))
          : labels.say("nothingNow");
    }
    if (hadSessionToday(board)) {
      return labels.say("lastToday");
    }
    return next.isPresent() ? labels.say("nothingNow") : labels.say("endedHere");
  }

  boolean hasEnded() {
    return programme.extent().map(extent -> !view.now().isBefore(extent.end())).orElse(false)
        && agenda.sessions().stream().allMatch(s -> !s.span().end().isAfter(view.now()));
  }

  String minutesLeft(Instant end) {
    long minutes = Math.max(1, (Duration.between(view.now(), end).toSeconds() + 59) / 60);
    return minutes == 1 ? labels.say("minuteLeft") : labels.say("minutesLeft", minutes);
  }

  Line nextLine(LiveSession session) {
    return new Line("next", when(session.span().start()), session.plan().label(), session.title());
  }

  private Line nowLine(LiveSession session) {
    String state = session.kind().isPause() ? "pause" : "now";
    String until = labels.say("until", clock(session.span().end()));
    return new Line(state, until, session.plan().label(), session.title());
  }

  private boolean isVenuePause(LiveSession session) {
    return session.isVenueWide() && session.kind().isPause() && session.isNow(view.now());
  }

  /** Whether an instant lies in the conference day that is under way. */
  private boolean isOfThisDay(Instant instant) {
    return programme
        .dayOf(view.now())
        .filter(day -> day.contains(view.now()) && day.contains(instant))
        .isPresent();
  }

  private boolean hadSessionToday(Board board) {
    Optional<Day> today = programme.dayOf(view.now());
    Stream<LiveSession> over =
        agenda.sessions().stream()
            .filter(session -> session.rooms().contains(board.roomId()) && !session.isCancelled())
            .filter(session -> !session.span().end().isAfter(view.now()));
    return over.anyMatch(session -> programme.dayOf(session.span().start()).equals(today));
  }
}
