package org.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveSession;
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

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void picking_a_frame_equals_a_naive_search(long seed) {
    RandomDay day = new RandomDay(seed);
    Programme programme = day.programme();
    Agenda agenda = Agenda.of(programme).fold(day.effects(programme));
    Boards boards = Boards.of(1, agenda);
    for (int i = 0; i < 1_000; i++) {
      Instant instant = day.instant();
      for (Board board : boards.rooms()) {
        Frame frame = board.frameAt(instant);
        assertThat(frame.now())
            .as("seed=%d at=%s", seed, instant)
            .isEqualTo(naiveNow(agenda, board, instant));
        assertThat(frame.next())
            .as("seed=%d at=%s", seed, instant)
            .isEqualTo(naiveNext(agenda, board, instant));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void frames_rise_strictly_and_no_two_neighbours_show_the_same(long seed) {
    RandomDay day = new RandomDay(seed);
    for (Board board : Boards.of(1, Agenda.of(day.programme())).rooms()) {
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
  void the_next_turn_is_the_first_instant_at_which_any_frame_differs(long seed) {
    RandomDay day = new RandomDay(seed);
    Boards boards = Boards.of(1, Agenda.of(day.programme()));
    for (int i = 0; i < 100; i++) {
      Instant instant = day.instant();
      boards
          .nextTurnAfter(instant)
          .ifPresent(
              turn -> {
                assertThat(boards.framesAt(turn.minusMillis(1)))
                    .as("seed=%d", seed)
                    .isEqualTo(boards.framesAt(instant));
                assertThat(boards.framesAt(turn))
                    .as("seed=%d", seed)
                    .isNotEqualTo(boards.framesAt(instant));
              });
    }
  }

  private static List<String> naiveNow(Agenda agenda, Board board, Instant instant) {
    return inOrder(agenda, board).stream()
        .filter(session -> session.isNow(instant))
        .map(LiveSession::id)
        .toList();
  }

  private static List<String> naiveNext(Agenda agenda, Board board, Instant instant) {
    List<LiveSession> coming =
        inOrder(agenda, board).stream()
            .filter(session -> session.span().start().isAfter(instant))
            .toList();
    return coming.stream()
        .filter(session -> session.span().start().equals(coming.get(0).span().start()))
        .map(LiveSession::id)
        .toList();
  }

  private static List<LiveSession> inOrder(Agenda agenda, Board board) {
    List<LiveSession> sessions = new ArrayList<>(agenda.sessions());
    sessions.removeIf(session -> session.isCancelled() || !session.isIn(board.roomId()));
    sessions.sort(Comparator.comparing(session -> session.span().start()));
    return sessions;
  }
}
