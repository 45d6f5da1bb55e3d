package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Ripple;
import org.callboard.interchange.Programmes;
import org.callboard.programme.Role;
import org.junit.jupiter.api.Test;

/** The Friday of the example event: what a longer discussion does to it. */
class ExampleEventTest {
  private static final Instant MORNING = Instant.parse("2017-11-17T09:50:00Z");
  private static final Agenda EVENT = event();

  private static Agenda event() {
    try {
      return Agenda.of(
          Programmes.read(Path.of("config/programme.md"), Optional.empty()).programme());
    } catch (Exception unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static String id(String title) {
    return EVENT.sessions().stream()
        .filter(session -> session.title().contains(title))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .id();
  }

  private static Verdict.Planned planned(Change change) {
    return (Verdict.Planned) Planner.plan(EVENT, change, Occasion.at(MORNING));
  }

  private static String starts(int minutes, Ripple ripple) {
    Change extend = new Change.Extend(id("Implementation of migration"), minutes, ripple);
    Agenda after = EVENT.fold(planned(extend).effects());
    StringBuilder starts = new StringBuilder();
    for (String title : List.of("Social integration", "smuggling and", "sustainable urban")) {
      Instant start = after.session(id(title)).orElseThrow().span().start();
      starts.append(start.toString(), 11, 16).append(' ');
    }
    return starts.toString().strip();
  }

  @Test
  void ten_minutes_are_absorbed_by_the_break() {
    Verdict.Planned plan =
        planned(new Change.Extend(id("Implementation of migration"), 10, Ripple.ROOM));
    assertThat(plan.effects()).hasSize(1);
    assertThat(plan.absorptions()).hasSize(1);
    assertThat(plan.absorptions().get(0).minutes()).isEqualTo(10);
    assertThat(starts(10, Ripple.ROOM)).isEqualTo("10:15 10:15 10:15");
  }

  @Test
  void twelve_leave_the_break_its_minimum_and_twenty_five_push_on_in_that_room_only() {
    assertThat(starts(12, Ripple.ROOM)).isEqualTo("10:17 10:15 10:15");
    assertThat(starts(25, Ripple.ROOM)).isEqualTo("10:30 10:15 10:15");
  }

  @Test
  void through_the_venue_the_break_itself_moves_and_every_room_follows() {
    assertThat(starts(25, Ripple.VENUE)).isEqualTo("10:30 10:30 10:30");
  }

  @Test
  void a_room_without_the_languages_of_a_session_is_a_caution() {
    assertThat(planned(new Change.Move(id("smuggling and"), List.of("scala"))).cautions())
        .filteredOn(caution -> caution.code().equals("languages"))
        .extracting(Caution::message)
        .allSatisfy(message -> assertThat(message).contains("French, Spanish", "Scala"))
        .hasSize(1);
  }

  @Test
  void a_slot_that_is_open_close_to_the_start_is_a_caution_until_it_is_filled() {
    String session = id("smuggling and");
    assertThat(planned(new Change.Delay(session, 5, Ripple.ROOM)).cautions())
        .extracting(Caution::code)
        .contains("slot-open");
    assertThat(
            planned(new Change.Assign(session, Role.MODERATOR, 0, "Ada Lovelace", "")).cautions())
        .isEmpty();
  }
}
