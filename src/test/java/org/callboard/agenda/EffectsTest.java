package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callboard.board.DayText;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

class EffectsTest {
  private static final Span PLANNED =
      new Span(Instant.parse("2017-11-16T08:00:00Z"), Instant.parse("2017-11-16T09:00:00Z"));
  private static final Span LATER =
      new Span(Instant.parse("2017-11-16T08:15:00Z"), Instant.parse("2017-11-16T09:15:00Z"));

  private static final Map<Class<?>, Effect> ONE_OF_EACH =
      Map.of(
          Effect.Retimed.class, new Effect.Retimed("s0", PLANNED, LATER, 0),
          Effect.Moved.class, new Effect.Moved("s0", List.of("hall"), List.of("scala")),
          Effect.Cancelled.class, new Effect.Cancelled("s0", true),
          Effect.Assigned.class,
              new Effect.Assigned("s0", 0, Slot.open(Role.HOST), new Slot(Role.HOST, "Ada", "")));

  private static Agenda agenda() {
    Programme programme = DayText.programme("hall 09:00-10:00 Opening\nscala 09:00-10:00 Film");
    return Agenda.of(programme);
  }

  private static LiveSession after(Effect effect) {
    return agenda().fold(List.of(effect)).session("s0").orElseThrow();
  }

  @Test
  void every_kind_of_effect_has_an_example_here() {
    assertThat(ONE_OF_EACH.keySet())
        .containsExactlyInAnyOrder(Effect.class.getPermittedSubclasses());
  }

  @Test
  void a_retimed_session_is_late_against_its_plan() {
    Effect effect = ONE_OF_EACH.get(Effect.Retimed.class);
    assertThat(after(effect).lateBy()).hasMinutes(15);
    assertThat(after(effect).status()).isEqualTo(Status.DELAYED);
  }

  @Test
  void a_moved_session_is_in_its_new_room_only() {
    Effect effect = ONE_OF_EACH.get(Effect.Moved.class);
    assertThat(after(effect).isIn("scala")).isTrue();
    assertThat(after(effect).isIn("hall")).isFalse();
  }

  @Test
  void a_cancelled_session_is_never_now() {
    Effect effect = ONE_OF_EACH.get(Effect.Cancelled.class);
    assertThat(after(effect).isNow(after(effect).span().start())).isFalse();
    assertThat(after(effect).status()).isEqualTo(Status.CANCELLED);
  }

  @Test
  void an_effect_on_an_unknown_session_is_refused_by_name() {
    assertThatThrownBy(() -> agenda().fold(List.of(new Effect.Cancelled("nobody", true))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("session=nobody");
  }
}
