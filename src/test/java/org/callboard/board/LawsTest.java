package org.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on any day, tried on random ones; a failure names its seed. */
class LawsTest {

  static Stream<Arguments> seeds() {
    return LongStream.range(0, 40).mapToObj(Arguments::of);
  }

  /** Every frame of the film is compared with a search that knows nothing of films. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void picking_a_frame_equals_a_naive_search(long seed) {
    RandomDay day = new RandomDay(seed);
    Boards boards = Boards.of(1, changed(day, seed));
    for (int i = 0; i < 1_000; i++) {
      Instant instant = day.instant();
      for (Board board : boards.rooms()) {
        assertThat(shown(board.frameAt(instant)))
            .as("seed=%d at=%s room=%s", seed, instant, board.roomId())
            .isEqualTo(shown(NaiveFrame.of(boards.agenda(), board.roomId(), instant)));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void frames_rise_strictly_and_no_two_neighbours_show_the_same(long seed) {
    RandomDay day = new RandomDay(seed);
    for (Board board : Boards.of(1, changed(day, seed)).rooms()) {
      for (int i = 1; i < board.frames().size(); i++) {
        Frame before = board.frames().get(i - 1);
        Frame after = board.frames().get(i);
        assertThat(after.from()).as("seed=%d", seed).isAfter(before.from());
        assertThat(after.showsTheSameAs(before)).as("seed=%d at=%s", seed, after.from()).isFalse();
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_notice_stands_outside_its_window_in_any_frame(long seed) {
    RandomDay day = new RandomDay(seed);
    Boards boards = Boards.of(1, changed(day, seed));
    for (Board board : boards.rooms()) {
      for (Frame frame : board.frames()) {
        Instant last = board.untilAt(frame.from()).orElse(Instant.MAX).minusNanos(1);
        for (Notice notice : frame.notices()) {
          assertThat(notice.holdsAt(frame.from()) && notice.holdsAt(last))
              .as("seed=%d room=%s frame=%s notice=%s", seed, board.roomId(), frame, notice)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void folding_at_once_equals_folding_step_by_step(long seed) {
    RandomDay day = new RandomDay(seed);
    Programme programme = day.programme();
    List<Effect> effects = day.effects(programme);
    Agenda stepwise = Agenda.of(programme);
    for (Effect effect : effects) {
      stepwise = stepwise.fold(List.of(effect));
    }
    assertThat(stepwise).as("seed=%d", seed).isEqualTo(Agenda.of(programme).fold(effects));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_next_turn_is_the_first_instant_at_which_anything_differs(long seed) {
    RandomDay day = new RandomDay(seed);
    Boards boards = Boards.of(1, changed(day, seed));
    for (int i = 0; i < 100; i++) {
      Instant instant = day.instant();
      boards
          .nextTurnAfter(instant)
          .ifPresent(
              turn -> {
                assertThat(shownAt(boards, turn.minusMillis(1)))
                    .as("seed=%d", seed)
                    .isEqualTo(shownAt(boards, instant));
                assertThat(shownAt(boards, turn))
                    .as("seed=%d", seed)
                    .isNotEqualTo(shownAt(boards, instant));
              });
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_room_that_has_not_changed_has_the_same_board(long seed) {
    RandomDay day = new RandomDay(seed);
    Boards before = Boards.of(1, changed(day, seed));
    Effect effect = new RandomTroubles(seed, before.agenda().programme()).one();
    Step step = new Step(day.instant(), List.of(effect), "");
    Boards after = Boards.after(before, 2, before.agenda().fold(step));
    assertThat(after.rooms()).isEqualTo(Boards.of(2, after.agenda()).rooms());
    for (Board board : after.rooms()) {
      if (!after.changedSince(before).contains(board.roomId())) {
        assertThat(board).as("seed=%d", seed).isSameAs(before.board(board.roomId()).orElseThrow());
      }
    }
  }

  private static Agenda changed(RandomDay day, long seed) {
    Programme programme = day.programme();
    RandomTroubles troubles = new RandomTroubles(seed, programme);
    List<Step> steps = new ArrayList<>();
    for (Effect effect : day.effects(programme)) {
      steps.add(new Step(day.instant(), List.of(effect), ""));
      steps.add(new Step(day.instant(), List.of(troubles.one()), ""));
    }
    return Agenda.of(programme).foldAll(steps);
  }

  /** What a frame shows, whenever it began. */
  private static List<Object> shown(Frame frame) {
    return List.of(frame.now(), frame.next(), frame.later(), frame.notices(), frame.changed());
  }

  private static List<Object> shownAt(Boards boards, Instant instant) {
    return List.of(boards.framesAt(instant), boards.announcementsAt(instant));
  }
}
