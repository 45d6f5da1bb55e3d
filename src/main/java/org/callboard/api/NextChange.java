package org.callboard.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.programme.Programme;

/** When a room's board next says something else by itself, for devices that sleep until then. */
record NextChange(Boards boards, Board board, Instant at) {
  private static final long LONGEST_SECONDS = 3600;

  /**
   * Real seconds from now, from 1 to an hour; rounded up, so that whoever wakes then finds it.
   *
   * @param speed event seconds in a second
   */
  long seconds(double speed) {
    return turns()
        .filter(turn -> turn.isAfter(at))
        .min(Instant::compareTo)
        .map(turn -> real(turn.toEpochMilli() - at.toEpochMilli(), speed))
        .orElse(LONGEST_SECONDS);
  }

  private static long real(long eventMillis, double speed) {
    double seconds = eventMillis / 1000.0 / (speed > 0 ? speed : 1);
    return (long) Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds)));
  }

  private Stream<Instant> turns() {
    Stream<Instant> announcements =
        boards.agenda().announcements().stream()
            .flatMap(
                live -> Stream.concat(Stream.of(live.announcement().from()), live.end().stream()));
    return Stream.of(board.untilAt(at).stream(), announcements, days()).flatMap(each -> each);
  }

  /** "Tomorrow" becomes today at midnight, and what is today's changes with the conference day. */
  private Stream<Instant> days() {
    Programme programme = boards.agenda().programme();
    ZoneId zone = programme.event().zone();
    Instant midnight = at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    return Stream.concat(
        Stream.of(midnight),
        programme.days().stream().flatMap(day -> Stream.of(day.span().start(), day.span().end())));
  }
}
