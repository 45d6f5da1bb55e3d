package org.callboard.agenda;

import java.util.Optional;
import org.callboard.change.Call;
import org.callboard.change.Change;
import org.callboard.change.Effect;

/** The changes by which a room calls for the organisers, and by which they answer. */
final class Calling {
  private final Situation in;

  Calling(Situation in) {
    this.in = in;
  }

  /** A room calls once for a thing: a second call before the answer would tell nobody more. */
  Verdict.Planned call(Change.Call asked) {
    String room = in.room(asked.room()).id();
    open(asked)
        .ifPresent(
            call -> {
              throw new Impossible(
                  in.roomName(room)
                      + " called at "
                      + in.clock(call.at())
                      + " already, and the organisers have yet to answer.");
            });
    return Verdict.Planned.of(
        new Effect.Called(
            new Call(
                "c" + in.occasion().revision(),
                room,
                asked.kind(),
                asked.detail(),
                in.occasion().author(),
                in.now())));
  }

  private Optional<Call> open(Change.Call asked) {
    return in.agenda().calls().stream()
        .filter(call -> call.room().equals(asked.room()) && call.kind() == asked.kind())
        .findFirst();
  }

  Verdict.Planned answer(Change.Answer answer) {
    Call call =
        in.agenda()
            .call(answer.call())
            .orElseThrow(
                () ->
                    new Impossible(
                        "No call " + answer.call() + " is open; /api/calls lists those that are."));
    return Verdict.Planned.of(new Effect.Answered(call));
  }
}
