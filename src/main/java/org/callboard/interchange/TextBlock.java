package org.callboard.interchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that stands under one time: what runs then, in one room or in several.
 *
 * @param day the position of its day heading, -1 for none
 * @param number the line of the source that has the time
 * @param standing the room that a heading above several times gives to each of them
 * @param head the words that belong to no room, or to the only one
 * @param parts the rooms, each with its words
 */
record TextBlock(
    int day,
    int number,
    TimeLine time,
    Optional<RoomLine> standing,
    List<TextLine> head,
    List<Part> parts) {
  private static final int LONGEST_TITLE = 160;

  /** What a block says of one room. */
  record Part(RoomLine room, List<TextLine> lines) {}

  static TextBlock of(
      int day,
      int number,
      TimeLine time,
      Optional<RoomLine> standing,
      List<TextLine> lines,
      Set<String> known) {
    List<TextLine> head = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (TextLine line : lines) {
      Optional<RoomLine> room = RoomLine.of(line, known);
      if (room.isPresent()) {
        RoomLine found = room.get();
        List<TextLine> words = new ArrayList<>();
        if (!found.rest().isEmpty()) {
          words.add(line.saying(found.rest()));
        }
        parts.add(new Part(found, words));
      } else {
        (parts.isEmpty() ? head : parts.get(parts.size() - 1).lines()).add(line);
      }
    }
    return new TextBlock(day, number, time, standing, head, parts).titlesWithTheirRooms();
  }

  /** Where each title stands before its room, puts the title after it. */
  private TextBlock titlesWithTheirRooms() {
    if (parts.isEmpty() || head.isEmpty() || !isTitle(head.get(0)) || !titlesComeFirst()) {
      return this;
    }
    List<Part> moved = new ArrayList<>();
    List<TextLine> titled = head;
    for (int i = 0; i < parts.size(); i++) {
      List<TextLine> lines = new ArrayList<>(titled);
      List<TextLine> own = parts.get(i).lines();
      boolean handsOn = i + 1 < parts.size() && !own.isEmpty();
      int end = handsOn ? own.size() - 1 : own.size();
      lines.addAll(own.subList(0, end));
      titled = own.subList(end, own.size());
      moved.add(new Part(parts.get(i).room(), lines));
    }
    return new TextBlock(day, number, time, standing, List.of(), moved);
  }

  private boolean titlesComeFirst() {
    List<TextLine> last = parts.get(parts.size() - 1).lines();
    if (last.isEmpty()) {
      return true;
    }
    TextLine first = last.get(0);
    boolean opensSession =
        first.standsOut() || !first.lead().isEmpty() || SessionLabel.of(first.text()).isPresent();
    return RoleHeading.of(first).isPresent()
        || !(opensSession || (parts.size() > 1 && isTitle(first)));
  }

  static boolean isTitle(TextLine line) {
    return line.isAtMost(LONGEST_TITLE)
        && !line.bullet()
        && !line.text().contains(". ")
        && !line.text().endsWith(".");
  }
}
