package org.callboard.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;

/** How sessions, rooms and times are called in a report. */
final class Sayings {
  private static final int LONGEST_TITLE = 70;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ZoneId zone;
  private final Map<String, Room> rooms;

  Sayings(Programme programme) {
    this.zone = programme.event().zone();
    this.rooms =
        programme.rooms().stream().collect(Collectors.toMap(Room::id, Function.identity()));
  }

  /** A session with its time and place: “Panel” (Thu 16 Nov 10:00–11:00, Alcazar). */
  String session(Session session) {
    return title(session) + " (" + span(session) + ", " + places(session) + ")";
  }

  String title(Session session) {
    String title = session.title();
    boolean isLong = title.codePointCount(0, title.length()) > LONGEST_TITLE;
    String shown =
        isLong
            ? title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)).strip() + "…"
            : title;
    return "“" + shown.replaceAll("\\s+", " ") + "”";
  }

  String span(Session session) {
    return day(session.span().start()) + "–" + clock(session.span().end());
  }

  String day(Instant instant) {
    return DAY.format(instant.atZone(zone));
  }

  String clock(Instant instant) {
    return CLOCK.format(instant.atZone(zone));
  }

  String places(Session session) {
    return session.isVenueWide()
        ? "whole venue"
        : session.rooms().stream().map(this::room).collect(Collectors.joining(", "));
  }

  String room(String id) {
    return room(id, Room::name);
  }

  Room known(String id) {
    return rooms.get(id);
  }

  private String room(String id, Function<Room, String> name) {
    return name.apply(rooms.get(id));
  }

  /** Languages by their English names. */
  static String languages(List<String> codes) {
    return codes.stream()
        .map(code -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH))
        .collect(Collectors.joining(", "));
  }
}
