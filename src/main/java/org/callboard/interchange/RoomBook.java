package org.callboard.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.programme.Room;
import org.callboard.programme.Slug;

/**
 * The rooms of a programme as its lines name them, each once, with what all mentions say together.
 */
final class RoomBook {
  private static final int MOST_COMPARED = 300;

  private final Map<String, Entry> bySpelling = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Slug slug = new Slug();
  private final Warnings warnings;

  RoomBook(Warnings warnings) {
    this.warnings = warnings;
  }

  /** The id of the room that a line names. */
  String idOf(RoomLine line) {
    Entry entry = bySpelling.get(Spelling.folded(line.name()));
    if (entry == null) {
      entry = unseen(line);
      bySpelling.put(Spelling.folded(line.name()), entry);
    }
    entry.hear(line);
    return entry.id;
  }

  List<Room> rooms() {
    return entries.stream().map(Entry::room).toList();
  }

  private Entry unseen(RoomLine line) {
    for (Entry entry : entries.subList(0, Math.min(entries.size(), MOST_COMPARED))) {
      if (Spelling.areClose(entry.name, line.name(), 1)) {
        entry.aliases.add(line.name());
        warnings.add(
            line.number(),
            "room-alias",
            "“"
                + line.name()
                + "” is read as the room “"
                + entry.name
                + "”: spell both the same, or give the rooms names that differ more");
        return entry;
      }
    }
    Entry entry = new Entry(slug.distinct(line.name()), line.name());
    entries.add(entry);
    return entry;
  }

  /** One room while it is being gathered. */
  private static final class Entry {
    private final String id;
    private final String name;
    private final List<String> aliases = new ArrayList<>();
    private final Set<String> languages = new LinkedHashSet<>();
    private int capacity;
    private String zone = "";
    private int walkingMinutes;

    private Entry(String id, String name) {
      this.id = id;
      this.name = name;
    }

    private void hear(RoomLine line) {
      languages.addAll(line.languages());
      capacity = Math.max(capacity, line.capacity());
      zone = zone.isEmpty() ? line.zone() : zone;
      walkingMinutes = Math.max(walkingMinutes, line.walkingMinutes());
    }

    private Room room() {
      return new Room(id, name, aliases, List.copyOf(languages), capacity, zone, walkingMinutes);
    }
  }
}
