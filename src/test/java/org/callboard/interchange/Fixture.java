package org.callboard.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** A small source of the tests, and how its sessions read as a table. */
final class Fixture {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd HH:mm", Locale.ROOT);

  private Fixture() {}

  static byte[] bytes(String name) {
    try (InputStream in = Fixture.class.getResourceAsStream("/interchange/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reading read(String name, String zone) throws UnreadableProgramme {
    return read(name, zone, false);
  }

  static Reading read(String name, String zone, boolean localTimes) throws UnreadableProgramme {
    return Programmes.read(
        name, bytes(name), new ReadingOptions(Optional.of(ZoneId.of(zone)), localTimes, Map.of()));
  }

  /** One line for each session: day and time in the event's zone, rooms, title, people. */
  static List<String> table(Reading reading) {
    Programme programme = reading.programme();
    return programme.sessions().stream().map(session -> line(programme, session)).toList();
  }

  static List<String> codes(Reading reading) {
    return reading.warnings().stream().map(Warning::code).toList();
  }

  private static String line(Programme programme, Session session) {
    ZoneId zone = programme.event().zone();
    String rooms =
        session.rooms().stream()
            .map(id -> programme.room(id).orElseThrow().name())
            .collect(Collectors.joining(" + "));
    String people = session.people().stream().map(Slot::name).collect(Collectors.joining(", "));
    return TIME.format(session.span().start().atZone(zone))
        + "–"
        + TIME.format(session.span().end().atZone(zone))
        + " | "
        + rooms
        + " | "
        + session.title()
        + (people.isEmpty() ? "" : " | " + people);
  }
}
