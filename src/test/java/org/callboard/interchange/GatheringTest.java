package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
  private static final Instant NINE = Instant.parse("2026-03-05T08:00:00Z");

  private final Warnings warnings = new Warnings();
  private final Gathering gathering =
      new Gathering(new Event("E", "", ZONE, "", Optional.empty(), List.of()), warnings);

  @Test
  void rooms_are_as_written_but_for_white_space() throws Exception {
    gathering.session(told("A", List.of(" Hall  A,\n first floor ", "Hall B")));
    assertThat(gathering.programme().rooms())
        .extracting(Room::name)
        .containsExactly("Hall A, first floor", "Hall B");
  }

  @Test
  void rooms_that_look_alike_stay_two_with_a_warning() throws Exception {
    gathering.session(told("A", List.of("Dijlezaal")));
    gathering.session(told("B", List.of("Dijlezal")));
    assertThat(gathering.programme().rooms()).hasSize(2);
    assertThat(codes()).containsExactly("room-alike");
  }

  @Test
  void a_listed_room_gives_the_order_and_is_no_door_without_a_session() throws Exception {
    gathering.room(3, "Second", 10);
    gathering.room(4, "Empty", 0);
    gathering.session(told("A", List.of("First", "Second")));
    assertThat(gathering.programme().rooms())
        .extracting(Room::name, Room::capacity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Second", 10),
            org.assertj.core.groups.Tuple.tuple("First", 0));
    assertThat(warnings.inOrder())
        .containsExactly(
            new Warning(4, "empty-room", "the room “Empty” has no session and is left out"));
  }

  @Test
  void an_id_stays_and_a_second_one_is_numbered_with_a_warning() throws Exception {
    gathering.session(identified("17", "A"));
    gathering.session(identified("17", "B"));
    gathering.session(identified("", "C"));
    assertThat(gathering.programme().sessions())
        .extracting(Session::id)
        .containsExactly("17", "17-2", "c");
    assertThat(codes()).containsExactly("duplicate-id");
  }

  @Test
  void a_missing_end_is_the_next_start_in_the_room_on_that_day() throws Exception {
    gathering.session(at("A", "R", 0));
    gathering.session(at("B", "Other", 10));
    gathering.session(at("C", "R", 25));
    assertThat(gathering.programme().sessions())
        .extracting(session -> session.span().length().toMinutes())
        .containsExactly(25L, 60L, 60L);
    assertThat(codes()).containsExactly("no-end", "no-end", "no-end");
  }

  @Test
  void zero_length_is_kept_and_an_end_before_the_start_is_none() throws Exception {
    gathering.session(Told.plain(1, "A", List.of(), NINE, Optional.of(NINE)));
    gathering.session(Told.plain(2, "B", List.of(), NINE, Optional.of(NINE.minusSeconds(60))));
    assertThat(gathering.programme().sessions())
        .extracting(session -> session.span().length().toMinutes())
        .containsExactly(0L, 60L);
    assertThat(codes()).containsExactly("end-before-start", "no-end");
  }

  @Test
  void a_session_without_a_title_is_kept() throws Exception {
    gathering.session(told("  ", List.of("R")));
    assertThat(only().title()).isEqualTo("Untitled session");
    assertThat(codes()).containsExactly("no-title");
  }

  @ParameterizedTest
  @CsvSource({
    "'',Coffee break,BREAK",
    "'',Déjeuner,LUNCH",
    "'',Coffee in Java,BREAK",
    "lightning_talk,Coffee,TALK",
    "keynote,On coffee,KEYNOTE",
    "side-event,Anything,SIDE_EVENT",
    "'',Graph theory,TALK"
  })
  void the_kind_is_guessed_from_the_type_and_else_the_title(String type, String title, Kind kind)
      throws Exception {
    gathering.session(typed(type, title, List.of()));
    assertThat(only().kind()).isEqualTo(kind);
  }

  @Test
  void a_title_does_not_make_a_talk_with_a_speaker_a_break() throws Exception {
    gathering.session(
        typed("", "Coffee: a history", List.of(new Slot(Role.SPEAKER, "Ada Lovelace", ""))));
    assertThat(only().kind()).isEqualTo(Kind.TALK);
  }

  @Test
  void html_becomes_plain_text() throws Exception {
    gathering.session(
        new Told(
            1,
            "",
            "",
            "Q&amp;A: <template> &#8211; how?",
            "",
            List.of(),
            NINE,
            Optional.of(NINE),
            List.of(),
            "<p>One <b>two</b></p>\n<ul><li>three</li></ul>a &lt; b<br>c",
            "",
            List.of("de-formal", "English", "xx-unknown")));
    assertThat(only().title()).isEqualTo("Q&A: <template> – how?");
    assertThat(only().description()).isEqualTo("One two\n\n– three\na < b\nc");
    assertThat(only().languages()).containsExactly("de", "en");
  }

  @Test
  void days_are_those_of_the_source_and_of_what_lies_outside_them() throws Exception {
    Span day = new Span(NINE, NINE.plusSeconds(8 * 3600));
    gathering.day(new Day("The day", day));
    gathering.session(at("A", "R", 60));
    gathering.session(at("B", "R", 3 * 24 * 60));
    assertThat(gathering.programme().days())
        .extracting(Day::label)
        .containsExactly("The day", "Sunday 8 March");
  }

  @Test
  void nothing_with_a_start_is_no_programme() {
    gathering.unscheduled();
    assertThatThrownBy(gathering::programme)
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("none of the 1 sessions has a start");
  }

  @Test
  void more_warnings_of_a_kind_than_anybody_reads_are_counted() {
    for (int line = 1; line <= 600; line++) {
      warnings.add(line, "no-end", "no end");
    }
    assertThat(warnings.inOrder()).hasSize(501);
    assertThat(warnings.inOrder().get(0).message()).startsWith("100 more warnings");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-25T02:30:00, 2026-10-25T00:30:00Z",
    "2026-03-29T02:30, 2026-03-29T01:30:00Z",
    "2026-03-05 09:00:00+0100, 2026-03-05T08:00:00Z",
    "2026-03-05 09:00:00 +01:00, 2026-03-05T08:00:00Z",
    "2026-03-05T09:00:00.500Z, 2026-03-05T09:00:00.500Z",
    "2026-03-05T09:00+01, 2026-03-05T08:00:00Z"
  })
  void an_offset_is_believed_and_a_local_time_is_of_the_zone(String text, Instant instant) {
    assertThat(new SourceClock(ZONE, false).instant(text)).contains(instant);
  }

  @Test
  void false_offsets_are_read_as_local_times() {
    SourceClock clock =
        SourceClock.of(
            Optional.of(ZoneId.of("UTC")),
            new ReadingOptions(Optional.of(ZONE), true, Map.of()),
            warnings);
    Instant nine = clock.instant(LocalDate.of(2026, 3, 5), LocalTime.of(9, 0)).orElseThrow();
    assertThat(nine).isEqualTo(NINE);
    assertThat(clock.instant("2026-03-05T09:00:00Z")).contains(NINE);
    assertThat(clock.believed(Instant.parse("2026-03-05T09:00:00Z"))).contains(NINE);
  }

  private Session only() throws UnreadableProgramme {
    Programme programme = gathering.programme();
    assertThat(programme.sessions()).hasSize(1);
    return programme.sessions().get(0);
  }

  private List<String> codes() {
    return warnings.inOrder().stream().map(Warning::code).toList();
  }

  private static Told told(String title, List<String> rooms) {
    return Told.plain(1, title, rooms, NINE, Optional.of(NINE.plusSeconds(1800)));
  }

  private static Told at(String title, String room, int minutes) {
    return Told.plain(1, title, List.of(room), NINE.plusSeconds(60L * minutes), Optional.empty());
  }

  private static Told identified(String id, String title) {
    return new Told(
        1, id, "", title, "", List.of(), NINE, Optional.of(NINE), List.of(), "", "", List.of());
  }

  private static Told typed(String type, String title, List<Slot> people) {
    return new Told(
        1, "", "", title, type, List.of(), NINE, Optional.of(NINE), people, "", "", List.of());
  }
}
