package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Day;
import org.callboard.programme.Kind;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

class NativeReaderTest {
  private static final String EVENT = "event:\n  name: E\n  timezone: Europe/Brussels\n";

  @Test
  void local_time_is_the_events_and_an_offset_is_taken_at_its_word() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + """
                sessions:
                  - {title: A, start: 2017-11-16T09:00, end: 2017-11-16T08:30:00Z}
                  - {title: B, start: 2017-11-16 10:00, end: 2017-11-16T11:00:00+01:00}
                """);
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.programme().sessions())
        .containsExactly(
            Session.plain("a", "A", Kind.TALK, List.of(), span("08:00", "08:30")),
            Session.plain("b", "B", Kind.TALK, List.of(), span("09:00", "10:00")));
  }

  @Test
  void a_room_is_found_by_id_name_or_alias() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + """
                rooms:
                  - {id: hall, name: Big Hall, aliases: [Salle, "007"]}
                sessions:
                  - {title: A, rooms: hall, start: 2017-11-16T09:00, end: 2017-11-16T10:00}
                  - {title: B, rooms: [big hall], start: 2017-11-16T10:00, end: 2017-11-16T11:00}
                  - {title: C, rooms: [Salle, 007], start: 2017-11-16T11:00, end: 2017-11-16T12:00}
                """);
    assertThat(reading.warnings()).isEmpty();
    assertThat(reading.programme().sessions())
        .extracting(Session::rooms)
        .containsOnly(List.of("hall"));
  }

  @Test
  void an_unknown_room_is_added_with_a_warning_at_its_line() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + "sessions:\n- title: A\n  start: 2017-11-16T09:00\n  end: 2017-11-16T10:00\n  rooms: Attic\n");
    assertThat(reading.programme().rooms()).containsExactly(Room.named("attic", "Attic"));
    assertThat(reading.warnings())
        .containsExactly(
            new Warning(
                8,
                "unknown-room",
                "session 1: room \"Attic\" is not listed and was added; list it under rooms or correct it"));
  }

  @Test
  void a_missing_end_is_the_next_start_in_the_room_else_an_hour_later() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + """
                rooms: [{name: P}, {name: Q}]
                sessions:
                  - {title: A, rooms: P, start: 2017-11-16T09:00}
                  - {title: B, rooms: Q, start: 2017-11-16T09:10, end: 2017-11-16T09:20}
                  - {title: C, rooms: P, start: 2017-11-16T09:30}
                """);
    assertThat(reading.programme().sessions())
        .extracting(Session::span)
        .containsExactly(span("08:00", "08:30"), span("08:10", "08:20"), span("08:30", "09:30"));
    assertThat(reading.warnings()).extracting(Warning::code).containsExactly("no-end", "no-end");
  }

  @Test
  void a_bad_session_is_left_out_alone() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + """
                sessions:
                  - {title: A, start: 25 o'clock, end: 2017-11-16T10:00}
                  - {start: 2017-11-16T09:00, end: 2017-11-16T10:00}
                  - just words
                  - {title: B, start: 2017-11-16T09:00, end: 2017-11-16T10:00}
                """);
    assertThat(reading.programme().sessions()).extracting(Session::title).containsExactly("B");
    assertThat(reading.warnings())
        .extracting(Warning::line, Warning::code)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(5, "bad-time"),
            org.assertj.core.groups.Tuple.tuple(5, "no-start"),
            org.assertj.core.groups.Tuple.tuple(6, "no-title"),
            org.assertj.core.groups.Tuple.tuple(7, "bad-value"));
  }

  @Test
  void unknown_fields_words_and_twins_are_warned_about() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + """
                sessions:
                  - {id: x, title: A, kind: party, start: 2017-11-16T09:00, end: 2017-11-16T10:00}
                  - {id: x, title: B, colour: red, start: 2017-11-16T09:00, end: 2017-11-16T10:00}
                """);
    assertThat(reading.programme().sessions()).extracting(Session::id).containsExactly("x", "x-2");
    assertThat(reading.warnings())
        .extracting(Warning::code)
        .containsExactlyInAnyOrder("kind", "duplicate-id", "unknown-field");
  }

  @Test
  void days_are_found_by_the_night_between_them() throws Exception {
    Reading reading =
        yaml(
            EVENT
                + """
                sessions:
                  - {title: Dance, start: 2017-11-16T22:00, end: 2017-11-17T02:00}
                  - {title: Late, start: 2017-11-17T02:30, end: 2017-11-17T03:00}
                  - {title: B, start: 2017-11-17T09:00, end: 2017-11-17T10:00}
                """);
    assertThat(reading.programme().days())
        .extracting(Day::label)
        .containsExactly("Thursday 16 November");
  }

  @Test
  void a_zone_comes_from_the_source_then_from_the_caller_then_is_utc() throws Exception {
    String session = "sessions: [{title: A, start: 2017-11-16T09:00, end: 2017-11-16T10:00}]";
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    assertThat(zone(EVENT + session, Optional.of(tokyo))).isEqualTo(ZoneId.of("Europe/Brussels"));
    assertThat(zone("event: {name: E}\n" + session, Optional.of(tokyo))).isEqualTo(tokyo);
    assertThat(zone("event: {name: E}\n" + session, Optional.empty())).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void nothing_usable_is_refused_with_the_first_reason() {
    assertThatThrownBy(() -> yaml(EVENT + "sessions:\n  - {start: 2017-11-16T09:00}\n"))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessage("no session is usable; session 1: a session without title is left out; add it")
        .extracting("line")
        .isEqualTo(5);
  }

  private static ZoneId zone(String text, Optional<ZoneId> fallback) throws UnreadableProgramme {
    return Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), fallback)
        .programme()
        .event()
        .zone();
  }

  private static Reading yaml(String text) throws UnreadableProgramme {
    return Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static Span span(String start, String end) {
    return new Span(
        Instant.parse("2017-11-16T" + start + ":00Z"), Instant.parse("2017-11-16T" + end + ":00Z"));
  }
}
