package org.callboard.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.programme.Room;

/**
 * The rooms of a structured source: each name as written is one, however much two look alike, and
 * only those that a session is in are doors of the event.
 */
final class GatheredRooms {
  private static final int MOST_COMPARED = 400;

  private final Warnings warnings;
  private final Ids ids = new Ids(List.of());
  private final Map<String, Met> byName = new LinkedHashMap<>();

  /** A room that was met, at a line, and whether a session is in it. */
  private static final class Met {
    private final int line;
    private final Room room;
    private boolean used;

    private Met(int line, Room room) {
      this.line = line;
      this.room = room;
    }
  }

  GatheredRooms(Warnings warnings) {
    this.warnings = warnings;
  }

  void list(int line, String name, int capacity) {
    String tidy = PlainText.title(name);
    if (!tidy.isEmpty()) {
      met(line, tidy, capacity);
    }
  }

  List<String> idsOf(List<String> names, int line) {
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      String tidy = PlainText.title(name);
      if (!tidy.isEmpty()) {
        Met met = met(line, tidy, 0);
        met.used = true;
        found.add(met.room.id());
      }
    }
    return List.copyOf(found);
  }

  /** The rooms in the order of the source; says which of them look alike or are empty. */
  List<Room> used() {
    List<Met> used = byName.values().stream().filter(met -> met.used).toList();
    byName.values().stream().filter(met -> !met.used).forEach(this::warnOfEmpty);
    warnOfLookalikes(used.subList(0, Math.min(used.size(), MOST_COMPARED)));
    return used.stream().map(met -> met.room).toList();
  }

  private Met met(int line, String name, int capacity) {
    return byName.computeIfAbsent(
        name,
        unseen ->
            new Met(line, new Room(ids.made(name), name, List.of(), List.of(), capacity, "", 0)));
  }

  private void warnOfEmpty(Met met) {
    warnings.add(
        met.line,
        "empty-room",
        "the room “" + Warnings.shortened(met.room.name()) + "” has no session and is left out");
  }

  private void warnOfLookalikes(List<Met> rooms) {
    List<Spelling.Spelt> spelt =
        rooms.stream().map(met -> Spelling.spelt(met.room.name())).toList();
    List<Met> warned = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      for (int j = 0; j < i && !warned.contains(rooms.get(i)); j++) {
        if (Spelling.areClose(spelt.get(i), spelt.get(j), 1)) {
          warned.add(rooms.get(i));
          warnOf(rooms.get(i), rooms.get(j));
        }
      }
    }
  }

  private void warnOf(Met one, Met other) {
    warnings.add(
        one.line,
        "room-alike",
        "“"
            + one.room.name()
            + "” and “"
            + other.room.name()
            + "” are read as two rooms: spell the name the same if they are one");
  }
}
