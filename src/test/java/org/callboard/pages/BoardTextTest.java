package org.callboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.callboard.agenda.Agenda;
import org.callboard.app.ExampleEvent;
import org.callboard.board.Boards;
import org.callboard.board.DayText;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The boards as plain text: the test is the picture. */
class BoardTextTest {
  private static final Programme EXAMPLE = ExampleEvent.programme();

  private final Pages pages = new Pages();

  private static View view(TroubledDay day, String language) {
    return new View(Boards.of(1, day.of(EXAMPLE)), day.now(), false, 1, true, language, "night");
  }

  private String door(TroubledDay day, String room) {
    return pages.doorText(view(day, "en"), room);
  }

  private static View titled(String title) {
    Programme day = DayText.programme("hall 09:00-10:15 " + title + "\n");
    Instant now = Instant.parse("2017-11-16T08:10:00Z");
    return new View(Boards.of(1, Agenda.of(day)), now, true, 30, true, "en", "night");
  }

  @Test
  void a_session_that_moved_away_is_said_before_all_else() {
    assertThat(door(TroubledDay.MOVED, "alcazar"))
        .isEqualTo(
            """
            Alcazar
            English · français · español
            Global Conference on Cities & Migration
            Thursday 16 November, 13:12

            Moved to Scala
              12:45 Human mobility and the right to the city
              A water pipe has burst

            Nothing on here now

            Next
              14:45 Break

            Later
              15:00 Drivers of migration
              16:30 Break
            """);
  }

  @Test
  void a_delay_says_what_the_time_was() {
    assertThat(door(TroubledDay.DELAYED, "herten-aas"))
        .isEqualTo(
            """
            Herten Aas
            English
            Global Conference on Cities & Migration
            Thursday 16 November, 13:12

            Now, until 14:55 instead of 14:45, 10 min late, changed
              Side-event
              The Middle East and North Africa perspective
              Organised by UN Habitat and IOM Regional Offices for the MENA region

            Next
              14:45 Break

            Later
              16:30 Break
            """);
  }

  @Test
  void a_takeover_stands_alone() {
    assertThat(door(TroubledDay.EXERCISE, "alcazar"))
        .isEqualTo(
            """
            Alcazar
            English · français · español
            Global Conference on Cities & Migration
            Thursday 16 November, 13:12

            Exercise
            Leave by the nearest exit and meet at the canal
            Do not use the lifts. Staff in yellow will show you the way.
            """);
  }

  @Test
  void people_are_named_by_role() {
    assertThat(door(TroubledDay.PEOPLE, "dijlezaal"))
        .isEqualTo(
            """
            Dijlezaal
            English · français · español
            Global Conference on Cities & Migration
            Friday 17 November, 11:30

            Speaker: now Ada Lovelace, Development Specialist, Quetzaltenango,
            Guatemala
              Migration and sustainable urban development

            Now, until 12:45
              Session 1
              Migration and sustainable urban development
              Speakers: Francisco Antonio Peña Tavarez, Mayor of Santo Domingo
                Oeste, Dominican Republic; Mohammad Ramdhan Pomanto, Mayor of
                Makassar, Indonesia; Kagiso Calvin Thutlwe, Mayor of Gaborone,
                Botswana; Ada Lovelace, Development Specialist, Quetzaltenango,
                Guatemala (new); Luís Bernardo Tiago Nhaca, Councilor of Urban
                Planning, Maputo, Mozambique
              Moderator: to be confirmed, Vice-Mayor of Ahuachapán, El Salvador

            Next
              12:45 Lunch Break

            Later
              13:30 The European perspective
              14:30 Break
            """);
  }

  @Test
  void the_lobby_says_every_room() {
    assertThat(pages.lobbyText(view(TroubledDay.CANCELLED, "en")))
        .isEqualTo(
            """
            Global Conference on Cities & Migration
            Thursday 16 November, 13:12

            Auditorium, EN FR ES TR
              Free until 14:45
              14:45 Break

            Dijlezaal, EN FR ES
              until 14:45 Mesoamerica and the implementation of the Migrants in
                Countries in Crisis recommendations, with a specific focus on
                trafficking and smuggling of migrants
              Cancelled Human rights of migrants, 15:00
              14:45 Break

            Herten Aas, EN
              until 14:45 The Middle East and North Africa perspective
              14:45 Break

            Alcazar, EN FR ES
              Nothing on here now
              Cancelled Human mobility and the right to the city, 12:45
              14:45 Break

            Outside the venue, 10 min walk
              until 14:45 Visit to some grassroots projects
              14:45 Break

            Mechelen-Centraal
              Nothing on here now
              14:45 Break

            Scala, EN
              Nothing on here now
              14:45 Break

            Break at 14:45
            """);
  }

  @ParameterizedTest
  @EnumSource(TroubledDay.class)
  void no_line_is_longer_than_72_columns_and_no_sign_needs_eyes(TroubledDay day) {
    for (String language : new String[] {"en", "fr", "es", "tr", "nl"}) {
      View view = view(day, language);
      String all = pages.lobbyText(view) + pages.doorText(view, "alcazar");
      assertThat(all.lines()).allMatch(line -> line.length() <= 72);
      assertThat(all).doesNotContain("●", "▲", "→", "✕", "◷", "◌").endsWith("\n");
    }
  }

  @Test
  void a_word_longer_than_a_line_goes_on_in_the_next() {
    String text = pages.doorText(titled("x".repeat(150)), "hall");
    assertThat(text).contains("  " + "x".repeat(70) + "\n    " + "x".repeat(68) + "\n    xxxx");
  }

  @Test
  void a_title_cannot_steer_a_terminal() {
    String text =
        pages.doorText(titled("Red \u001b[31m\u0007 and \u202eturned\u202c about"), "hall");
    assertThat(text).contains("Red [31m and turned about").contains("Rehearsal ×30");
  }
}
