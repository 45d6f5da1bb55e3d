package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.change.Call;
import org.callboard.change.CallKind;
import org.callboard.change.Change;
import org.junit.jupiter.api.Test;

/** A room calls for the organisers, who answer. */
class CallingTest {
  private static final Change HELP = new Change.Call("hall", CallKind.HELP, "No microphone");

  private final Story day = new Story("hall 09:00-10:00 Opening\nscala 09:00-10:00 Film");

  @Test
  void a_call_is_open_until_it_is_answered() {
    day.make("09:10", HELP);
    assertThat(day.agenda().calls())
        .containsExactly(
            new Call("c1", "hall", CallKind.HELP, "No microphone", "ada", Tables.at("09:10")));

    day.make("09:12", new Change.Answer("c1"));
    assertThat(day.agenda().calls()).isEmpty();
    assertThat(day.refusal("09:13", new Change.Answer("c1"))).contains("c1", "/api/calls");
  }

  @Test
  void a_room_calls_once_for_a_thing_until_it_is_answered() {
    day.make("09:10", HELP);
    assertThat(day.refusal("09:11", HELP)).contains("hall", "at 09:10 already");
    day.make("09:11", new Change.Call("hall", CallKind.SPEAKER_HERE, ""));
    day.make("09:11", new Change.Call("scala", CallKind.HELP, ""));
    day.make("09:12", new Change.Answer("c1"));
    day.make("09:13", HELP);
    assertThat(day.agenda().calls()).hasSize(3);
  }

  @Test
  void an_answer_that_is_undone_opens_the_call_again() {
    day.make("09:10", HELP);
    day.make("09:12", new Change.Answer("c1"));
    day.make("09:13", new Change.Undo(2));
    assertThat(day.agenda().call("c1")).isPresent();
  }

  @Test
  void a_room_that_the_event_does_not_have_cannot_call() {
    assertThat(day.refusal("09:10", new Change.Call("attic", CallKind.HELP, "")))
        .contains("attic", "/api/event");
  }
}
