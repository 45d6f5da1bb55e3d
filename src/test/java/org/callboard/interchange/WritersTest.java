package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.interchange.ScheduleShape.named;
import static org.callboard.interchange.ScheduleShape.only;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.programme.Day;
import org.callboard.programme.Event;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the formats of the field hold of a programme, and how. */
class WritersTest {
  private static final Event EVENT =
      new Event(
          "Cities & Migration",
          "",
          ZoneId.of("Europe/Brussels"),
          "Lamot",
          Optional.empty(),
          List.of("en", "fr"));
  private static final Span EVENING = span("2017-11-16T22:00:00Z", "2017-11-16T23:45:00Z");
  private static final Session PANEL =
      new Session(
          "drivers",
          "Session 2",
          "=Drivers, \"and\" more",
          Kind.PANEL,
          List.of("alcazar", "scala"),
          EVENING,
          0,
          false,
          List.of("en", "fr"),
          "IOM",
          List.of(
              new Slot(Role.SPEAKER, "Ana Torres", "Quito"),
              new Slot(Role.MODERATOR, "", "UN-Habitat")),
          "What drives people.",
          List.of("Who goes?"));
  private static final Session LUNCH =
      Session.plain(
          "lunch",
          "Lunch",
          Kind.LUNCH,
          List.of(),
          span("2017-11-16T11:00:00Z", "2017-11-16T12:00:00Z"));
  private static final Programme PROGRAMME =
      new Programme(
          EVENT,
          List.of(new Day("Thursday", span("2017-11-16T07:00:00Z", "2017-11-17T01:00:00Z"))),
          List.of(Room.named("alcazar", "Alcazar"), Room.named("scala", "Scala")),
          List.of(LUNCH, PANEL));

  private static Span span(String start, String end) {
    return new Span(Instant.parse(start), Instant.parse(end));
  }

  private static Outgoing live(Standing.State state) {
    return new Outgoing(
        PROGRAMME,
        Map.of("drivers", new Standing(state, "Cancelled")),
        "Cities",
        "12",
        "https://boards.example");
  }

  private static List<Element> events(String xml) throws Exception {
    return named(ScheduleShape.parse(xml), "day").stream()
        .flatMap(day -> named(day, "room").stream())
        .flatMap(room -> named(room, "event").stream())
        .toList();
  }

  private static String text(Element event, String name) {
    return only(event, name).getTextContent();
  }

  @Test
  void a_schedule_xml_is_shaped_as_its_schema_says_whatever_the_programme() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      Programme programme = RandomProgramme.of(seed);
      ScheduleShape.check(Programmes.write(programme, "schedule.xml"));
    }
  }

  @Test
  void a_session_in_two_rooms_stands_in_both_under_names_of_its_own() throws Exception {
    List<Element> events = events(Programmes.write(PROGRAMME, "schedule.xml"));
    assertThat(events)
        .extracting(each -> text(each, "room"))
        .containsExactly("Alcazar", "Scala", "");
    assertThat(events).extracting(each -> each.getAttribute("guid")).doesNotHaveDuplicates();
    Element panel = events.get(0);
    assertThat(text(panel, "date")).isEqualTo("2017-11-16T23:00:00+01:00");
    assertThat(text(panel, "start")).isEqualTo("23:00");
    assertThat(text(panel, "duration")).isEqualTo("01:45");
    assertThat(text(panel, "track")).isEqualTo("Session 2");
    assertThat(text(panel, "type")).isEqualTo("panel");
    assertThat(named(only(panel, "persons"), "person"))
        .extracting(Element::getTextContent)
        .containsExactly("Ana Torres", "TBC, UN-Habitat");
  }

  @Test
  void names_and_numbers_are_the_same_each_time_and_those_brought_along_stay() throws Exception {
    String guid = "0f6c3a5e-8d2b-5c11-9a77-31c2a4b0d9e8";
    Programme brought =
        new Programme(
            EVENT,
            List.of(),
            List.of(),
            Stream.of(guid, "4711", "other")
                .map(id -> Session.plain(id, id, Kind.TALK, List.of(), EVENING))
                .toList());
    List<Element> events = events(Programmes.write(brought, "schedule.xml"));
    assertThat(events.get(0).getAttribute("guid")).isEqualTo(guid);
    assertThat(events.get(1).getAttribute("id")).isEqualTo("4711");
    assertThat(new Names("Cities").session("drivers"))
        .isEqualTo(new Names("Cities").session("drivers"))
        .isNotEqualTo(new Names("Towns").session("drivers"))
        .extracting(java.util.UUID::version, java.util.UUID::variant)
        .containsExactly(5, 2);
    assertThat(Programmes.write(PROGRAMME, "schedule.xml"))
        .isEqualTo(Programmes.write(PROGRAMME, "schedule.xml"));
  }

  @Test
  void a_format_without_states_says_in_the_title_what_is_cancelled() throws Exception {
    Outgoing cancelled = live(Standing.State.CANCELED);
    assertThat(text(events(Programmes.write(cancelled, "schedule.xml")).get(0), "title"))
        .isEqualTo("Cancelled: =Drivers, \"and\" more");
    assertThat(Programmes.write(cancelled, "schedule.json")).contains("\"Cancelled: =Drivers");
    assertThat(Programmes.write(cancelled, "yaml")).contains("status: cancelled");
  }

  @Test
  void schedule2_says_what_is_delayed_and_what_is_cancelled() {
    for (Standing.State state : Standing.State.values()) {
      JsonObject schedule =
          new JsonObject(Programmes.write(live(state), "schedule2.json")).getJsonObject("schedule");
      JsonArray events = schedule.getJsonArray("events");
      assertThat(events.getJsonObject(0).getString("type")).isEqualTo("BREAK");
      JsonObject panel = events.getJsonObject(1);
      assertThat(panel.getString("state")).isEqualTo(state.name());
      assertThat(panel.getString("title")).isEqualTo(PANEL.title());
      assertThat(panel.getString("url")).isEqualTo("https://boards.example/sessions/drivers");
      assertThat(panel.getJsonArray("participants").getJsonObject(1).getString("role"))
          .isEqualTo("MODERATOR");
    }
  }

  @Test
  void a_table_holds_no_formula_and_quotes_what_would_break_a_row() {
    String csv = Programmes.write(live(Standing.State.DELAYED), "csv");
    List<String> rows = csv.lines().toList();
    assertThat(rows.get(0)).startsWith("ID,Title,Type,Start,End,Room,");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2))
        .contains("\"'=Drivers, \"\"and\"\" more\"")
        .contains("2017-11-16T23:00:00+01:00")
        .contains("Ana Torres (Quito)")
        .contains("TBC (UN-Habitat)")
        .contains("delayed");
  }

  @Test
  void what_a_spreadsheet_would_run_is_shielded_and_comes_back_bare() {
    for (String cell :
        List.of("=1+1", "+32 15", "-5", "@home", "\tx", "'=a", "''-", "'tis", "a=b", "'", "")) {
      assertThat(CsvWriter.bare(CsvWriter.shielded(cell))).isEqualTo(cell);
      assertThat(CsvWriter.shielded(cell)).doesNotMatch("(?s)[=+@\t\r-].*");
    }
    assertThat(CsvWriter.shielded("'tis")).isEqualTo("'tis");
  }
}
