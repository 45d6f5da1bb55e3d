package org.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** What a change changes of the boards, and what it leaves as it was. */
class BoardsTest {
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final Programme DAY =
      DayText.programme(
          """
          alcazar 09:00-10:00 Opening
          scala   09:00-10:00 Film
          loft    09:00-10:00 Talk
          """);
  private static final Boards BEFORE = Boards.of(1, Agenda.of(DAY));

  private static Boards after(Effect... effects) {
    return Boards.after(BEFORE, 2, BEFORE.agenda().fold(new Step(NINE, List.of(effects), "")));
  }

  @Test
  void a_board_that_shows_the_same_is_the_same_object() {
    Boards boards = after(new Effect.Cancelled("s0", true));
    assertThat(boards.revision()).isEqualTo(2);
    assertThat(boards.board("scala").orElseThrow()).isSameAs(BEFORE.board("scala").orElseThrow());
    assertThat(boards.board("alcazar").orElseThrow())
        .isNotEqualTo(BEFORE.board("alcazar").orElseThrow());
    assertThat(boards.rooms()).isEqualTo(Boards.of(2, boards.agenda()).rooms());
  }

  @Test
  void only_the_rooms_that_show_the_session_have_changed() {
    assertThat(after(new Effect.Moved("s0", List.of("alcazar"), List.of("scala"))))
        .satisfies(
            boards -> {
              assertThat(boards.changedSince(BEFORE)).containsExactly("alcazar", "scala");
              assertThat(boards.venueChangedSince(BEFORE)).isFalse();
            });
  }

  @Test
  void a_session_that_is_told_in_other_words_changes_its_room_though_frames_are_the_same() {
    Details words = Details.of(DAY.sessions().get(1));
    Details other = new Details("Another film", words.description(), List.of(), words.kind());
    Boards edited = after(new Effect.Edited("s1", words, other));
    Boards explained =
        Boards.after(
            edited,
            3,
            edited
                .agenda()
                .fold(
                    new Step(
                        NINE, List.of(new Effect.Edited("s1", other, other)), "The author asked")));
    assertThat(edited.changedSince(BEFORE)).containsExactly("scala");
    assertThat(explained.changedSince(edited)).containsExactly("scala");
    assertThat(explained.changedSince(explained)).isEmpty();
  }

  @Test
  void a_room_that_fills_or_is_held_changes_its_own_board_and_the_venue() {
    Boards full = after(new Effect.RoomSet("loft", RoomStatus.OPEN, RoomStatus.FULL));
    assertThat(full.changedSince(BEFORE)).containsExactly("loft");
    assertThat(full.venueChangedSince(BEFORE)).isTrue();
    Boards fuller = after(new Effect.RoomSet("loft", RoomStatus.OPEN, RoomStatus.CLOSED));
    assertThat(fuller.changedSince(full)).containsExactly("loft");
    Boards held = after(new Effect.Held("loft", Optional.empty(), Optional.of(NINE)));
    assertThat(held.changedSince(BEFORE)).containsExactly("loft");
    assertThat(held.venueChangedSince(BEFORE)).isTrue();
  }

  @Test
  void an_announcement_changes_the_venue_and_the_doors_that_hear_it() {
    Announcement announcement =
        Calls.of(
            Level.NOTICE,
            Mode.LIVE,
            "Seats",
            NINE,
            Optional.of(NINE.plusSeconds(60)),
            new Target("scala", "", "", ""));
    Boards boards = after(new Effect.Announced(announcement));
    assertThat(boards.changedSince(BEFORE)).containsExactly("scala");
    assertThat(boards.venueChangedSince(BEFORE)).isTrue();
  }

  @Test
  void another_edition_changes_what_names_places() {
    Programme renamed =
        new Programme(
            DAY.event(),
            DAY.days(),
            DayText.programme("alcazar+scala+loft+attic 09:00-10:00 X").rooms(),
            DAY.sessions());
    Boards boards = after(new Effect.Imported(DAY, renamed));
    assertThat(boards.changedSince(BEFORE)).containsExactly("alcazar", "scala", "loft", "attic");
    assertThat(boards.venueChangedSince(BEFORE)).isTrue();
  }

  @Test
  void a_delay_changes_no_venue() {
    Span span = DAY.sessions().get(0).span();
    Boards boards =
        after(new Effect.Retimed("s0", span, span.startingAt(NINE.plusSeconds(600)), 0));
    assertThat(boards.venueChangedSince(BEFORE)).isFalse();
    assertThat(boards.changedSince(BEFORE)).containsExactly("alcazar");
  }
}
