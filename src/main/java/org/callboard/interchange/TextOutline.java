package org.callboard.interchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text cut at its day headings and its times: what comes before them, the days, and the blocks.
 */
final class TextOutline {
  private final Warnings warnings;
  private final Set<String> knownRooms = new HashSet<>();
  private final List<DayLine> days = new ArrayList<>();
  private final List<TextBlock> blocks = new ArrayList<>();
  private final Preamble preamble;
  private Optional<RoomLine> standing = Optional.empty();
  private Optional<OpenTime> open = Optional.empty();

  /** A time whose block is still being gathered. */
  private record OpenTime(int number, TimeLine time, List<TextLine> lines) {}

  private TextOutline(List<TextLine> lines, Warnings warnings) {
    this.warnings = warnings;
    lines.forEach(
        line ->
            RoomLine.declared(line)
                .ifPresent(room -> knownRooms.add(Spelling.folded(room.name()))));
    int begin = beginOfSessions(lines);
    this.preamble = Preamble.of(lines.subList(0, begin), warnings);
    lines.subList(begin, lines.size()).forEach(this::take);
    close();
  }

  static TextOutline of(List<TextLine> lines, Warnings warnings) {
    return new TextOutline(lines, warnings);
  }

  Preamble preamble() {
    return preamble;
  }

  List<DayLine> days() {
    return days;
  }

  List<TextBlock> blocks() {
    return blocks;
  }

  /** The first time, or the day heading before it, or the room heading between the two. */
  private int beginOfSessions(List<TextLine> lines) {
    int time = 0;
    while (time < lines.size() && TimeLine.of(lines.get(time)).isEmpty()) {
      time++;
    }
    for (int i = time - 1; i >= 0; i--) {
      if (DayLine.of(lines.get(i)).isPresent()) {
        return i;
      }
    }
    boolean roomBefore =
        time > 0 && time < lines.size() && RoomLine.of(lines.get(time - 1), knownRooms).isPresent();
    return roomBefore ? time - 1 : time;
  }

  private void take(TextLine line) {
    Optional<TimeLine> time = TimeLine.of(line);
    Optional<DayLine> day = time.isPresent() ? Optional.empty() : DayLine.of(line);
    if (time.isPresent()) {
      close();
      open = Optional.of(new OpenTime(line.number(), time.get(), opening(line, time.get())));
    } else if (day.isPresent()) {
      close();
      standing = Optional.empty();
      days.add(day.get());
    } else if (!preamble.takeZone(line)) {
      gather(line);
    }
  }

  private void gather(TextLine line) {
    if (open.isPresent()) {
      open.get().lines().add(line);
      return;
    }
    Optional<RoomLine> room = RoomLine.of(line, knownRooms);
    standing = room.or(() -> standing);
    if (room.isEmpty()) {
      warnings.unplaced(line);
    }
  }

  /** What stands beside the time: a room, a title, or a title with its room. */
  private List<TextLine> opening(TextLine line, TimeLine time) {
    List<TextLine> lines = new ArrayList<>();
    if (time.rest().isEmpty()) {
      return lines;
    }
    TextLine rest = line.saying(time.rest()).unlisted();
    Optional<RoomLine> inside =
        RoomLine.of(rest, knownRooms).isPresent()
            ? Optional.empty()
            : RoomLine.within(rest, knownRooms);
    lines.add(inside.map(room -> rest.saying(room.rest())).orElse(rest));
    inside.ifPresent(room -> lines.add(0, rest.saying("Room: " + room.name())));
    return lines;
  }

  private void close() {
    open.ifPresent(this::close);
    open = Optional.empty();
  }

  private void close(OpenTime last) {
    List<TextLine> lines = last.lines();
    Optional<RoomLine> next = nextStanding(lines);
    List<TextLine> own = next.isPresent() ? lines.subList(0, lines.size() - 1) : lines;
    blocks.add(
        TextBlock.of(days.size() - 1, last.number(), last.time(), standing, own, knownRooms));
    standing = next.or(() -> standing);
  }

  /**
   * A room that ends a block which has its room already is the heading of the times that follow.
   */
  private Optional<RoomLine> nextStanding(List<TextLine> lines) {
    if (lines.size() < 2 || !lines.get(lines.size() - 1).standsOut()) {
      return Optional.empty();
    }
    boolean housed =
        standing.isPresent()
            || lines.subList(0, lines.size() - 1).stream()
                .anyMatch(line -> RoomLine.of(line, knownRooms).isPresent());
    return housed ? RoomLine.of(lines.get(lines.size() - 1), knownRooms) : Optional.empty();
  }
}
