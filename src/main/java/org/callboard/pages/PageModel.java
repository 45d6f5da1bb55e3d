package org.callboard.pages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.agenda.LiveSession;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.board.Frame;
import org.callboard.board.Notice;
import org.callboard.clock.EventClock;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.wire.AnnouncementJson;
import org.callboard.wire.EventJson;
import org.callboard.wire.Messages;
import org.callboard.wire.SessionJson;

/** Works out, for one request, what each page says. */
final class PageModel {
  private static final Map<String, String> ROLES =
      Map.of("lobby", "lobby", "door", "door", "programme", "phone", "session", "phone");

  /** Pages whose script does not show the films of boards. */
  private static final Set<String> HAVE_NO_FILMS = Set.of("message", "console", "session");

  private final View view;
  private final Labels labels;
  private final Wording wording;
  private final Hours hours;
  private final Signs signs;
  private final People people;
  private final Programme programme;

  PageModel(View view, Labels labels) {
    this.view = view;
    this.labels = labels;
    this.wording = new Wording(view, labels);
    this.hours = wording.hours();
    this.signs = wording.signs();
    this.people = new People(labels);
    this.programme = view.boards().agenda().programme();
  }

  Shell shell(String kind, String room) {
    Optional<Room> place = programme.room(room);
    String event = programme.event().name();
    return new Shell(
        place.map(Room::name).map(name -> name + " · " + event).orElse(event),
        kind,
        room,
        labels.language(),
        view.theme(),
        view.fixed(),
        Bulletin.of(view, labels, hours, ROLES.getOrDefault(kind, ""), place),
        HAVE_NO_FILMS.contains(kind) ? "[]" : messages(kind, room),
        labels.asJson(),
        turning(),
        String.join(",", labels.languages()));
  }

  private String turning() {
    return view.speech().inTurn().stream()
        .map(Labels::of)
        .map(each -> "{\"language\":\"" + each.language() + "\",\"labels\":" + each.asJson() + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  Wording wording() {
    return wording;
  }

  Lobby lobby(Bulletin bulletin) {
    return new Lobby(
        masthead(), wording.venuePauseText(), listed(), note(bulletin), labels.say("onYourPhone"));
  }

  Door door(String roomId) {
    Board board = view.boards().board(roomId).orElseThrow();
    Room room = programme.room(roomId).orElseThrow();
    Frame frame = wording.frame(board);
    return new Door(
        masthead(),
        room.name(),
        Tongues.names(room.languages()),
        wording.notices().atDoor(frame),
        wording.sessions(frame.now()).stream().map(session -> showing(session, frame)).toList(),
        frame.now().isEmpty() ? wording.idle(board) : "",
        labels.say("next"),
        coming(frame.next(), frame),
        labels.say("later"),
        coming(frame.later(), frame),
        programme.event().name());
  }

  /** A door in words alone, with the instant since when they hold. */
  DoorWords doorWords(String roomId) {
    Board board = view.boards().board(roomId).orElseThrow();
    Instant since = wording.frame(board).from();
    String asOf = since.equals(Instant.EPOCH) ? "" : labels.say("asOf", hours.when(since));
    Bulletin bulletin = Bulletin.of(view, labels, hours, ROLES.get("door"), programme.room(roomId));
    return new DoorWords(door(roomId), bulletin, asOf);
  }

  /** How late what comes next is stands above already, and what comes later stays quiet. */
  private List<Line> coming(List<String> sessions, Frame frame) {
    return wording.sessions(sessions).stream()
        .map(session -> wording.nextLine(session, frame).without("late"))
        .toList();
  }

  Message message(String headline, String detail) {
    return new Message(masthead(), headline, detail, labels.say("lobby"), rows());
  }

  Waiting waiting() {
    return new Waiting(
        masthead(),
        labels.say("screenWaits"),
        labels.say("screenHow"),
        labels.say("screenNoScript"));
  }

  Host host(String roomId, String link) {
    Room room = programme.room(roomId).orElseThrow();
    return new Host(masthead(), row(room), labels.say("needsScript"), link);
  }

  Console console(ConsoleLabels words, Bulletin bulletin, String me) {
    Console.Login login =
        new Console.Login(
            words.say("login.heading"),
            words.say("login.user"),
            words.say("login.password"),
            words.say("login.enter"),
            words.say("login.needsScript"));
    return new Console(lobby(bulletin), me, day(), words.asJson(), login);
  }

  /** What the console begins with; the live channel goes on from there. */
  private String day() {
    Boards boards = view.boards();
    JsonArray sessions = new JsonArray();
    boards
        .agenda()
        .sessions()
        .forEach(session -> sessions.add(SessionJson.whole(boards.agenda(), session, view.now())));
    return new JsonObject()
        .put("event", EventJson.of(boards, clock(), view.now()))
        .put("now", view.now().toEpochMilli())
        .put("sessions", sessions)
        .put("announcements", AnnouncementJson.notOver(boards.agenda(), view.now()))
        .encode();
  }

  Masthead masthead() {
    return new Masthead(
        programme.event().name(), hours.dayLabel(), hours.clock(view.now()), rehearsal());
  }

  private String rehearsal() {
    if (!view.rehearsal()) {
      return "";
    }
    return view.speed() == 1
        ? labels.say("rehearsal")
        : labels.say("rehearsalSpeed", (long) view.speed());
  }

  private String note(Bulletin bulletin) {
    if (!bulletin.ambient().isEmpty()) {
      return bulletin.ambient();
    }
    return wording.hasEnded() ? labels.say("ended") : wording.nextPauseText();
  }

  List<RoomRow> rows() {
    return programme.rooms().stream().map(this::row).toList();
  }

  /** Those that are asked for; one whose rooms are all gone lists every room. */
  private List<RoomRow> listed() {
    List<RoomRow> asked = rows().stream().filter(row -> view.rooms().contains(row.id())).toList();
    return asked.isEmpty() ? rows() : asked;
  }

  private RoomRow row(Room room) {
    Board board = view.boards().board(room.id()).orElseThrow();
    return new RoomRow(
        room.id(),
        room.name(),
        under(room),
        signs.ofRoom(room.id(), wording.frame(board)),
        wording.lines(board));
  }

  /** What stands under a room's name: its languages, or how far it is to walk. */
  private String under(Room room) {
    String codes = Tongues.codes(room.languages());
    String walk = room.walkingMinutes() > 0 ? labels.say("walk", room.walkingMinutes()) : "";
    return String.join(" · ", Stream.of(codes, walk).filter(part -> !part.isEmpty()).toList());
  }

  private Door.Showing showing(LiveSession session, Frame frame) {
    boolean isPause = session.kind().isPause();
    boolean isHeld = Signs.isHeld(frame);
    Instant end = session.span().end();
    return new Door.Showing(
        isPause ? "pause" : "now",
        isHeld ? labels.say("now") : labels.say(isPause ? "until" : "nowUntil", hours.clock(end)),
        isHeld ? "" : hours.was(session.plan().span().end(), end),
        signs.beside(session, frame),
        session.plan().label(),
        session.title(),
        session.plan().organiser().isEmpty()
            ? ""
            : labels.say("organisedBy", session.plan().organiser()),
        people.casts(session.people(), changedSlots(session, frame)),
        session.span().length().toSeconds(),
        Duration.between(session.span().start(), view.now()).toSeconds(),
        isHeld ? "" : hours.minutesLeft(end));
  }

  private static Set<Integer> changedSlots(LiveSession session, Frame frame) {
    return frame.notices().stream()
        .filter(notice -> notice.kind() == Notice.Kind.PEOPLE)
        .filter(notice -> notice.subject().equals(session.id()))
        .flatMap(notice -> notice.slots().stream())
        .collect(Collectors.toSet());
  }

  private String messages(String kind, String room) {
    Boards boards = view.boards();
    Instant now = view.now();
    EventClock clock = clock();
    List<String> texts = new ArrayList<>();
    texts.add(Messages.venue(boards, clock, now));
    boards.rooms().stream()
        .filter(board -> !kind.equals("screen"))
        .filter(board -> room.isEmpty() || board.roomId().equals(room))
        .forEach(board -> texts.add(Messages.board(boards, board, board.indexAt(now))));
    if (kind.equals("programme")) {
      texts.add(Messages.sessions(boards, now));
    }
    texts.add(Messages.tick(now, view.fixed() ? 0 : clock.speed(), boards.revision(), ""));
    return "[" + String.join(",", texts) + "]";
  }

  private EventClock clock() {
    return new EventClock(view.rehearsal(), view.now(), 0, view.rehearsal() ? view.speed() : 1);
  }
}
