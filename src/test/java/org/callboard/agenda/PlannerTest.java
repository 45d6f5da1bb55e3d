package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.callboard.board.DayText;
import org.callboard.board.RandomDay;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Ripple;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change works out to, and when it is refused. */
class PlannerTest {
  private static final Agenda DAY =
      Agenda.of(
          DayText.programme(
              """
              hall  09:00-10:00 Opening
              hall  10:00-11:00 Panel
              scala 09:00-10:00 Film
              """));
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");
  private static final Occasion NOW = Occasion.at(NINE);

  private static Verdict.Planned planned(Change change) {
    assertThat(Planner.plan(DAY, change, NOW)).isInstanceOf(Verdict.Planned.class);
    return (Verdict.Planned) Planner.plan(DAY, change, NOW);
  }

  private static String refused(Agenda agenda, Change change) {
    assertThat(Planner.plan(agenda, change, NOW)).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) Planner.plan(agenda, change, NOW)).reason();
  }

  private static LiveSession after(Change change, String session) {
    return DAY.fold(planned(change).effects()).session(session).orElseThrow();
  }

  private static LiveSession after(Instant now, Change change, String session) {
    Verdict.Planned plan = (Verdict.Planned) Planner.plan(DAY, change, Occasion.at(now));
    return DAY.fold(plan.effects()).session(session).orElseThrow();
  }

  @Test
  void a_delay_moves_a_session_and_what_follows() {
    Change delay = new Change.Delay("s0", 15, Ripple.ROOM);
    assertThat(after(delay, "s0").lateBy()).hasMinutes(15);
    assertThat(planned(delay).effects()).hasSize(2);
  }

  @Test
  void an_extension_moves_an_end_and_not_a_start() {
    Change extend = new Change.Extend("s0", 10, Ripple.NONE);
    assertThat(after(extend, "s0").span()).isEqualTo(Span.of(NINE, Duration.ofMinutes(70)));
  }

  @Test
  void an_early_finish_ends_a_session_now() {
    Change finish = new Change.Finish("s0", Ripple.ROOM);
    assertThat(after(NINE.plusSeconds(1800), finish, "s0").span())
        .isEqualTo(Span.of(NINE, Duration.ofMinutes(30)));
  }

  @Test
  void a_start_keeps_the_length() {
    Change start = new Change.Start("s0");
    assertThat(after(NINE.plusSeconds(300), start, "s0").span())
        .isEqualTo(Span.of(NINE.plusSeconds(300), Duration.ofHours(1)));
  }

  @Test
  void swapped_sessions_take_each_others_place() {
    Change swap = new Change.Swap("s1", "s2");
    assertThat(after(swap, "s1").rooms()).containsExactly("scala");
    assertThat(after(swap, "s2").span().start()).isEqualTo(NINE.plusSeconds(3600));
  }

  @Test
  void a_move_into_a_room_that_is_taken_is_a_caution() {
    assertThat(planned(new Change.Move("s2", List.of("hall"))).cautions())
        .containsExactly(
            new Caution(
                "room-conflict",
                "hall would hold “Opening” (09:00–10:00) and “Film” (09:00–10:00) at once; move one of"
                    + " them to another room or time.",
                List.of("s0", "s2")));
  }

  @Test
  void what_is_impossible_is_refused_with_what_would_work() {
    Agenda cancelled = DAY.fold(List.of(new Effect.Cancelled("s0", true)));
    assertThat(refused(DAY, new Change.Cancel("nobody")))
        .contains("no session nobody", "/api/sessions");
    assertThat(refused(DAY, new Change.Move("s0", List.of("attic")))).contains("no room attic");
    assertThat(refused(DAY, new Change.Reinstate("s0"))).contains("not cancelled");
    assertThat(refused(DAY, new Change.Delay("s0", 0, Ripple.ROOM)))
        .contains("nothing would change");
    assertThat(refused(DAY, new Change.Extend("s0", -61, Ripple.ROOM))).contains("60 minutes");
    assertThat(refused(DAY, new Change.Swap("s0", "s0"))).contains("itself");
    assertThat(refused(DAY, new Change.Assign("s0", Role.MODERATOR, 0, "Ada", "")))
        .contains("0 slots");
    assertThat(refused(DAY, new Change.Finish("s1", Ripple.ROOM))).contains("has not begun");
    assertThat(refused(cancelled, new Change.Delay("s0", 5, Ripple.ROOM)))
        .contains("reinstate it first");
  }

  static Stream<Arguments> seeds() {
    return LongStream.range(0, 60).mapToObj(Arguments::of);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_delay_then_its_inverse_is_the_day_as_it_was(long seed) {
    Programme programme = new RandomDay(seed).programme();
    Agenda agenda = Agenda.of(programme);
    for (Ripple ripple : Ripple.values()) {
      programme.sessions().stream()
          .map(session -> Planner.plan(agenda, new Change.Delay(session.id(), 25, ripple), NOW))
          .forEach(
              verdict ->
                  assertThat(undone(agenda, verdict).isTheSameDayAs(agenda))
                      .as("seed=%d", seed)
                      .isTrue());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_ripple_moves_a_session_before_its_plan_or_makes_it_longer(long seed) {
    Programme programme = new RandomDay(seed).programme();
    Agenda agenda = Agenda.of(programme);
    programme.sessions().stream()
        .map(session -> Planner.plan(agenda, new Change.Delay(session.id(), 40, Ripple.VENUE), NOW))
        .flatMap(verdict -> ((Verdict.Planned) verdict).effects().stream())
        .map(Effect.Retimed.class::cast)
        .forEach(
            effect -> {
              assertThat(effect.to().start())
                  .as("seed=%d", seed)
                  .isAfterOrEqualTo(effect.from().start());
              assertThat(effect.to().length())
                  .as("seed=%d", seed)
                  .isLessThanOrEqualTo(longest(effect));
            });
  }

  /** A break shorter than its minimum may grow to it; nothing else grows. */
  private static Duration longest(Effect.Retimed effect) {
    Duration length = effect.from().length();
    Duration lunch = Duration.ofMinutes(20);
    return length.compareTo(lunch) > 0 ? length : lunch;
  }

  private static Agenda undone(Agenda agenda, Verdict verdict) {
    List<Effect> effects = ((Verdict.Planned) verdict).effects();
    List<Effect> inverse = new ArrayList<>(effects.stream().map(Effect::inverse).toList());
    Collections.reverse(inverse);
    return agenda.fold(effects).fold(inverse);
  }
}
