package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Pending;

/** The changes that concern the event clock: those that wait for it, and where it stands. */
final class Scheduling {
  private static final double FASTEST = 3600;

  private final Situation in;

  Scheduling(Situation in) {
    this.in = in;
  }

  Verdict.Planned schedule(Change.Schedule schedule) {
    if (!schedule.due().isAfter(in.now())) {
      throw new Impossible(
          "It is "
              + in.clock(in.now())
              + " already; schedule the change for later, or make it now.");
    }
    String id = "p" + in.occasion().revision();
    return Verdict.Planned.of(
        new Effect.Scheduled(
            new Pending(id, schedule.due(), schedule.request(), in.occasion().author())));
  }

  Verdict.Planned unschedule(Change.Unschedule unschedule) {
    return Verdict.Planned.of(new Effect.Unscheduled(waiting(unschedule.pending())));
  }

  /** What waited, with what it works out to now that it is made. */
  Verdict.Planned made(Change.Make make, Verdict.Planned planned) {
    List<Effect> effects = new ArrayList<>(planned.effects());
    effects.add(new Effect.Unscheduled(waiting(make.pending())));
    return new Verdict.Planned(effects, planned.cautions(), planned.absorptions());
  }

  /** What waited, and is impossible now that its instant has come. */
  Verdict.Planned notMade(Change.Make make, String reason) {
    Effect done = new Effect.Unscheduled(waiting(make.pending()));
    Caution caution = new Caution("scheduled-refused", "It was not made: " + reason, List.of());
    return new Verdict.Planned(List.of(done), List.of(caution), List.of());
  }

  private Pending waiting(String id) {
    return in.agenda()
        .pending(id)
        .orElseThrow(
            () ->
                new Impossible(
                    "No change "
                        + id
                        + " waits: it was made or cancelled already. To take back what was made,"
                        + " undo it."));
  }

  Verdict.Planned clock(Change.SetClock clock) {
    if (!in.occasion().isRehearsal()) {
      throw new Impossible(
          "The clock shows real time and cannot be set; start a rehearsal with --at to do that.");
    }
    if (!(clock.speed() > 0 && clock.speed() <= FASTEST)) {
      throw new Impossible(
          "A clock runs at a speed above 0 and up to 3600; 1 is the speed of real time.");
    }
    return Verdict.Planned.of(new Effect.ClockSet(clock.at(), clock.speed()));
  }
}
