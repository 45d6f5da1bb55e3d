package org.callboard.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/** A programme that is hard to lay out: what organisers really write, all of it on one morning. */
public final class HostileDay {
  public static final Instant NOW = Instant.parse("2026-03-05T09:20:00Z");

  private static final Span MORNING = span("09:00", "10:30");
  private static final Span LATE_MORNING = span("11:00", "12:30");

  private static final List<String> ROOMS =
      List.of(
          "Plenary 🎤",
          "Донаустадт",
          "<b>Blue</b> & Green",
          "قاعة المؤتمرات",
          "大会議室",
          "Wissenschaftskommunikationssaal",
          "A");

  private static final String LONG =
      "How towns, cities and whole regions can share what they learn about arrival, housing,"
          + " schooling, health and work, and what their neighbours in other countries may want to"
          + " know before they begin the long and costly business of doing all of it again";

  private static final List<String> TITLES =
      List.of(
          LONG,
          "Short",
          "<img src=x onerror=alert(1)> & other \"titles\" that are not markup",
          "دور المدن في إدارة الهجرة والتنمية الحضرية المستدامة: تجارب من الميدان (2026)",
          "都市と移民に関する世界会議：持続可能な都市開発のための国際協力と地域の役割について考える",
          "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
          "עיר ומהגריה 2030 – policies, פרקטיקות and what comes next");

  private HostileDay() {}

  private static Span span(String from, String to) {
    return new Span(
        Instant.parse("2026-03-05T" + from + ":00Z"), Instant.parse("2026-03-05T" + to + ":00Z"));
  }

  /** Seven rooms of all kinds, and more of them where more are asked for. */
  public static Programme of(int rooms) {
    List<Room> places = IntStream.range(0, rooms).mapToObj(HostileDay::room).toList();
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < rooms; i++) {
      sessions.add(session("now-" + i, i, TITLES.get(i % TITLES.size()), MORNING));
      sessions.add(session("next-" + i, i, TITLES.get((i + 1) % TITLES.size()), LATE_MORNING));
    }
    Day day =
        new Day(
            "Thursday 5 March, the second day of three",
            new Span(NOW.minusSeconds(18000), NOW.plusSeconds(36000)));
    return new Programme(event(), List.of(day), places, sessions);
  }

  private static Event event() {
    return new Event(
        "The Ninth International Conference on the Future of Everything & Nothing 🌍",
        "",
        ZoneId.of("UTC"),
        "",
        Optional.empty(),
        List.of("en"));
  }

  private static Room room(int i) {
    String name = ROOMS.get(i % ROOMS.size()) + (i < ROOMS.size() ? "" : " " + i);
    List<String> languages = List.of("en", "fr", "es", "ar", "zh", "ru").subList(0, i % 6 + 1);
    return new Room("r" + i, name, List.of(), languages, 0, "", 0);
  }

  private static Session session(String id, int room, String title, Span span) {
    return new Session(
        id,
        "Session " + room,
        title,
        Kind.PANEL,
        List.of("r" + room),
        span,
        0,
        false,
        List.of(),
        room == 0 ? "The Joint Committee of Committees for the Preparation of Committees" : "",
        people(room == 0 ? 12 : room % 4),
        "",
        List.of());
  }

  private static List<Slot> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Slot(
                    i < 2 ? Role.MODERATOR : Role.SPEAKER,
                    i == 3 ? "" : "María-José Fernández-Villalobos y Goñi " + (i + 1),
                    "Deputy Permanent Representative, Institute " + i))
        .toList();
  }
}
