package org.callboard.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Aspect;
import org.callboard.agenda.LiveSession;
import org.callboard.change.Announcement;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Span;

/**
 * A programme as a text table, and a board as one. A line is {@code rooms times title}, rooms
 * joined by a plus sign, an asterisk for venue-wide; {@code day 2017-11-16} begins a day. An hour
 * of 24 or more is after midnight and still of that day.
 */
public final class DayText {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("EEE HH:mm", java.util.Locale.ENGLISH);

  private final ZoneId zone;
  private final Set<String> rooms = new LinkedHashSet<>();
  private final List<Session> sessions = new ArrayList<>();
  private final Map<LocalDate, List<Span>> days = new LinkedHashMap<>();
  private LocalDate date = LocalDate.of(2017, 11, 16);

  private DayText(ZoneId zone) {
    this.zone = zone;
  }

  public static Programme programme(String text) {
    return programme(text, ZoneId.of("Europe/Brussels"));
  }

  public static Programme programme(String text, ZoneId zone) {
    DayText table = new DayText(zone);
    text.lines().filter(line -> !line.isBlank()).forEach(line -> table.read(line.strip()));
    return table.programme();
  }

  /** One line a frame: {@code Thu 10:15 | now | next | later}; the first frame has no time. */
  public static String film(Programme programme, String room) {
    return film(Agenda.of(programme), room);
  }

  /** What differs only in notices and in what is marked has no line of its own. */
  public static String film(Agenda agenda, String room) {
    return film(agenda, room, frame -> stage(agenda, frame));
  }

  /**
   * One line a frame: {@code Thu 10:15 | now | next | later | notices | changed}, where a notice is
   * its kind and session, or the level and headline of an announcement.
   */
  public static String filmWithNotices(Agenda agenda, String room) {
    return film(
        agenda,
        room,
        frame -> {
          List<String> notices = frame.notices().stream().map(each -> said(agenda, each)).toList();
          List<String> changed = new ArrayList<>();
          frame.changed().forEach((id, aspects) -> changed.add(marked(agenda, id, aspects)));
          return stage(agenda, frame)
              + " | "
              + String.join(", ", notices)
              + " | "
              + String.join(", ", changed);
        });
  }

  private static String film(Agenda agenda, String room, Function<Frame, String> line) {
    Board board = Boards.of(1, agenda).board(room).orElseThrow();
    ZoneId zone = agenda.programme().event().zone();
    StringBuilder film = new StringBuilder();
    String last = "";
    for (Frame frame : board.frames()) {
      String text = line.apply(frame);
      if (!text.equals(last)) {
        film.append(from(frame, zone)).append(" | ").append(text).append('\n');
      }
      last = text;
    }
    return film.toString().replaceAll(" +\n", "\n");
  }

  private static String from(Frame frame, ZoneId zone) {
    return frame.from().equals(Instant.EPOCH)
        ? "---------"
        : CLOCK.format(frame.from().atZone(zone));
  }

  private static String stage(Agenda agenda, Frame frame) {
    return titles(agenda, frame.now())
        + " | "
        + titles(agenda, frame.next())
        + " | "
        + titles(agenda, frame.later());
  }

  private static String said(Agenda agenda, Notice notice) {
    if (notice.kind() == Notice.Kind.ANNOUNCEMENT) {
      Announcement said = agenda.announcement(notice.subject()).orElseThrow().announcement();
      return said.level().word() + " " + said.text().headline();
    }
    return notice.kind().isOfSession()
        ? notice.kind().word() + " " + titles(agenda, List.of(notice.subject()))
        : notice.kind().word();
  }

  private static String marked(Agenda agenda, String id, List<Aspect> aspects) {
    String words = String.join("+", aspects.stream().map(Aspect::word).toList());
    return titles(agenda, List.of(id)) + " " + words;
  }

  private static String titles(Agenda agenda, List<String> ids) {
    return String.join(
        ", ",
        ids.stream()
            .map(id -> agenda.session(id).map(LiveSession::plan).orElseThrow().title())
            .toList());
  }

  private void read(String line) {
    String[] words = line.split("\\s+", 3);
    if (words[0].equals("day")) {
      date = LocalDate.parse(words[1]);
      return;
    }
    String[] times = words[1].split("-");
    Span span = new Span(instant(times[0]), instant(times[1]));
    days.computeIfAbsent(date, key -> new ArrayList<>()).add(span);
    Kind kind = Optional.of(words[0]).filter("*"::equals).map(star -> Kind.BREAK).orElse(Kind.TALK);
    List<String> in = words[0].equals("*") ? List.of() : List.of(words[0].split("\\+"));
    rooms.addAll(in);
    sessions.add(Session.plain("s" + sessions.size(), words[2], kind, in, span));
  }

  private Instant instant(String time) {
    String[] parts = time.split(":");
    int hour = Integer.parseInt(parts[0]);
    LocalTime clock = LocalTime.of(hour % 24, Integer.parseInt(parts[1]));
    return LocalDateTime.of(date.plusDays(hour / 24), clock).atZone(zone).toInstant();
  }

  private Programme programme() {
    List<Day> spans = new ArrayList<>();
    days.forEach((day, all) -> spans.add(new Day(day.toString(), around(all))));
    List<Room> named = rooms.stream().map(id -> Room.named(id, id)).toList();
    Event event = new Event("Test event", "", zone, "", Optional.empty(), List.of());
    return new Programme(event, spans, named, sessions);
  }

  private static Span around(List<Span> spans) {
    Instant start = spans.stream().map(Span::start).min(Instant::compareTo).orElseThrow();
    Instant end = spans.stream().map(Span::end).max(Instant::compareTo).orElseThrow();
    return new Span(start, end);
  }
}
