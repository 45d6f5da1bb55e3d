package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.callboard.programme.Day;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlReaderTest {

  @Test
  void without_dates_a_start_is_on_its_day_or_in_the_night_after_it() throws Exception {
    Reading reading = Fixture.read("pentabarf.xml", "Europe/Brussels");
    assertThat(reading.format()).isEqualTo("schedule.xml");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "29 10:00–29 10:45 | Pier | Opening & café | Ann Oar, Bo Rudder",
            "30 00:30–30 03:00 | Mast room, upper deck | Night sailing",
            "30 09:00–30 11:00 | Pier | Knots",
            "30 11:00–30 11:00 | Pier | Bell");
    assertThat(Fixture.codes(reading)).containsExactly("empty-room", "no-end");
  }

  @Test
  void what_a_conference_says_of_itself_is_read() throws Exception {
    Programme programme = Fixture.read("pentabarf.xml", "Europe/Brussels").programme();
    assertThat(programme.event().name()).isEqualTo("Harbour Days");
    assertThat(programme.event().subtitle()).isEqualTo("Boats and bytes");
    assertThat(programme.event().venue()).isEqualTo("Old Customs House, Ostend");
    assertThat(programme.days())
        .extracting(Day::label)
        .containsExactly("Saturday 29 March", "Sunday 30 March");
    Session opening = programme.session("11").orElseThrow();
    assertThat(opening.kind()).isEqualTo(Kind.KEYNOTE);
    assertThat(opening.description()).isEqualTo("All aboard.");
  }

  @Test
  void an_offset_is_believed_and_the_own_zone_of_the_file_counts_before_the_configured_one()
      throws Exception {
    Reading reading = Fixture.read("frab.xml", "Asia/Tokyo");
    assertThat(Fixture.table(reading))
        .containsExactly(
            "26 09:00–26 10:00 | Pier | Welcome | Ann Oar",
            "26 12:00–26 12:30 | Pier | Lunch",
            "27 01:30–28 01:30 | Engine room | Night watch",
            "27 02:30–27 03:00 | Room to be announced | Twice in a night");
    assertThat(Fixture.codes(reading))
        .containsExactly("unscheduled", "long", "duplicate-id", "bad-time");
  }

  @Test
  void warnings_say_their_line() throws Exception {
    assertThat(Fixture.read("frab.xml", "UTC").warnings())
        .filteredOn(warning -> warning.code().equals("bad-time"))
        .extracting(Warning::line)
        .containsExactly(34);
  }

  @Test
  void a_guid_is_the_id_before_a_number_is() throws Exception {
    assertThat(Fixture.read("frab.xml", "UTC").programme().sessions())
        .extracting(Session::id)
        .contains("0f6a5a5e-7a51-4b41-9a3c-9ad0d9b30a01", "5");
  }

  @Test
  void days_keep_their_span_and_grow_to_hold_what_is_on_their_date() throws Exception {
    assertThat(Fixture.read("frab.xml", "UTC").programme().days())
        .extracting(day -> day.label() + " " + day.span().start())
        .containsExactly("Saturday 26 October 2024-10-26T06:00:00Z");
  }

  @Test
  void times_within_markup_are_found() throws Exception {
    Reading reading = Fixture.read("views.xml", "America/Los_Angeles");
    assertThat(reading.format()).isEqualTo("xml");
    assertThat(Fixture.table(reading))
        .containsExactly("14 09:30–14 10:30 | Quay A | Ropes | Ann Oar, Bo Rudder");
    assertThat(Fixture.codes(reading)).containsExactly("name", "unscheduled");
  }

  @Test
  void a_list_of_rooms_is_one_only_where_each_is_a_room_by_itself() throws Exception {
    assertThat(Fixture.table(Fixture.read("entries.xml", "Europe/Berlin")))
        .containsExactly(
            "21 09:30–21 10:00 | Deck + Hold | Breakfast",
            "21 10:00–21 11:00 | Deck | Sails | Ann Oar",
            "21 10:00–21 11:00 | Hold | Anchors",
            "21 11:30–21 12:30 | Bridge, port side | Charts");
  }

  @ParameterizedTest
  @CsvSource({
    "00:45,PT45M",
    "1:30,PT1H30M",
    "25:00,PT25H",
    "01:30:00,PT1H30M",
    "1:00:00:00,PT24H",
    "90,PT1H30M",
    "PT1H30M,PT1H30M",
    "45 min,PT45M"
  })
  void a_length_is_written_in_many_ways(String text, Duration length) {
    assertThat(ClockTime.length(text)).contains(length);
  }

  @ParameterizedTest
  @CsvSource({
    "9:05,PT9H5M",
    "0930,PT9H30M",
    "24:00,PT24H",
    "12:15 am,PT15M",
    "1.30 p.m.,PT13H30M",
    "09:30:00,PT9H30M"
  })
  void so_is_a_time_of_day(String text, Duration time) {
    assertThat(ClockTime.ofDay(text)).contains(time);
  }

  @Test
  void two_files_of_which_one_has_false_offsets_read_the_same() throws Exception {
    String local = event("<date>2024-05-03T09:00:00Z</date>");
    Programme programme =
        Programmes.read(
                "x",
                local.getBytes(StandardCharsets.UTF_8),
                new ReadingOptions(Optional.of(ZoneId.of("Europe/Brussels")), true, Map.of()))
            .programme();
    assertThat(programme.sessions().get(0).span().start()).hasToString("2024-05-03T07:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16", "ISO-8859-1"})
  void the_encoding_that_it_declares_counts(String encoding) throws Exception {
    String xml = "<?xml version='1.0' encoding='" + encoding + "'?>" + event("<start>9:00</start>");
    Reading reading = Programmes.read("x", xml.getBytes(encoding), Optional.empty());
    assertThat(reading.programme().event().name()).isEqualTo("Fête");
  }

  @Test
  void a_mark_before_the_text_is_no_part_of_it() throws Exception {
    assertThat(read("\uFEFF<?xml version='1.0'?>" + event("<start>9:00</start>")).warnings())
        .extracting(Warning::code)
        .containsExactly("no-timezone", "no-end");
  }

  @Test
  void what_is_not_well_formed_is_read_as_well_as_can_be() throws Exception {
    String broken = event("<start>9:00</start>").replace("Talk", "Q & A").replace("</room>", "");
    Reading reading = read("\n  " + broken);
    assertThat(reading.programme().sessions()).extracting(Session::title).containsExactly("Q & A");
    assertThat(reading.warnings()).extracting(Warning::code).contains("malformed");
  }

  @Test
  void letters_that_only_html_names_are_read() throws Exception {
    assertThat(read(event("<start>9:00</start>").replace("Talk", "Caf&eacute;")).programme())
        .extracting(programme -> programme.sessions().get(0).title())
        .isEqualTo("Café");
  }

  @Test
  void a_schedule_without_events_says_so() {
    assertThatThrownBy(() -> read("<schedule><conference><title>A</title></conference></schedule>"))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("schedule.xml without events");
  }

  private static String event(String time) {
    return "<schedule><conference><title>Fête</title></conference><day date='2024-05-03'>"
        + "<room name='R'><event id='1'><title>Talk</title>"
        + time
        + "</event></room></day></schedule>";
  }

  private static Reading read(String xml) throws UnreadableProgramme {
    return Programmes.read("x", xml.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }
}
