package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Kind;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void the_first_schedule_json_holds_days_and_rooms() throws Exception {
    Reading reading = Fixture.read("schedule.json", "UTC");
    assertThat(reading.format()).isEqualTo("schedule.json");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 09:45 | Pier | Welcome | Ann Oar, Bo Rudder",
            "04 01:15–04 01:45 | Pier | Night watch");
    assertThat(reading.programme().rooms().get(0).capacity()).isEqualTo(80);
    assertThat(reading.programme().sessions().get(0).people().get(1).role())
        .isEqualTo(Role.MODERATOR);
    assertThat(Fixture.codes(reading)).containsExactly("empty-room", "empty-room");
  }

  @Test
  void schedule2_holds_one_list_and_says_what_is_cancelled() throws Exception {
    Reading reading = Fixture.read("schedule2.json", "UTC");
    assertThat(reading.format()).isEqualTo("schedule2.json");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 09:45 | Pier | Welcome | Ann Oar", "03 10:00–03 10:15 |  | Pause");
    assertThat(reading.programme().sessions())
        .extracting(Session::kind)
        .containsExactly(Kind.TALK, Kind.BREAK);
    assertThat(reading.programme().sessions().get(0).people())
        .containsExactly(new Slot(Role.HOST, "Ann Oar", ""));
    assertThat(Fixture.codes(reading)).containsExactly("cancelled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sessionize-grid.json;sessionize;03 09:00–03 09:50 | Pier | Sails | Ann Oar",
        "submissions.json;json;02 09:00–02 09:30 | Hall | Accueil | Ann Oar",
        "lineup.json;json;03 17:00–03 18:00 | Stage B | Sails | Ann Oar",
        "app.json;json;03 09:00–03 10:00 | Theatre | Keynote | Ann Oar",
        "dump.json;schedule.json;03 09:00–03 09:30 | Pier | Sails | Ann Oar"
      })
  void one_session_reads_the_same_whatever_it_stands_in(String file, String format, String line)
      throws Exception {
    Reading reading = Fixture.read(file, "Europe/Brussels");
    assertThat(reading.format()).isEqualTo(format);
    assertThat(Fixture.table(reading)).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource({"app.json, json-guess", "dump.json, converted"})
  void what_was_only_guessed_is_said(String file, String code) throws Exception {
    assertThat(Fixture.codes(Fixture.read(file, "Europe/Brussels"))).contains(code);
    assertThat(Fixture.codes(Fixture.read("sessionize-grid.json", "Europe/Brussels")))
        .doesNotContain(code);
  }

  @Test
  void sessionize_refers_to_rooms_and_people_by_id() throws Exception {
    Reading reading = Fixture.read("sessionize-all.json", "Europe/Brussels");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 09:50 | Pier | Sails | Ann Oar", "03 10:00–03 10:15 | Pier | Coffee");
    assertThat(Fixture.codes(reading)).containsExactly("name", "unscheduled", "empty-room");
  }

  private static Reading inBrussels(String json) throws UnreadableProgramme {
    return Programmes.read(
        "x.json",
        json.replace("'", "\"").getBytes(StandardCharsets.UTF_8),
        Optional.of(ZoneId.of("Europe/Brussels")));
  }

  @Test
  void a_sheet_that_was_turned_into_json_is_read_as_the_sheet() throws Exception {
    Reading reading =
        inBrussels(
            """
            [{'Kind': 'Other', 'Name': 'Breakfast', 'Time': 'March 3, 2018 9:00 → 9:30', 'Speaker Names': ''},
             {'Kind': 'Talk', 'Name': 'Sails', 'Time': 'March 3, 2018 10:00 → 11:00', 'Speaker Names': 'Ann Oar'}]
            """);
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 09:30 | Room to be announced | Breakfast",
            "03 10:00–03 11:00 | Room to be announced | Sails | Ann Oar");
    assertThat(Fixture.codes(reading)).contains("columns");
  }

  @Test
  void sched_says_event_before_each_of_its_fields() throws Exception {
    Reading reading =
        inBrussels(
            """
            [{'event_key': '1', 'name': 'Sails', 'event_start': '2018-03-03 09:00',
              'event_end': '2018-03-03 10:00', 'venue': 'Pier', 'event_type': 'Talks'}]
            """);
    assertThat(Fixture.table(reading)).containsExactly("03 09:00–03 10:00 | Pier | Sails");
  }

  @Test
  void an_event_with_a_time_of_its_own_is_not_taken_for_its_one_session() throws Exception {
    Reading reading =
        inBrussels(
            """
            {'count': 1, '_type': 'HTTPAPIResult', 'results': [{
              'title': 'Harbour Days', 'timezone': 'Europe/Brussels',
              'startDate': {'date': '2018-03-03', 'tz': 'Europe/Brussels', 'time': '08:00:00'},
              'endDate': {'date': '2018-03-04', 'tz': 'Europe/Brussels', 'time': '18:00:00'},
              'contributions': [
                {'title': 'Welcome', 'roomFullname': '', 'room': 'Pier', 'duration': 15,
                 'startDate': {'date': '2018-03-03', 'tz': 'Europe/Brussels', 'time': '09:00:00'}}],
              'sessions': [{
                'title': 'Wind', 'room': 'Pier',
                'startDate': {'date': '2018-03-03', 'tz': 'Europe/Brussels', 'time': '10:00:00'},
                'endDate': {'date': '2018-03-03', 'tz': 'Europe/Brussels', 'time': '12:00:00'},
                'contributions': [
                  {'title': 'Sails', 'duration': 30,
                   'startDate': {'date': '2018-03-03', 'tz': 'Europe/Brussels', 'time': '10:00:00'}}]}]}]}
            """);
    assertThat(Fixture.table(reading))
        .containsExactly("03 09:00–03 09:15 | Pier | Welcome", "03 10:00–03 10:30 | Pier | Sails");
  }

  @Test
  void an_indico_session_is_what_it_holds() throws Exception {
    Reading reading = Fixture.read("indico.json", "UTC");
    assertThat(reading.format()).isEqualTo("indico");
    assertThat(reading.programme().event().zone()).hasToString("Europe/Zurich");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 09:30 | Pier | Sails | Ann Oar", "03 10:00–03 10:15 |  | Coffee");
  }

  @Test
  void a_session_may_be_broadcast_into_several_rooms() throws Exception {
    assertThat(Fixture.table(Fixture.read("opass.json", "Asia/Taipei")))
        .containsExactly("04 08:30–04 09:00 | 大廳 + 小廳 | 開幕 | 王安", "04 09:00–04 09:30 | 小廳 | 帆");
  }

  @Test
  void rooms_may_enclose_their_sessions_and_offsets_be_false() throws Exception {
    assertThat(Fixture.table(Fixture.read("signage.json", "Europe/London", true)))
        .containsExactly(
            "03 10:00–03 11:00 | Pier | Sails", "03 10:30–03 11:30 | The Hold | Ropes");
    assertThat(Fixture.table(Fixture.read("signage.json", "Europe/London", false)))
        .containsExactly(
            "03 11:00–03 12:00 | Pier | Sails", "03 11:30–03 12:30 | The Hold | Ropes");
  }

  @Test
  void an_event_of_schema_org_is_what_it_holds() throws Exception {
    Reading reading = Fixture.read("events.jsonld", "Europe/Brussels");
    assertThat(reading.format()).isEqualTo("json-ld");
    assertThat(reading.programme().event().name()).isEqualTo("Harbour Days");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 09:45 | Pier | Sails | Ann Oar", "03 10:00–03 10:30 | Hold | Ropes");
  }

  @Test
  void a_web_page_may_hold_its_events_for_machines() throws Exception {
    String page =
        "<!DOCTYPE html>\n<html><head><script type='application/ld+json'>"
            + new String(Fixture.bytes("events.jsonld"), StandardCharsets.UTF_8)
            + "</script></head><body><p>09:00</p></body></html>";
    assertThat(read(page).format()).isEqualTo("json-ld");
    assertThat(read(page).programme().sessions()).hasSize(2);
  }

  @Test
  void a_session_that_is_held_twice_is_two() throws Exception {
    Reading reading =
        read(
            "[{\"id\": 5, \"title\": \"Sails\", \"speaker\": \"Ann Oar\", \"occurrences\": ["
                + "{\"id\": 1, \"start_date\": \"2024-05-03 09:00\", \"end_date\": \"2024-05-03 10:00\", \"venue\": \"A\"},"
                + "{\"id\": 2, \"start_date\": \"2024-05-04 09:00\", \"end_date\": \"2024-05-04 10:00\", \"venue\": \"B\"}]}]");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 09:00–03 10:00 | A | Sails | Ann Oar", "04 09:00–04 10:00 | B | Sails | Ann Oar");
    assertThat(reading.programme().sessions()).extracting(Session::id).containsExactly("5", "5-2");
  }

  @Test
  void an_ontime_rundown_is_on_the_date_that_its_project_names() throws Exception {
    Reading reading = Fixture.read("ontime.json", "Europe/Brussels");
    assertThat(reading.format()).isEqualTo("ontime");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "03 22:00–03 23:00 | Room to be announced | First act",
            "04 00:30–04 01:00 | Room to be announced | Encore");
    assertThat(Fixture.codes(reading)).containsExactly("skipped");
  }

  @Test
  void an_ontime_rundown_without_a_date_says_what_it_lacks() {
    String dateless =
        new String(Fixture.bytes("ontime.json"), StandardCharsets.UTF_8)
            .replace("On 3 May 2024 at the pier", "");
    assertThatThrownBy(() -> read(dateless))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("Ontime project with 3 events")
        .hasMessageContaining("no date");
  }

  @Test
  void a_broken_file_is_refused_at_its_line() {
    assertThatThrownBy(() -> read("{\"schedule\": {\n\"conference\": {\n\"days\": [}"))
        .isInstanceOfSatisfying(
            UnreadableProgramme.class, refused -> assertThat(refused.line()).isEqualTo(3));
  }

  @Test
  void rooms_in_the_wrong_place_are_a_warning() throws Exception {
    String misplaced =
        new String(Fixture.bytes("schedule.json"), StandardCharsets.UTF_8)
            .replace("\"version\": \"1.0\"", "\"rooms\": [{\"name\": \"Pier\"}]");
    assertThat(Fixture.codes(read(misplaced))).contains("misplaced");
  }

  @Test
  void our_own_json_is_not_taken_for_that_of_others() throws Exception {
    String own =
        "{\"sessions\": [{\"title\": \"A\", \"start\": \"2024-05-03T09:00\", \"end\": \"2024-05-03T10:00\"}]}";
    assertThat(read(own).format()).isEqualTo("json");
    assertThat(Fixture.codes(read(own))).isEqualTo(List.of("event-name", "timezone"));
  }

  private static Reading read(String json) throws UnreadableProgramme {
    return Programmes.read("x", json.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }
}
