package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.programme.Kind;
import org.callboard.programme.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarReaderTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String OUTLOOK =
      """
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20240601T100000Z | 2024-06-01T10:00:00Z",
        "DTSTART:20240601T100000 | 2024-06-01T08:00:00Z",
        "DTSTART;TZID=Europe/London:20240601T100000 | 2024-06-01T09:00:00Z",
        "DTSTART;TZID=\"Europe/London\";VALUE=DATE-TIME:20240601T100000 | 2024-06-01T09:00:00Z",
        "DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/London:20240601T100000 | 2024-06-01T09:00:00Z",
        "DTSTART;TZID=America/Argentina/Buenos_Aires:20240601T100000 | 2024-06-01T13:00:00Z",
        "DTSTART;TZID=Romance Standard Time:20240601T100000 | 2024-06-01T08:00:00Z",
        "DTSTART;TZID=Customized Time Zone:20240601T100000 | 2024-06-01T08:00:00Z",
        "DTSTART;TZID=Customized Time Zone:20240101T100000 | 2024-01-01T09:00:00Z",
        "DTSTART;TZID=Customized Time Zone:20241027T023000 | 2024-10-27T00:30:00Z",
        "DTSTART;TZID=Customized Time Zone:20240331T023000 | 2024-03-31T01:30:00Z",
        "DTSTART;TZID=Europe/Berlin:20241027T023000 | 2024-10-27T00:30:00Z",
        "DTSTART;TZID=Europe/Berlin:20240331T023000 | 2024-03-31T01:30:00Z",
        "DTSTART;TZID=UTC+02:00:20240601T100000 | 2024-06-01T08:00:00Z",
        "DTSTART;TZID=Europe-London:20240601T100000 | 2024-06-01T09:00:00Z",
        "DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Rome:20240601T100000 | 2024-06-01T08:00:00Z",
        "DTSTART:20240601T1000 | 2024-06-01T08:00:00Z",
        "DTSTART:2024-06-01T10:00:00+02:00 | 2024-06-01T08:00:00Z",
        "DTSTART:20240601T240000Z | 2024-06-02T00:00:00Z",
      })
  void a_start_is_an_instant_in_every_way_that_it_is_written(String start, String instant)
      throws Exception {
    String calendar = calendar(OUTLOOK + event("UID:1", start, "DURATION:PT1H", "SUMMARY:A"));
    assertThat(read(calendar).programme().sessions())
        .extracting(session -> session.span().start())
        .containsExactly(Instant.parse(instant));
  }

  @Test
  void the_zone_of_the_calendar_counts_before_the_configured_one() throws Exception {
    Reading reading =
        read(calendar("X-WR-TIMEZONE:Asia/Tokyo\n" + event("DTSTART:20240601T100000")));
    assertThat(reading.programme().event().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(starts(reading)).containsExactly(Instant.parse("2024-06-01T01:00:00Z"));
  }

  @Test
  void an_unknown_zone_is_the_configured_one_with_a_warning() throws Exception {
    Reading reading = read(calendar(event("DTSTART;TZID=Foo/Bar:20240601T100000")));
    assertThat(starts(reading)).containsExactly(Instant.parse("2024-06-01T08:00:00Z"));
    assertThat(codes(reading)).contains("timezone");
  }

  @Test
  void false_offsets_are_local_times_when_someone_says_so() throws Exception {
    ReadingOptions options = new ReadingOptions(Optional.of(BERLIN), true, Map.of());
    byte[] bytes = calendar(event("DTSTART:20240601T100000Z")).getBytes(StandardCharsets.UTF_8);
    assertThat(starts(Programmes.read("a.ics", bytes, options)))
        .containsExactly(Instant.parse("2024-06-01T08:00:00Z"));
  }

  @Test
  void an_event_brings_its_title_room_text_organiser_and_id() throws Exception {
    Session session =
        only(
            event(
                "UID:talk-7@example.org",
                "DTSTART:20240601T100000",
                "DTEND:20240601T103000",
                "SUMMARY;LANGUAGE=en:Bread\\, butter\\; and jam",
                "LOCATION:Hall  A\\, first floor ",
                "DESCRIPTION:One\\nTwo",
                "CATEGORIES:Workshop",
                "ORGANIZER;CN=\"Baker, Ann\":mailto:ann@example.org"));
    assertThat(session.id()).isEqualTo("talk-7@example.org");
    assertThat(session.title()).isEqualTo("Bread, butter; and jam");
    assertThat(session.description()).isEqualTo("One\nTwo");
    assertThat(session.organiser()).isEqualTo("Baker, Ann");
    assertThat(session.kind()).isEqualTo(Kind.BREAKOUT);
    assertThat(session.span().end()).isEqualTo(Instant.parse("2024-06-01T08:30:00Z"));
  }

  @Test
  void a_location_is_one_room_commas_and_all() throws Exception {
    Reading reading =
        read(calendar(event("DTSTART:20240601T100000", "LOCATION:Hall  A\\, first floor ")));
    assertThat(reading.programme().rooms())
        .extracting(room -> room.name())
        .containsExactly("Hall A, first floor");
  }

  @Test
  void an_html_description_serves_where_there_is_no_other() throws Exception {
    assertThat(
            only(event(
                    "DTSTART:20240601T100000",
                    "X-ALT-DESC;FMTTYPE=text/html:<p>One <b>two</b></p>"))
                .description())
        .isEqualTo("One two");
  }

  @Test
  void a_whole_day_is_counted_and_is_of_its_own_kind() throws Exception {
    Session day = only(event("DTSTART;VALUE=DATE:20240601"));
    assertThat(day.kind()).isEqualTo(Kind.ALL_DAY);
    assertThat(day.span().start()).isEqualTo(Instant.parse("2024-05-31T22:00:00Z"));
    assertThat(day.span().end()).isEqualTo(Instant.parse("2024-06-01T22:00:00Z"));
  }

  @Test
  void a_whole_day_makes_no_conference_day_beside_sessions_with_a_time() throws Exception {
    Reading reading =
        read(
            calendar(
                event("DTSTART;VALUE=DATE:20240601", "DTEND;VALUE=DATE:20240604")
                    + event("DTSTART:20240602T100000", "DURATION:PT1H")));
    assertThat(reading.programme().days()).hasSize(1);
    assertThat(reading.programme().days().get(0).span().start())
        .isEqualTo(Instant.parse("2024-06-02T08:00:00Z"));
  }

  @Test
  void a_duration_may_be_in_nominal_days() throws Exception {
    assertThat(only(event("DTSTART:20240330T120000", "DURATION:P1DT30M")).span().end())
        .isEqualTo(Instant.parse("2024-03-31T10:30:00Z"));
  }

  @Test
  void an_event_without_an_end_lasts_until_the_next_in_its_room() throws Exception {
    Reading reading =
        read(
            calendar(
                event("DTSTART:20240601T100000", "LOCATION:A")
                    + event("DTSTART:20240601T112000", "DURATION:PT5M", "LOCATION:A")));
    assertThat(reading.programme().sessions().get(0).span().end())
        .isEqualTo(Instant.parse("2024-06-01T09:20:00Z"));
    assertThat(codes(reading)).contains("no-end");
  }

  @Test
  void an_event_that_ends_before_it_starts_has_no_length() throws Exception {
    Reading reading = read(calendar(event("DTSTART:20240601T100000", "DTEND:20240601T090000")));
    assertThat(reading.programme().sessions().get(0).span().length()).isZero();
    assertThat(codes(reading)).containsExactly("end-before-start");
  }

  @Test
  void what_is_cancelled_is_left_out_with_a_warning() throws Exception {
    Reading reading =
        read(
            calendar(
                event("DTSTART:20240601T100000", "DURATION:PT1H", "STATUS:CANCELLED")
                    + event("DTSTART:20240601T110000", "DURATION:PT1H")));
    assertThat(reading.programme().sessions()).hasSize(1);
    assertThat(codes(reading)).contains("cancelled");
  }

  @Test
  void what_has_no_start_is_counted_as_unscheduled() throws Exception {
    Reading reading =
        read(calendar(event("SUMMARY:Later") + event("DTSTART:20240601T110000", "DURATION:PT1H")));
    assertThat(reading.programme().sessions()).hasSize(1);
    assertThat(codes(reading)).contains("unscheduled");
  }

  @Test
  void a_rule_keeps_local_time_over_a_clock_change() throws Exception {
    assertThat(
            starts(
                read(
                    calendar(
                        event(
                            "DTSTART;TZID=Europe/Berlin:20240329T100000",
                            "DURATION:PT1H",
                            "RRULE:FREQ=DAILY;COUNT=4",
                            "EXDATE;TZID=Europe/Berlin:20240330T100000")))))
        .containsExactly(
            Instant.parse("2024-03-29T09:00:00Z"),
            Instant.parse("2024-03-31T08:00:00Z"),
            Instant.parse("2024-04-01T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UNTIL=20240603T080000Z", "UNTIL=20240603", "UNTIL=20240603T100000", "COUNT=3"})
  void a_rule_ends_where_it_says(String end) throws Exception {
    Reading reading =
        read(
            calendar(event("DTSTART:20240601T100000", "DURATION:PT1H", "RRULE:FREQ=DAILY;" + end)));
    assertThat(reading.programme().sessions()).hasSize(3);
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void one_time_of_a_series_may_be_changed_or_called_off() throws Exception {
    Reading reading =
        read(
            calendar(
                event(
                        "UID:s",
                        "DTSTART:20240601T100000",
                        "DTEND:20240601T110000",
                        "SUMMARY:Yoga",
                        "RRULE:FREQ=DAILY;COUNT=3")
                    + event(
                        "UID:s",
                        "RECURRENCE-ID:20240602T100000",
                        "DTSTART:20240602T150000",
                        "DTEND:20240602T160000",
                        "SUMMARY:Yoga outside")
                    + event(
                        "UID:s",
                        "RECURRENCE-ID:20240603T100000",
                        "DTSTART:20240603T100000",
                        "STATUS:CANCELLED")));
    assertThat(reading.programme().sessions())
        .extracting(Session::id, Session::title)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("s-20240601T100000", "Yoga"),
            org.assertj.core.groups.Tuple.tuple("s-20240602T100000", "Yoga outside"));
  }

  @Test
  void dates_may_be_listed_beside_a_rule() throws Exception {
    assertThat(
            starts(
                read(
                    calendar(
                        event(
                            "DTSTART:20240601T100000",
                            "DURATION:PT1H",
                            "RDATE:20240605T120000,20240607T120000Z",
                            "RDATE;VALUE=DATE:20240609")))))
        .extracting(Instant::toString)
        .containsExactly(
            "2024-06-01T08:00:00Z",
            "2024-06-05T10:00:00Z",
            "2024-06-07T12:00:00Z",
            "2024-06-09T08:00:00Z");
  }

  @Test
  void an_endless_rule_is_read_for_two_years_with_a_warning() throws Exception {
    Reading reading =
        read(calendar(event("DTSTART:20240601T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY")));
    assertThat(reading.programme().sessions()).hasSize(105);
    assertThat(codes(reading)).containsExactly("repeats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\r\r\n"})
  void every_line_end_is_read(String lineEnd) throws Exception {
    String calendar =
        calendar(event("DTSTART:20240601T100000", "DURATION:PT1H", "SUMMARY:One", " , two"))
            .replace("\n", lineEnd);
    assertThat(read(calendar).programme().sessions().get(0).title()).isEqualTo("One, two");
  }

  @Test
  void a_fold_may_cut_a_character_in_two() throws Exception {
    byte[] whole =
        calendar(event("DTSTART:20240601T100000", "DURATION:PT1H", "SUMMARY:Café"))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream folded = new ByteArrayOutputStream();
    for (byte each : whole) {
      folded.write(each);
      if ((each & 0xFF) == 0xC3) {
        folded.writeBytes("\r\n ".getBytes(StandardCharsets.US_ASCII));
      }
    }
    Reading reading = Programmes.read("a.ics", folded.toByteArray(), Optional.of(BERLIN));
    assertThat(reading.programme().sessions().get(0).title()).isEqualTo("Café");
    assertThat(reading.warnings()).isEmpty();
  }

  @Test
  void lines_that_nobody_folded_go_on_with_the_one_above() throws Exception {
    Reading reading =
        read(
            calendar(
                event(
                    "DTSTART:20240601T100000",
                    "DURATION:PT1H",
                    "DESCRIPTION:First",
                    "Note: second",
                    "- third",
                    "LOCATION:Hall")));
    Session session = reading.programme().sessions().get(0);
    assertThat(session.description()).isEqualTo("First\nNote: second\n- third");
    assertThat(reading.programme().rooms()).hasSize(1);
    assertThat(reading.warnings())
        .extracting(Warning::line, Warning::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(8, "folding"));
  }

  @Test
  void a_line_in_another_encoding_garbles_no_other() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240601T100000Z\nDURATION:PT1H\nSUMMARY:Café ☕\nLOCATION:"
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("Théâtre\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes("END:VEVENT\nEND:VCALENDAR\n".getBytes(StandardCharsets.UTF_8));
    Reading reading = Programmes.read("a.ics", bytes.toByteArray(), Optional.of(BERLIN));
    assertThat(reading.programme().sessions().get(0).title()).isEqualTo("Café ☕");
    assertThat(reading.programme().rooms().get(0).name()).isEqualTo("Théâtre");
    assertThat(codes(reading)).containsExactly("encoding");
  }

  @Test
  void an_end_that_is_missing_hides_no_event() throws Exception {
    Reading reading =
        read(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240601T100000Z\nDURATION:PT1H\n"
                + "BEGIN:VEVENT\nDTSTART:20240601T120000Z\nDURATION:PT1H\n");
    assertThat(reading.programme().sessions()).hasSize(2);
  }

  private static String calendar(String inner) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + inner + "END:VCALENDAR\n";
  }

  private static String event(String... lines) {
    String written = String.join("\n", lines);
    String title = written.contains("SUMMARY") ? "" : "SUMMARY:A\n";
    return "BEGIN:VEVENT\n" + title + written + "\nEND:VEVENT\n";
  }

  private static Reading read(String calendar) throws UnreadableProgramme {
    return Programmes.read("a.ics", calendar.getBytes(StandardCharsets.UTF_8), Optional.of(BERLIN));
  }

  private static Session only(String event) throws UnreadableProgramme {
    List<Session> sessions = read(calendar(event)).programme().sessions();
    assertThat(sessions).hasSize(1);
    return sessions.get(0);
  }

  private static List<Instant> starts(Reading reading) {
    return reading.programme().sessions().stream().map(each -> each.span().start()).toList();
  }

  private static List<String> codes(Reading reading) {
    return reading.warnings().stream().map(Warning::code).toList();
  }
}
