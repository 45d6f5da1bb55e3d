package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.board.DayText;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Call;
import org.callboard.change.CallKind;
import org.callboard.change.Conflict;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.change.Matter;
import org.callboard.change.Offer;
import org.callboard.change.Pending;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

class EffectsTest {
  private static final Span PLANNED =
      new Span(Instant.parse("2017-11-16T08:00:00Z"), Instant.parse("2017-11-16T09:00:00Z"));
  private static final Span LATER =
      new Span(Instant.parse("2017-11-16T08:15:00Z"), Instant.parse("2017-11-16T09:15:00Z"));

  private static final Session MORE = Session.plain("x", "More", Kind.TALK, List.of("hall"), LATER);
  private static final Pending PENDING = new Pending("p1", LATER.start(), "{}", "ada");
  private static final Call CALL =
      new Call("c1", "hall", CallKind.HELP, "", "host:hall", LATER.start());
  private static final Announcement ANNOUNCEMENT =
      new Announcement(
          "a1",
          "a1",
          Level.NOTICE,
          Mode.LIVE,
          new Text("Mind the step", ""),
          Map.of(),
          List.of(Target.VENUE),
          PLANNED.start(),
          Optional.of(LATER.end()),
          Optional.empty(),
          false);

  private static final Conflict CONFLICT = Conflict.about(Matter.TIME, MORE);

  private static final List<Effect> ONE_OF_EACH =
      List.of(
          new Effect.Retimed("s0", PLANNED, LATER, 0),
          new Effect.Postponed("s0", true),
          new Effect.Moved("s0", List.of("hall"), List.of("scala")),
          new Effect.Cancelled("s0", true),
          new Effect.Assigned("s0", 0, Slot.open(Role.HOST), new Slot(Role.HOST, "Ada", "")),
          new Effect.Recast("s0", agenda().session("s0").get().people(), List.of()),
          new Effect.Edited(
              "s0",
              agenda().session("s0").get().details(),
              new Details("Overture", "", List.of("nl"), Kind.CEREMONY)),
          new Effect.Added(MORE),
          new Effect.Removed(agenda().session("s1").get().plan()),
          new Effect.RoomSet("hall", RoomStatus.OPEN, RoomStatus.FULL),
          new Effect.Held("hall", Optional.empty(), Optional.of(LATER.start())),
          new Effect.Announced(ANNOUNCEMENT),
          new Effect.Retracted(ANNOUNCEMENT),
          new Effect.Withdrawn("a1", Optional.empty(), Optional.of(LATER.start())),
          new Effect.ClockSet(LATER.start(), 2),
          new Effect.Imported(
              agenda().programme(),
              DayText.programme("hall 09:00-10:00 Another\n* 10:00-11:00 Tea")),
          new Effect.Called(CALL),
          new Effect.Answered(CALL),
          new Effect.Scheduled(PENDING),
          new Effect.Unscheduled(PENDING),
          new Effect.Raised(CONFLICT),
          new Effect.Settled(CONFLICT),
          new Effect.Renamed("s1", "s7"),
          new Effect.Aliased("17", Optional.empty(), Optional.of("s1")),
          new Effect.Offered(
              Optional.empty(), Optional.of(new Offer("", agenda().programme(), List.of()))));

  private static Agenda agenda() {
    Programme read = DayText.programme("hall 09:00-10:00 Opening\nscala 09:00-10:00 Film");
    Session opening = read.sessions().get(0);
    Session hosted =
        new Session(
            opening.id(),
            "",
            opening.title(),
            opening.kind(),
            opening.rooms(),
            opening.span(),
            0,
            false,
            List.of(),
            "",
            List.of(Slot.open(Role.HOST)),
            "",
            List.of());
    List<Session> sessions = List.of(hosted, read.sessions().get(1));
    return Agenda.of(new Programme(read.event(), read.days(), read.rooms(), sessions));
  }

  private static LiveSession after(Effect effect) {
    return agenda().fold(List.of(effect)).session("s0").orElseThrow();
  }

  @Test
  void every_kind_of_effect_has_an_example_here() {
    Set<Class<?>> kinds = new HashSet<>(ONE_OF_EACH.stream().map(Effect::getClass).toList());
    assertThat(kinds).isEqualTo(Sealed.leaves(Effect.class));
  }

  @Test
  void an_effect_then_its_inverse_is_the_day_as_it_was() {
    Agenda announced =
        agenda()
            .fold(
                List.of(
                    new Effect.Announced(ANNOUNCEMENT),
                    new Effect.Scheduled(PENDING),
                    new Effect.Called(CALL),
                    new Effect.Raised(CONFLICT)));
    for (Effect effect : ONE_OF_EACH) {
      boolean isNew =
          effect instanceof Effect.Announced
              || effect instanceof Effect.Scheduled
              || effect instanceof Effect.Called
              || effect instanceof Effect.Raised;
      Agenda before = isNew ? agenda() : announced;
      assertThat(before.fold(List.of(effect, effect.inverse())).isTheSameDayAs(before))
          .as(effect.toString())
          .isTrue();
    }
  }

  @Test
  void a_retimed_session_is_late_against_its_plan() {
    Effect effect = ONE_OF_EACH.get(0);
    assertThat(after(effect).lateBy()).hasMinutes(15);
    assertThat(after(effect).status()).isEqualTo(Status.DELAYED);
  }

  @Test
  void a_moved_session_is_in_its_new_room_only() {
    Effect effect = ONE_OF_EACH.get(2);
    assertThat(after(effect).isIn("scala")).isTrue();
    assertThat(after(effect).isIn("hall")).isFalse();
  }

  @Test
  void a_cancelled_session_is_never_now() {
    Effect effect = ONE_OF_EACH.get(3);
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
