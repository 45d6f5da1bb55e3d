package org.callboard.interchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Slot;

/**
 * A session as a structured source tells it, before it has its place in a programme.
 *
 * @param line where it stands in the source, from 1; 0 where that is not known
 * @param id the source's own stable id, or empty
 * @param label what stands before the title, or empty
 * @param title as written, HTML entities and all; empty where the source has none
 * @param type what the source says that it is, in its own words ("lecture", "Lunch"), or empty
 * @param rooms names of rooms as written; blank ones are none
 * @param end empty where the source gives neither an end nor a length
 * @param description plain text or HTML, or empty
 * @param organiser who runs it, or empty
 * @param languages as written: "en", "de-DE", "English"
 * @param questions guiding questions, in order
 */
record Told(
    int line,
    String id,
    String label,
    String title,
    String type,
    List<String> rooms,
    Instant start,
    Optional<Instant> end,
    List<Slot> people,
    String description,
    String organiser,
    List<String> languages,
    List<String> questions) {

  Told {
    rooms = List.copyOf(rooms);
    people = List.copyOf(people);
    languages = List.copyOf(languages);
    questions = List.copyOf(questions);
  }

  /** A session without guiding questions, which few formats know. */
  Told(
      int line,
      String id,
      String label,
      String title,
      String type,
      List<String> rooms,
      Instant start,
      Optional<Instant> end,
      List<Slot> people,
      String description,
      String organiser,
      List<String> languages) {
    this(
        line,
        id,
        label,
        title,
        type,
        rooms,
        start,
        end,
        people,
        description,
        organiser,
        languages,
        List.of());
  }

  /** The least that a source can tell. */
  static Told plain(
      int line, String title, List<String> rooms, Instant start, Optional<Instant> end) {
    return new Told(line, "", "", title, "", rooms, start, end, List.of(), "", "", List.of());
  }
}
