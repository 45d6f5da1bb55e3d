package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.callboard.board.Boards;
import org.callboard.board.Frame;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.junit.jupiter.api.Test;

/** What is held room by room: no minute is lost, and none is counted twice. */
class HoldingTest {

  private static Change hold(String... rooms) {
    return new Change.Hold(List.of(rooms));
  }

  private static Change resume(String... rooms) {
    return new Change.Resume(List.of(rooms));
  }

  @Test
  void a_session_in_two_rooms_that_resume_apart_is_longer_by_the_time_it_stood() {
    Story story = new Story("hall+scala 09:00-10:00 A");
    story.make("09:10", hold("hall", "scala"));
    story.make("09:20", resume("hall"));
    story.make("09:30", resume("scala"));
    assertThat(story.times("s0")).isEqualTo("09:00-10:20");
  }

  @Test
  void holds_that_overlap_are_counted_once() {
    Story story = new Story("hall+scala 09:00-10:00 A");
    story.make("09:10", hold("hall"));
    story.make("09:15", hold("scala"));
    story.make("09:20", resume("hall"));
    story.make("09:30", resume("scala"));
    assertThat(story.times("s0")).isEqualTo("09:00-10:20");
  }

  @Test
  void what_is_venue_wide_goes_on_with_the_first_room_that_does() {
    Story story = new Story("* 09:00-10:00 Plenary\nhall 10:00-11:00 A\nscala 10:00-11:00 B");
    story.make("09:10", hold());
    story.make("09:20", resume("hall"));
    story.make("09:30", resume("scala"));
    assertThat(story.times("s0")).isEqualTo("09:00-10:10");
    assertThat(story.times("s1")).isEqualTo("10:10-11:10");
    assertThat(story.times("s2")).isEqualTo("10:10-11:10");
  }

  @Test
  void what_is_venue_wide_stood_only_while_every_room_did() {
    Story story = new Story("* 09:00-10:00 Plenary\nhall 10:00-11:00 A\nscala 10:00-11:00 B");
    story.make("09:10", hold("hall"));
    story.make("09:20", hold("scala"));
    story.make("09:30", resume());
    assertThat(story.times("s0")).isEqualTo("09:00-10:10");
  }

  @Test
  void a_held_session_may_be_longer_moved_or_called_off() {
    Story story =
        new Story(
            "hall 09:00-10:00 A\nscala 09:00-10:00 B\nattic 09:00-10:00 C\n"
                + "cellar 12:00-13:00 D");
    story.make("09:10", hold("hall", "scala", "attic"));
    story.make("09:15", new Change.Extend("s0", 5, Ripple.ROOM));
    story.make("09:15", new Change.Move("s1", List.of("cellar")));
    story.make("09:15", new Change.Cancel("s2"));
    story.make("09:20", resume());
    assertThat(story.times("s0")).isEqualTo("09:00-10:15");
    assertThat(story.times("s1")).isEqualTo("09:00-10:00");
    assertThat(story.times("s2")).isEqualTo("09:00-10:00");
  }

  @Test
  void what_is_finished_on_hold_is_not_shown_as_running() {
    Story story = new Story("hall 09:00-10:00 A\nhall 10:00-11:00 B");
    story.make("09:10", hold());
    story.make("09:20", new Change.Finish("s0", Ripple.ROOM));
    Frame frame =
        Boards.of(1, story.agenda()).board("hall").orElseThrow().frameAt(Tables.at("09:25"));
    assertThat(frame.now()).isEmpty();
    assertThat(frame.next()).containsExactly("s1");
  }

  @Test
  void a_hold_and_its_resumption_are_undone_in_turn() {
    Story story = new Story("hall 09:00-10:00 A\nhall 10:00-11:00 B");
    story.make("09:10", hold());
    story.make("09:20", resume());
    story.make("09:21", new Change.Undo(2));
    assertThat(story.times("s1")).isEqualTo("10:00-11:00");
    assertThat(story.agenda().heldSince("hall")).contains(Tables.at("09:10"));
    story.make("09:30", resume());
    assertThat(story.times("s1")).isEqualTo("10:20-11:20");
  }
}
