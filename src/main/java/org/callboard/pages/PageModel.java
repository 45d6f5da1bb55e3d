package org.callboard.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.Frame;
import org.callboard.clock.EventClock;
import org.callboard.programme.Day;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.wire.Messages;

/** Works out, for one request, what each page says. */
final class PageModel {
  private final View view;
  private final Labels labels;
  private final Wording wording;
  private final People people;
  private final Programme programme;

  PageModel(View view, Labels labels) {
    this.view = view;
    this.labels = labels;
    this.wording = new Wording(view, labels);
    this.people = new People(labels);
    this.programme = view.boards().agenda().programme();
  }

  Shell shell(String kind, String room) {
    String title =
        programme
            .room(room)
            .map(Room::name)
            .map(name -> name + " · " + programme.event().name())
            .orElse(programme.event().name());
    return new Shell(
        title,
        kind,
        room,
        labels.language(),
        view.theme(),
        view.fixed(),
        kind.equals("message") ? "[]" : messages(room),
        labels.asJson());
  }

  Lobby lobby() {
    return new Lobby(masthead(), wording.venuePauseText().orElse(""), rows(), note());
  }

  Door door(String roomId) {
    Board board = view.boards().board(roomId).orElseThrow();
    Room room = programme.room(roomId).orElseThrow();
    Frame frame = wording.frame(board);
    return new Door(
        masthead(),
        room.name(),
        Tongues.names(room.languages()),
        wording.sessions(frame.now()).stream().map(this::showing).toList(),
        frame.now().isEmpty() ? wording.idle(board) : "",
        labels.say("next"),
        wording.sessions(frame.next()).stream().map(wording::nextLine).toList(),
        labels.say("later"),
        wording.sessions(frame.later()).stream().map(wording::nextLine).toList(),
        programme.event().name());
  }

  Guide guide() {
    List<Guide.GuideDay> days = new ArrayList<>();
    for (Day day : programme.days()) {
      days.add(new Guide.GuideDay("day-" + (days.size() + 1), day.label(), entries(day)));
    }
    return new Guide(
        masthead(),
        labels.say("programme"),
        labels.say("nowAndNext"),
        labels.say("more"),
        wording.venuePauseText().orElse(""),
        rows(),
        days);
  }

  Message message(String headline, String detail) {
    return new Message(masthead(), headline, detail, labels.say("lobby"), rows());
  }

  private Masthead masthead() {
    return new Masthead(
        programme.event().name(), wording.dayLabel(), wording.clock(view.now()), rehearsal());
  }

  private String rehearsal() {
    if (!view.rehearsal()) {
      return "";
    }
    return view.speed() == 1
        ? labels.say("rehearsal")
        : labels.say("rehearsalSpeed", (long) view.speed());
  }

  private String note() {
    return wording.hasEnded() ? labels.say("ended") : wording.nextPauseText().orElse("");
  }

  private List<RoomRow> rows() {
    return programme.rooms().stream().map(this::row).toList();
  }

  private RoomRow row(Room room) {
    Board board = view.boards().board(room.id()).orElseThrow();
    return new RoomRow(room.id(), room.name(), under(room), wording.lines(board));
  }

  /** What stands under a room's name: its languages, or how far it is to walk. */
  private String under(Room room) {
    String codes = Tongues.codes(room.languages());
    String walk = room.walkingMinutes() > 0 ? labels.say("walk", room.walkingMinutes()) : "";
    return String.join(" · ", Stream.of(codes, walk).filter(part -> !part.isEmpty()).toList());
  }

  private Door.Showing showing(LiveSession session) {
    boolean pause = session.kind().isPause();
    String end = wording.clock(session.span().end());
    return new Door.Showing(
        pause ? "pause" : "now",
        pause ? labels.say("until", end) : labels.say("nowUntil", end),
        session.plan().label(),
        session.title(),
        session.plan().organiser().isEmpty()
            ? ""
            : labels.say("organisedBy", session.plan().organiser()),
        people.casts(session.people()),
        session.span().length().toSeconds(),
        Duration.between(session.span().start(), view.now()).toSeconds(),
        wording.minutesLeft(session.span().end()));
  }

  private List<Guide.Entry> entries(Day day) {
    return view.boards().agenda().sessions().stream()
        .filter(session -> programme.dayOf(session.span().start()).equals(Optional.of(day)))
        .map(this::entry)
        .toList();
  }

  private Guide.Entry entry(LiveSession session) {
    List<String> paragraphs = new ArrayList<>();
    if (!session.description().isEmpty()) {
      paragraphs.addAll(List.of(session.description().split("\n\n")));
    }
    paragraphs.addAll(session.plan().questions());
    List<String> names = new ArrayList<>();
    for (Door.Cast cast : people.casts(session.people())) {
      cast.people().forEach(person -> names.add(cast.role() + ": " + person));
    }
    return new Guide.Entry(
        session.id(),
        state(session),
        wording.clock(session.span().start()),
        wording.clock(session.span().end()),
        session.plan().label(),
        session.title(),
        where(session),
        labels.say("moreAbout", session.title()),
        paragraphs,
        names);
  }

  private String state(LiveSession session) {
    if (session.isNow(view.now())) {
      return "now";
    }
    return session.span().end().isAfter(view.now()) ? "coming" : "past";
  }

  private String where(LiveSession session) {
    if (session.isVenueWide()) {
      return labels.say("wholeVenue");
    }
    String rooms =
        String.join(
            ", ",
            session.rooms().stream()
                .flatMap(id -> programme.room(id).stream())
                .map(Room::name)
                .toList());
    String tongues = Tongues.names(session.languages());
    return tongues.isEmpty() ? rooms : rooms + " — " + tongues;
  }

  private String messages(String room) {
    Boards boards = view.boards();
    Instant now = view.now();
    EventClock clock =
        new EventClock(view.rehearsal(), now, 0, view.rehearsal() ? view.speed() : 1);
    List<String> texts = new ArrayList<>();
    texts.add(Messages.venue(boards, clock, now));
    boards.rooms().stream()
        .filter(board -> room.isEmpty() || board.roomId().equals(room))
        .forEach(board -> texts.add(Messages.board(boards, board, board.indexAt(now))));
    texts.add(Messages.tick(now, view.fixed() ? 0 : clock.speed(), boards.revision(), ""));
    return "[" + String.join(",", texts) + "]";
  }
}
