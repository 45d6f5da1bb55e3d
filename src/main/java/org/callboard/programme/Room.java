package org.callboard.programme;

import java.util.List;

/**
 * A place with a door.
 *
 * @param languages ISO 639-1 codes of the languages interpreted here, in the order of the programme
 * @param capacity people, 0 where it is not known
 * @param zone floor or part of the building, empty where it is not known
 * @param walkingMinutes minutes on foot from the venue, 0 inside it
 */
public record Room(
    String id,
    String name,
    List<String> aliases,
    List<String> languages,
    int capacity,
    String zone,
    int walkingMinutes) {

  public Room {
    if (id.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException(
          "A room needs an id and a name: id=" + id + " name=" + name);
    }
    aliases = List.copyOf(aliases);
    languages = List.copyOf(languages);
  }

  public static Room named(String id, String name) {
    return new Room(id, name, List.of(), List.of(), 0, "", 0);
  }
}
