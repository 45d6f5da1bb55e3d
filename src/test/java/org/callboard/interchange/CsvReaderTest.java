package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.programme.Kind;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final String TABLE =
      "ID,Title,Date,Start,End,Room,Speakers\n"
          + "a1,\"Bread, and more\",2025-03-31,09:00,09:45,Hall A,Ann Baker\n"
          + "a2,Tea,2025-03-31,10:00,10:30,Hall B,\"Bob Cook, Cem Demir\"\n";

  @Test
  void each_row_under_the_headings_is_a_session() throws Exception {
    Reading reading = read(TABLE);
    assertThat(reading.format()).isEqualTo("csv");
    assertThat(titles(reading)).containsExactly("Bread, and more", "Tea");
    Session tea = reading.programme().sessions().get(1);
    assertThat(tea.id()).isEqualTo("a2");
    assertThat(tea.span())
        .hasToString("Span[start=2025-03-31T08:00:00Z, end=2025-03-31T08:30:00Z]");
    assertThat(tea.people()).extracting(Slot::name).containsExactly("Bob Cook", "Cem Demir");
    assertThat(rooms(reading)).containsExactly("Hall A", "Hall B");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void every_delimiter_is_found(String delimiter) throws Exception {
    String table = TABLE.replace(", ", "§").replace(",", delimiter).replace("§", ", ");
    assertThat(titles(read(table))).containsExactly("Bread, and more", "Tea");
    assertThat(titles(read("sep=" + delimiter + "\n" + table))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void every_line_end_is_read(String lineEnd) throws Exception {
    assertThat(titles(read(TABLE.replace("\n", lineEnd)))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
  void every_encoding_is_read(String encoding) throws Exception {
    byte[] bytes = TABLE.replace("Tea", "Thé d’été").getBytes(Charset.forName(encoding));
    Reading reading = Programmes.read("a.csv", bytes, Optional.of(BRUSSELS));
    assertThat(titles(reading)).containsExactly("Bread, and more", "Thé d’été");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Title,Date,Start,End,Room",
        "Titre,Jour,Heure de début,Heure de fin,Salle",
        "Título,Fecha,Hora de inicio,Hora de fin,Sala",
        "Başlık,Tarih,Başlangıç saati,Bitiş,Salon",
        "Titel,Datum,Begintijd,Eindtijd,Zaal",
        "Titel,Tag,Beginn,Ende,Raum",
        "Titolo,Data,Ora inizio,Ora fine,Sala",
        "SESSION NAME (required),Session Date,Session Start,Session End,Location *",
      })
  void headings_are_known_in_many_languages(String headings) throws Exception {
    Reading reading = read(headings + "\nTea,2025-03-31,10:00,10:30,Hall\n");
    assertThat(reading.programme().sessions().get(0).span())
        .hasToString("Span[start=2025-03-31T08:00:00Z, end=2025-03-31T08:30:00Z]");
    assertThat(rooms(reading)).containsExactly("Hall");
    assertThat(message(reading, "columns")).contains("title from", "room from");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-03-31 10:00 | 2025-03-31T08:00:00Z",
        "2025-03-31T10:00:00 | 2025-03-31T08:00:00Z",
        "2025-03-31T10:00:00Z | 2025-03-31T10:00:00Z",
        "2025-03-31 10:00:00+02:00 | 2025-03-31T08:00:00Z",
        "2025-03-31 10:00:00 +0300 | 2025-03-31T07:00:00Z",
        "31/03/2025 10:00 | 2025-03-31T08:00:00Z",
        "31.3.25 10.00 Uhr | 2025-03-31T08:00:00Z",
        "3/31/25 10:00 PM | 2025-03-31T20:00:00Z",
        "3/31/2025 12:00 am | 2025-03-30T22:00:00Z",
        "31-03-2025 10h00 | 2025-03-31T08:00:00Z",
        "2025/3/31 10:00 | 2025-03-31T08:00:00Z",
        "20250331T100000 | 2025-03-31T08:00:00Z",
        "Monday 31 March 2025 10:00 | 2025-03-31T08:00:00Z",
        "March 31, 2025 10:00 AM | 2025-03-31T08:00:00Z",
        "lundi 31 mars 2025 10h | 2025-03-31T08:00:00Z",
        "31 Mart 2025 10:00 | 2025-03-31T08:00:00Z",
        "45747.4166666667 | 2025-03-31T08:00:00Z",
        "45747,4166666667 | 2025-03-31T08:00:00Z",
        "2025-03-31 24:00 | 2025-03-31T22:00:00Z",
      })
  void a_start_is_read_in_every_way_that_it_is_written(String start, String instant)
      throws Exception {
    Reading reading = read("Title;Start;Duration\nTea;" + start + ";30\n");
    assertThat(reading.programme().sessions().get(0).span().start()).hasToString(instant);
  }

  @ParameterizedTest
  @CsvSource({
    "45,45",
    "45 min,45",
    "0:45,45",
    "1h30,90",
    "1.5 h,90",
    "PT45M,45",
    "0.03125,45",
    "1:30:00,90",
    "2 heures,120"
  })
  void a_length_is_read_in_every_way_that_it_is_written(String length, long minutes)
      throws Exception {
    Reading reading = read("Title;Start;Duration\nTea;2025-03-31 10:00;" + length + "\n");
    assertThat(reading.programme().sessions().get(0).span().length().toMinutes())
        .isEqualTo(minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "10:00-10:30,08:00,08:30",
    "9 – 10:30,07:00,08:30",
    "9:30–11 pm,19:30,21:00",
    "11 - 1 pm,09:00,11:00",
    "23:00-00:30,21:00,22:30"
  })
  void a_cell_may_hold_start_and_end(String time, String start, String end) throws Exception {
    Reading reading =
        read("Title;Date;Time\nTea;2025-03-31;" + time + "\nX;2025-03-31;09:00-09:05\n");
    Session tea =
        reading.programme().sessions().stream()
            .filter(s -> s.title().equals("Tea"))
            .findFirst()
            .orElseThrow();
    assertThat(tea.span())
        .hasToString("Span[start=2025-03-31T" + start + ":00Z, end=2025-03-31T" + end + ":00Z]");
  }

  @ParameterizedTest
  @CsvSource({
    "4/3/16,4/7/16,2016-04-03,true",
    "3/4/16,7/4/16,2016-04-03,true",
    "13/4/16,2/5/16,2016-04-13,false",
    "4/13/16,5/2/16,2016-04-13,false",
    "3.4.16,7.5.16,2016-04-03,false"
  })
  void all_dates_together_tell_whether_the_month_comes_first(
      String one, String other, String first, boolean isGuessed) throws Exception {
    Reading reading =
        read("Title,Date,Start,End\nA," + one + ",12:00,13:00\nB," + other + ",12:00,13:00\n");
    assertThat(reading.programme().sessions().get(0).span().start())
        .hasToString(first + "T10:00:00Z");
    assertThat(codes(reading).contains("date-order")).isEqualTo(isGuessed);
  }

  @Test
  void a_date_holds_for_the_rows_below_it() throws Exception {
    Reading reading =
        read(
            "Title,Date,Start,End\nA,2025-03-31,12:00,13:00\nB,,14:00,15:00\n,1 April 2025,,\nC,,09:00,10:00\n");
    assertThat(reading.programme().sessions())
        .extracting(session -> session.span().start().toString())
        .containsExactly("2025-03-31T10:00:00Z", "2025-03-31T12:00:00Z", "2025-04-01T07:00:00Z");
  }

  @Test
  void rows_of_help_above_the_headings_are_passed_over_with_a_warning() throws Exception {
    Reading reading = read("How to fill this in,,,,,,\n,,,,,,\nWrite one row each,,,,,,\n" + TABLE);
    assertThat(titles(reading)).hasSize(2);
    assertThat(codes(reading)).contains("help-rows");
  }

  @Test
  void a_mapping_says_which_column_is_which() throws Exception {
    String table = "Alpha,Beta,Gamma,Title\n10:00,Tea,Kitchen,not this\n";
    Map<String, String> columns =
        Map.of("start", "Alpha", "title", "beta", "room", "Gamma", "date", "2025-03-31");
    Reading reading = read(table, columns);
    assertThat(titles(reading)).containsExactly("Tea");
    assertThat(rooms(reading)).containsExactly("Kitchen");
    assertThat(reading.programme().sessions().get(0).span().start())
        .hasToString("2025-03-31T08:00:00Z");
  }

  @Test
  void a_mapping_that_fits_nothing_says_so() {
    assertThatThrownBy(() -> read(TABLE, Map.of("title", "Nowhere")))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("Nowhere");
    assertThatThrownBy(() -> read(TABLE, Map.of("colour", "Title")))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("colour")
        .hasMessageContaining("title");
  }

  @Test
  void a_table_without_dates_says_what_to_do() {
    assertThatThrownBy(() -> read("Title,Start,End\nTea,10:00,11:00\n"))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("date: 2025-03-31");
  }

  @Test
  void a_row_without_a_start_begins_when_the_one_above_ends_if_it_has_a_length() throws Exception {
    Reading reading = read("Title,Date,Start,Duration\nA,2025-03-31,10:00,20\nB,,,10\nLater,,,\n");
    assertThat(reading.programme().sessions())
        .extracting(session -> session.span().start().toString())
        .containsExactly("2025-03-31T08:00:00Z", "2025-03-31T08:20:00Z");
    assertThat(codes(reading)).contains("unscheduled");
  }

  @Test
  void a_dot_or_a_dash_is_no_room() throws Exception {
    assertThat(rooms(read(TABLE.replace("Hall A", ".").replace("Hall B", "-"))))
        .containsExactly(Programmes.ROOM_UNKNOWN);
  }

  @Test
  void a_calendar_table_may_hold_whole_days() throws Exception {
    Reading reading =
        read(
            "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Location\n"
                + "Fair,03/31/2025,,04/01/2025,,True,Park\n"
                + "Tea,03/31/2025,10:00 AM,03/31/2025,11:00 AM,False,Hall\n");
    assertThat(reading.programme().sessions())
        .extracting(Session::kind, session -> session.span().length().toHours())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Kind.ALL_DAY, 48L),
            org.assertj.core.groups.Tuple.tuple(Kind.BREAK, 1L));
  }

  @Test
  void a_grid_of_times_and_rooms_is_read() throws Exception {
    Reading reading =
        read(
            "Time,Room A,Room B,Room A speakers\n"
                + "MONDAY - March 31 2025,,,\n"
                + ",Red Hall,Blue Hall,\n"
                + "9:00: AM,Welcome,,\n"
                + "9:30 AM,Bread,Butter,Ann Baker\n"
                + "10:30 AM,Tea,Tea,\n"
                + "Tuesday 1 April 2025,,,\n"
                + "9:00 AM,Jam,Honey,\n");
    assertThat(titles(reading))
        .containsExactly("Welcome", "Bread", "Butter", "Tea", "Jam", "Honey");
    assertThat(rooms(reading)).containsExactly("Red Hall", "Blue Hall");
    assertThat(reading.programme().sessions().get(0).rooms()).hasSize(2);
    assertThat(reading.programme().sessions().get(1).people())
        .extracting(Slot::name)
        .containsExactly("Ann Baker");
    assertThat(reading.programme().sessions().get(1).span())
        .hasToString("Span[start=2025-03-31T07:30:00Z, end=2025-03-31T08:30:00Z]");
    assertThat(codes(reading)).contains("columns", "whole-row", "no-end");
  }

  @Test
  void a_grid_without_a_year_takes_that_of_the_file_name_or_asks() throws Exception {
    String grid = "Time,Red,Blue\nMonday March 31,,\n9:00,A,B\n10:00,C,D\n";
    Reading reading =
        Programmes.read(
            "conf2025.csv", grid.getBytes(StandardCharsets.UTF_8), Optional.of(BRUSSELS));
    assertThat(reading.programme().sessions().get(0).span().start())
        .hasToString("2025-03-31T07:00:00Z");
    assertThat(codes(reading)).contains("no-year");
    assertThatThrownBy(() -> read(grid)).hasMessageContaining("year: 2025");
    assertThat(titles(read(grid, Map.of("year", "2025")))).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A day\n\n09:00 – 10:00 Welcome, all, of, you\n10:00 – 11:00 Tea, and cake\n",
        "| Time | Title |\n|------|-------|\n| 09:00 – 10:00 | A |\n"
      })
  void prose_is_no_table(String text) throws Exception {
    assertThat(new CsvReader().recognises(new Source(text.getBytes(StandardCharsets.UTF_8))))
        .isFalse();
  }

  private static Reading read(String table) throws UnreadableProgramme {
    return read(table, Map.of());
  }

  private static Reading read(String table, Map<String, String> columns)
      throws UnreadableProgramme {
    return new CsvReader()
        .read(
            new Source(table.getBytes(StandardCharsets.UTF_8)),
            new ReadingOptions(Optional.of(BRUSSELS), false, columns));
  }

  private static List<String> titles(Reading reading) {
    return reading.programme().sessions().stream().map(Session::title).toList();
  }

  private static List<String> rooms(Reading reading) {
    return reading.programme().rooms().stream().map(Room::name).toList();
  }

  private static List<String> codes(Reading reading) {
    return reading.warnings().stream().map(Warning::code).toList();
  }

  private static String message(Reading reading, String code) {
    return reading.warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .findFirst()
        .orElseThrow()
        .message();
  }

  @Test
  void a_column_that_repeats_a_room_in_another_language_is_no_room() throws Exception {
    Reading reading =
        Programmes.read(
            "2023.csv",
            ("Time,Pier,Hall,Pier Es,Hall Es\n"
                    + "Saturday 4 March,,,,\n"
                    + "9:00 am,Wind,Ropes,Viento,Cuerdas\n"
                    + "10:00 am,Sails,Keels,Velas,Quillas\n"
                    + "11:00 am,Break,,,\n")
                .getBytes(StandardCharsets.UTF_8),
            Optional.of(BRUSSELS));
    assertThat(rooms(reading)).containsExactly("Pier", "Hall");
    assertThat(titles(reading)).containsExactly("Wind", "Ropes", "Sails", "Keels", "Break");
    assertThat(reading.warnings().get(0).message()).contains("Pier Es, Hall Es");
  }

  @Test
  void days_may_be_marked_up_and_noon_may_be_said_in_words() throws Exception {
    Reading reading =
        Programmes.read(
            "2020.csv",
            ("Time,Speakers,Session\n"
                    + "<h2>WEDNESDAY -   MAY 13 - DAY 1</h2>,,\n"
                    + "7am PST · 10am EST,Ann Oar,Wind\n"
                    + "12noon PST · 3pm EST,Bo Rudder,Sails\n"
                    + "12.20noon PST · 3.20pm EST,Bo Rudder,Keels\n")
                .getBytes(StandardCharsets.UTF_8),
            Optional.of(ZoneId.of("UTC")));
    assertThat(Fixture.table(reading))
        .extracting(line -> line.substring(0, 8))
        .containsExactly("13 07:00", "13 12:00", "13 12:20");
  }
}
