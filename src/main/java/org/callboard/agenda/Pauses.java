package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.programme.Room;

/** Breaks that are too short in a room, whatever made them so. */
final class Pauses {
  private final Situation in;
  private final Agenda agenda;
  private final List<Finding> found = new ArrayList<>();

  private Pauses(Situation in, Agenda agenda) {
    this.in = in;
    this.agenda = agenda;
  }

  /** Those that are touched, or that a touched session runs into or follows. */
  static List<Finding> of(Situation in, Agenda agenda, Set<String> touched) {
    Pauses pauses = new Pauses(in, agenda);
    List<LiveSession> all =
        touched.stream()
            .flatMap(id -> agenda.session(id).stream())
            .filter(LiveSession::isOn)
            .toList();
    for (LiveSession pause : agenda.sessions()) {
      if (pause.isOn() && pause.kind().isPause()) {
        pauses.look(pause, all);
      }
    }
    return pauses.found;
  }

  private void look(LiveSession pause, List<LiveSession> touched) {
    Duration minimum = pause.minimumLength().orElse(Duration.ZERO);
    rooms(pause).stream()
        .filter(room -> touched.stream().anyMatch(each -> each.isIn(room) && meet(each, pause)))
        .filter(room -> left(pause, room).compareTo(minimum) < 0)
        .map(room -> tooShort(pause, room, minimum))
        .forEach(found::add);
  }

  private static boolean meet(LiveSession session, LiveSession pause) {
    return !session.span().start().isAfter(pause.span().end())
        && !session.span().end().isBefore(pause.span().start());
  }

  /** From when the room is free to when the next session starts in it, or the break ends. */
  private Duration left(LiveSession pause, String room) {
    Instant start = pause.span().start();
    List<LiveSession> others =
        agenda.sessions().stream()
            .filter(other -> other.isOn() && !other.kind().isPause() && other.isIn(room))
            .toList();
    Instant free =
        others.stream()
            .filter(other -> other.span().start().isBefore(start))
            .map(other -> other.span().end())
            .filter(start::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(start);
    Optional<Instant> next =
        others.stream()
            .map(other -> other.span().start())
            .filter(start::isBefore)
            .min(Comparator.naturalOrder());
    Instant until =
        free.isAfter(start)
            ? next.orElse(Instant.MAX)
            : next.filter(pause.span().end()::isAfter).orElse(pause.span().end());
    Duration left = Duration.between(free, until);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Finding tooShort(LiveSession pause, String room, Duration minimum) {
    String message =
        "Only "
            + left(pause, room).toMinutes()
            + " of the "
            + minimum.toMinutes()
            + " minutes that "
            + in.quotedAt(pause)
            + " needs would be left in "
            + in.roomName(room)
            + "; let what follows wait, or shorten what comes before.";
    return new Finding("break-too-short", room, message, List.of(pause.id()));
  }

  private List<String> rooms(LiveSession pause) {
    return pause.isVenueWide()
        ? agenda.programme().rooms().stream().map(Room::id).toList()
        : pause.rooms();
  }
}
