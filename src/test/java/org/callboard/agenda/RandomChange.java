package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.CallKind;
import org.callboard.change.Change;
import org.callboard.change.Conflict;
import org.callboard.change.Offer;
import org.callboard.change.Ripple;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** Changes of every type that somebody might ask for, sensible or not, at random. */
final class RandomChange {
  static final int TYPES = 28;

  private final Random random;

  RandomChange(Random random) {
    this.random = random;
  }

  Change on(Agenda agenda, Occasion occasion) {
    return of(random.nextInt(TYPES + 6), agenda, occasion);
  }

  /** A change of a type by its number; numbers past the last are delays, the most frequent. */
  Change of(int type, Agenda agenda, Occasion occasion) {
    Instant now = occasion.now();
    return switch (type) {
      case 0 -> new Change.Postpone(session(agenda));
      case 1 -> new Change.Extend(session(agenda), minutes(), ripple());
      case 2 -> new Change.Retime(session(agenda), span(now));
      case 3 -> new Change.Start(session(agenda));
      case 4 -> new Change.Finish(session(agenda), ripple());
      case 5 -> new Change.Cancel(session(agenda));
      case 6 -> new Change.Reinstate(session(agenda));
      case 7 -> new Change.Move(session(agenda), rooms(agenda));
      case 8 -> new Change.Swap(session(agenda), session(agenda));
      case 9 -> new Change.Assign(session(agenda), role(), random.nextInt(3), name(), "");
      case 10 -> edit(session(agenda));
      case 11 -> new Change.Add(draft(agenda, now));
      case 12 -> new Change.SetRoom(room(agenda), any(RoomStatus.values()));
      case 13 -> new Change.Announce(announcement(agenda, now), announced(agenda));
      case 14 ->
          new Change.Withdraw(
              announced(agenda).orElse("a1"), Optional.of("Clear").filter(x -> coin()));
      case 15 -> new Change.Hold(rooms(agenda));
      case 16 -> new Change.Resume(rooms(agenda));
      case 17 -> new Change.SetClock(now, random.nextInt(3));
      case 18 -> new Change.Import(edition(agenda), coin());
      case 19 -> new Change.Undo(1 + random.nextInt((int) occasion.revision()));
      case 20 -> new Change.Schedule(due(now), "{}", new Change.Cancel(session(agenda)));
      case 21 -> new Change.Make(pending(agenda), new Change.Cancel(session(agenda)));
      case 22 -> new Change.Unschedule(pending(agenda));
      case 23 -> new Change.Call(room(agenda), any(CallKind.values()), "");
      case 24 -> new Change.Answer(called(agenda));
      case 25 -> new Change.Settle(conflict(agenda), coin(), coin());
      case 26 -> new Change.Propose(offer(agenda));
      default -> new Change.Delay(session(agenda), minutes(), ripple());
    };
  }

  private Change edit(String session) {
    return new Change.Edit(
        session,
        Optional.of("Title " + random.nextInt(3)).filter(title -> coin()),
        Optional.of("About").filter(text -> coin()),
        Optional.of(List.of("nl")).filter(codes -> coin()),
        Optional.of(any(Kind.values())).filter(kind -> coin()));
  }

  private Session draft(Agenda agenda, Instant now) {
    String id = coin() ? session(agenda) : "x" + random.nextInt(5);
    return Session.plain(id, "Added " + id, any(Kind.values()), rooms(agenda), span(now));
  }

  private Announcement announcement(Agenda agenda, Instant now) {
    return new Announcement(
        "",
        "",
        any(Level.values()),
        any(Mode.values()),
        new Text("Mind the step", ""),
        Map.of("fr", new Text("Attention", "")),
        coin() ? List.of() : List.of(new Target(room(agenda), "", "", "door")),
        now,
        Optional.of(now.plusSeconds(60L * random.nextInt(90))).filter(until -> coin()),
        Optional.empty(),
        false);
  }

  /** Some sessions fewer, some otherwise planned, some more. */
  private Programme edition(Agenda agenda) {
    Programme old = agenda.programme();
    List<Session> sessions = new ArrayList<>();
    for (Session session : old.sessions()) {
      if (random.nextInt(20) > 0) {
        Session next = random.nextInt(4) == 0 ? replanned(session, agenda) : session;
        boolean isRenamed = random.nextInt(8) == 0;
        sessions.add(isRenamed ? next.named(session.id() + "r" + random.nextInt(99)) : next);
      }
    }
    for (String id : List.of("x1", "y" + random.nextInt(9))) {
      if (coin() && sessions.stream().noneMatch(session -> session.id().equals(id))) {
        Span span = span(old.days().get(0).span().start());
        sessions.add(Session.plain(id, "New " + id, Kind.TALK, rooms(agenda), span));
      }
    }
    return new Programme(old.event(), old.days(), old.rooms(), sessions);
  }

  private Session replanned(Session session, Agenda agenda) {
    return new Session(
        session.id(),
        session.label(),
        coin() ? session.title() : "Retitled " + random.nextInt(3),
        session.kind(),
        coin() ? session.rooms() : rooms(agenda),
        coin() ? session.span() : span(session.span().start()),
        session.minimumMinutes(),
        session.pinned(),
        session.languages(),
        session.organiser(),
        coin() ? session.people() : List.of(new Slot(Role.MODERATOR, name(), "")),
        session.description(),
        session.questions());
  }

  private String session(Agenda agenda) {
    List<LiveSession> all = List.copyOf(agenda.sessions());
    return all.isEmpty() || random.nextInt(40) == 0
        ? "nobody"
        : all.get(random.nextInt(all.size())).id();
  }

  private String room(Agenda agenda) {
    List<Room> all = agenda.programme().rooms();
    return random.nextInt(40) == 0 ? "attic" : all.get(random.nextInt(all.size())).id();
  }

  private List<String> rooms(Agenda agenda) {
    return agenda.programme().rooms().stream()
        .map(Room::id)
        .filter(id -> random.nextInt(3) == 0)
        .toList();
  }

  private Optional<String> announced(Agenda agenda) {
    return agenda.announcements().stream()
        .map(live -> live.announcement().id())
        .filter(id -> random.nextInt(3) == 0)
        .findFirst();
  }

  private String called(Agenda agenda) {
    return agenda.calls().stream().findFirst().map(each -> each.id()).orElse("c1");
  }

  private String conflict(Agenda agenda) {
    List<String> open = new ArrayList<>(agenda.conflicts().stream().map(Conflict::id).toList());
    agenda.offer().ifPresent(offer -> open.add(Offer.ID));
    return open.isEmpty() ? "s0.time" : open.get(random.nextInt(open.size()));
  }

  private Optional<Offer> offer(Agenda agenda) {
    return coin()
        ? Optional.empty()
        : Optional.of(new Offer("file " + random.nextInt(3), edition(agenda), List.of()));
  }

  private String pending(Agenda agenda) {
    return agenda.pending().stream().findFirst().map(each -> each.id()).orElse("p1");
  }

  private Span span(Instant around) {
    Instant start = around.plus(Duration.ofMinutes(5L * (random.nextInt(60) - 20)));
    return Span.of(start, Duration.ofMinutes(5L * random.nextInt(20)));
  }

  private Instant due(Instant now) {
    return now.plusSeconds(60L * (random.nextInt(60) - 5));
  }

  private int minutes() {
    return 5 * (random.nextInt(17) - 6) + (random.nextInt(6) == 0 ? 2 : 0);
  }

  private String name() {
    return coin() ? "" : "N" + random.nextInt(20);
  }

  private Role role() {
    return coin() ? Role.MODERATOR : Role.SPEAKER;
  }

  private Ripple ripple() {
    return any(Ripple.values());
  }

  private boolean coin() {
    return random.nextBoolean();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
