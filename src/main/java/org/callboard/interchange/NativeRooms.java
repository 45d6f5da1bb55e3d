package org.callboard.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callboard.programme.Room;

/** The rooms of a native source, found again by id, name or alias; a session may add one. */
final class NativeRooms {
  private final List<Room> rooms = new ArrayList<>();
  private final Map<String, String> idByWord = new HashMap<>();
  private final Ids ids;

  NativeRooms(List<Entry> entries) {
    ids =
        new Ids(
            entries.stream().map(entry -> entry.text("id")).filter(id -> !id.isBlank()).toList());
    entries.forEach(entry -> read(entry).ifPresent(rooms::add));
    rooms.forEach(room -> idByWord.putIfAbsent(room.id(), room.id()));
    rooms.forEach(room -> idByWord.putIfAbsent(word(room.name()), room.id()));
    rooms.forEach(
        room -> room.aliases().forEach(alias -> idByWord.putIfAbsent(word(alias), room.id())));
  }

  List<Room> all() {
    return List.copyOf(rooms);
  }

  /** The ids of the rooms that a session names, each once. */
  List<String> of(Entry session) {
    return session.texts("rooms").stream()
        .filter(name -> !name.isBlank())
        .map(name -> id(name, session))
        .distinct()
        .toList();
  }

  private String id(String name, Entry session) {
    String exact = idByWord.get(name);
    String known = exact != null ? exact : idByWord.get(word(name));
    return known != null ? known : add(name, session);
  }

  private String add(String name, Entry session) {
    Room room = Room.named(ids.made(name), name);
    rooms.add(room);
    idByWord.put(word(name), room.id());
    session.warn(
        "unknown-room",
        "rooms",
        Entry.quoted("room", name)
            + " is not listed and was added; list it under rooms or correct it");
    return room.id();
  }

  private Optional<Room> read(Entry entry) {
    String id = entry.text("id");
    String name = entry.text("name").isBlank() ? id : entry.text("name");
    if (name.isBlank()) {
      entry.warn("no-name", "name", "a room without a name is left out; give it a name");
      return Optional.empty();
    }
    Room room =
        new Room(
            id(entry, id, name),
            name,
            entry.texts("aliases"),
            entry.texts("languages"),
            entry.count("capacity"),
            entry.text("zone"),
            entry.count("walkingMinutes"));
    entry.close();
    return Optional.of(room);
  }

  private String id(Entry entry, String id, String name) {
    if (id.isBlank()) {
      return ids.made(name);
    }
    String own = ids.own(id);
    if (!own.equals(id)) {
      entry.warn("duplicate-id", "id", Entry.quoted("id", id) + " is taken and became " + own);
    }
    return own;
  }

  private static String word(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
