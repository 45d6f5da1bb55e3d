package org.callboard.agenda;

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
    Pending pending =
        in.agenda()
            .pending(unschedule.pending())
            .orElseThrow(
                () ->
                    new Impossible(
                        "No change "
                            + unschedule.pending()
                            + " waits: it was made or cancelled already. To take back what was"
                            + " made, undo it."));
    return Verdict.Planned.of(new Effect.Unscheduled(pending));
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
