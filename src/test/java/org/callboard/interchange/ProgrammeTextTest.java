package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.callboard.programme.Day;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.junit.jupiter.api.Test;

class ProgrammeTextTest {
  private static final ProgrammeText READER = new ProgrammeText();
  private static final String HEAD =
      "# Harbour Days\n\nTimezone: Europe/Brussels\n\n## Saturday 3 March 2018\n\n";

  @Test
  void the_example_event_reads_whole_with_nothing_but_open_slots_to_look_at() throws Exception {
    Reading reading = READER.read(example(), Optional.empty());
    Programme programme = reading.programme();

    assertThat(programme.sessions()).hasSize(29);
    assertThat(programme.days())
        .extracting(Day::label)
        .containsExactly("Thursday 16 November", "Friday 17 November");
    assertThat(programme.extent().orElseThrow().start()).isEqualTo("2017-11-16T08:00:00Z");
    assertThat(programme.extent().orElseThrow().end()).isEqualTo("2017-11-17T16:30:00Z");
    assertThat(programme.event().languages()).containsExactly("en", "fr", "es", "tr");
    assertThat(reading.warnings()).extracting(Warning::code).containsExactly("tbc", "tbc", "tbc");
  }

  @Test
  void the_example_event_has_seven_rooms_one_of_them_a_walk_away() throws Exception {
    List<Room> rooms = READER.read(example(), Optional.empty()).programme().rooms();

    assertThat(rooms).hasSize(7);
    assertThat(rooms).filteredOn(room -> room.walkingMinutes() == 10).hasSize(1);
    assertThat(rooms)
        .filteredOn(room -> room.id().equals("mechelen-centraal"))
        .extracting(Room::zone)
        .containsExactly("Common Zone inside the venue");
  }

  @Test
  void a_room_spelt_with_one_letter_more_is_the_same_room() throws Exception {
    Reading reading =
        read("09:00 – 10:00 Room: Herten Aas\nOne\n\n10:00 – 11:00 Room: Hertzen Aas\nTwo");

    assertThat(reading.programme().rooms())
        .containsExactly(
            new Room("herten-aas", "Herten Aas", List.of("Hertzen Aas"), List.of(), 0, "", 0));
    assertThat(reading.warnings())
        .extracting(Warning::code, Warning::line)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("room-alias", 10));
  }

  @Test
  void rooms_under_one_time_are_parallel_sessions_and_share_a_short_introduction()
      throws Exception {
    Reading reading =
        read(
            "**09:00 – 10:00**\n\nThese sessions are open to all. Come in.\n\n**Room: Red (English-French)**\n\n"
                + "**Side-event:** Ships  \n*Organized by Port*\n\n**Room: Blue**\n\n**Visit to the quay:** Bring a coat.\n");

    assertThat(reading.programme().sessions())
        .extracting(Session::title)
        .containsExactly("Ships", "Visit to the quay");
    assertThat(reading.programme().sessions())
        .extracting(Session::kind)
        .containsExactly(Kind.SIDE_EVENT, Kind.VISIT);
    assertThat(reading.programme().sessions()).allMatch(s -> s.description().endsWith("Come in."));
    assertThat(reading.programme().sessions().get(0).organiser()).isEqualTo("Port");
    assertThat(reading.programme().sessions().get(0).languages()).containsExactly("en", "fr");
  }

  @Test
  void a_pause_without_a_room_is_venue_wide_and_any_other_session_is_warned_of() throws Exception {
    Reading reading = read("10:00 – 10:15 Break\n10:15 – 11:00 Talk on tides\n");

    assertThat(reading.programme().sessions()).allMatch(Session::isVenueWide);
    assertThat(reading.warnings()).extracting(Warning::code).containsExactly("no-room");
  }

  @Test
  void a_pause_may_name_its_place_in_brackets() throws Exception {
    Programme programme = read("10:30 - 11:00 Coffee break (Foyer)").programme();

    assertThat(programme.sessions().get(0).title()).isEqualTo("Coffee break");
    assertThat(programme.sessions().get(0).rooms()).containsExactly("foyer");
  }

  @Test
  void a_session_after_midnight_belongs_to_the_evening_before() throws Exception {
    Programme programme =
        read("23:00 – 00:30 Party\nRoom: Red\n00:30 – 01:00 Night talk\nRoom: Red\n").programme();

    assertThat(programme.days()).hasSize(1);
    assertThat(programme.sessions().get(1).span().start())
        .isEqualTo(Instant.parse("2018-03-03T23:30:00Z"));
  }

  @Test
  void open_slots_keep_the_affiliation_that_is_known() throws Exception {
    Session session =
        read("09:00 – 10:00 Tides\nRoom: Red\n\nModerators:\n- TBC\n- Vice-Mayor of Ostend\n\nSpeakers:\n- Development Specialist, Ghent\n")
            .programme()
            .sessions()
            .get(0);

    assertThat(session.people())
        .containsExactly(
            new Slot(Role.MODERATOR, "", "Vice-Mayor of Ostend"),
            new Slot(Role.SPEAKER, "", "Development Specialist, Ghent"));
  }

  @Test
  void bullets_that_ask_are_questions_and_others_stay_in_the_description() throws Exception {
    Session session =
        read("09:00 – 10:00 Tides\nRoom: Red\n\n- Who measures?\n- Gauges help.\n")
            .programme()
            .sessions()
            .get(0);

    assertThat(session.questions()).containsExactly("Who measures?");
    assertThat(session.description()).isEqualTo("• Gauges help.");
  }

  @Test
  void line_ends_spaces_and_dashes_of_other_systems_read_the_same() throws Exception {
    Programme programme =
        READER
            .read(
                (HEAD + "09.30\u00a0—\u00a010h15 Tides\n").replace("\n", "\r\n"), Optional.empty())
            .programme();

    assertThat(programme.sessions().get(0).span().length()).hasMinutes(45);
  }

  @Test
  void without_a_time_zone_it_reads_utc_and_says_so() throws Exception {
    Reading reading = READER.read("Harbour\n\n2018-03-03\n\n09:00 – 10:00 Lunch", Optional.empty());

    assertThat(reading.programme().event().zone().getId()).isEqualTo("Z");
    assertThat(reading.warnings()).containsExactly(reading.warnings().get(0));
    assertThat(reading.warnings().get(0).code()).isEqualTo("no-timezone");
  }

  @Test
  void a_text_without_times_is_refused_with_what_to_write() {
    assertThat(READER.recognises("{% include session.html %}")).isFalse();
    assertThatThrownBy(() -> READER.read("{% include session.html %}", Optional.empty()))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("09:00 – 10:15");
  }

  @Test
  void any_bytes_give_a_programme_or_a_refusal() throws Exception {
    byte[] source = example().getBytes(StandardCharsets.UTF_8);
    for (long seed = 0; seed < 300; seed++) {
      byte[] bytes = mutated(source, new Random(seed));
      try {
        READER.read(
            new String(bytes, StandardCharsets.UTF_8), Optional.of(ZoneId.of("Europe/Brussels")));
      } catch (UnreadableProgramme refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException broken) {
        fail("seed=" + seed, broken);
      }
    }
  }

  private static byte[] mutated(byte[] source, Random random) {
    byte[] bytes = source.clone();
    if (random.nextInt(10) == 0) {
      random.nextBytes(bytes);
    }
    String marks = "0123456789:.–,()[]*#-\n\n  TBC";
    for (int i = random.nextInt(400); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) marks.charAt(random.nextInt(marks.length()));
    }
    return bytes;
  }

  private static Reading read(String body) throws UnreadableProgramme {
    return READER.read(HEAD + body, Optional.empty());
  }

  private static String example() throws IOException {
    return Files.readString(Path.of("config/programme.md"));
  }

  private static java.util.List<String> table(String text) throws Exception {
    return Fixture.table(
        Programmes.read(
            "x.md",
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.util.Optional.of(java.time.ZoneId.of("Europe/Brussels"))));
  }

  @Test
  void a_list_of_times_has_a_session_in_each_of_its_bullets() throws Exception {
    assertThat(
            table(
                """
                ---
                layout: default
                title: Schedule
                ---
                # Harbour Days
                Date: Saturday March 3, 2018

                * 9:00 - 9:05, Opening remarks
                * 9:05 - 10:00, [Wind](https://example.org/wind) (Ann Oar, Ostend)

                ### Morning 2:

                * 10:00-10:30: break
                * 10:30-11:00 Bo Rudder __Ropes__
                """))
        .containsExactly(
            "03 09:00–03 09:05 |  | Opening remarks",
            "03 09:05–03 10:00 |  | Wind (Ann Oar, Ostend)",
            "03 10:00–03 10:30 |  | break",
            "03 10:30–03 11:00 |  | Bo Rudder Ropes");
  }

  @Test
  void a_table_of_markdown_is_read_by_its_headings() throws Exception {
    assertThat(
            table(
                """
                # Harbour Days

                ## Saturday, 3 March 2018

                | Time          | Red Hall     | Pier         |
                |---------------|:------------:|--------------|
                | 09:00 - 10:00 | Opening      |              |
                | 10:00 - 10:30 | Coffee break | Coffee break |
                | 10:30 - 11:30 | **Sails**    | Ropes        |

                ## Sunday, 4 March 2018

                | When  | What  | Where | Who     |
                |-------|-------|-------|---------|
                | 9:00  | Keels | Pier  | Ann Oar |
                | 10:00 | Lunch |       |         |
                """))
        .containsExactly(
            "03 09:00–03 10:00 | Red Hall | Opening",
            "03 10:00–03 10:30 |  | Coffee break",
            "03 10:30–03 11:30 | Red Hall | Sails",
            "03 10:30–03 11:30 | Pier | Ropes",
            "04 09:00–04 10:00 | Pier | Keels | Ann Oar",
            "04 10:00–04 11:00 |  | Lunch");
  }
}
