package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    requireMakeable(schedule.change());
    String id = "p" + in.occasion().revision();
    return Verdict.Planned.of(
        new Effect.Scheduled(
            new Pending(id, schedule.due(), schedule.request(), in.occasion().author())));
  }

  /** Whether it can be made then is seen then; what it names must be there now. */
  private void requireMakeable(Change change) {
    if (change instanceof Change.Schedule
        || change instanceof Change.Make
        || change instanceof Change.Unschedule) {
      throw new Impossible("What waits cannot itself wait; schedule the change that is meant.");
    }
    if (change instanceof Change.OfSession ofSession) {
      in.known(ofSession.session());
    } else if (change instanceof Change.Withdraw withdraw) {
      requireAnnounced(withdraw.announcement());
    } else if (change instanceof Change.Announce announce) {
      announce.supersedes().ifPresent(this::requireAnnounced);
    } else if (change instanceof Change.Undo undo) {
      requireMade(undo.revision());
    }
  }

  private void requireAnnounced(String id) {
    if (in.agenda().announcement(id).isEmpty()) {
      throw new Impossible("There is no announcement " + id + "; /api/announcements lists them.");
    }
  }

  private void requireMade(long revision) {
    if (revision < 1 || revision >= in.occasion().revision()) {
      throw new Impossible(
          "There is no revision " + revision + " to undo; /api/changes lists them.");
    }
  }

  /**
   * The change that waited, and that it waits no more, in one entry, so that it is made once. One
   * that is impossible by now does not wait either; a caution says why it was not made.
   */
  Verdict.Planned make(Change.Make make, Function<Change, Verdict.Planned> planner) {
    Effect done = new Effect.Unscheduled(waiting(make.pending()));
    try {
      Verdict.Planned planned = planner.apply(make.change());
      List<Effect> effects = new ArrayList<>(List.of(done));
      effects.addAll(planned.effects());
      return new Verdict.Planned(effects, planned.cautions(), planned.absorptions());
    } catch (Impossible impossible) {
      Caution caution =
          new Caution(
              "scheduled-refused", "It was not made: " + impossible.getMessage(), List.of());
      return new Verdict.Planned(List.of(done), List.of(caution), List.of());
    }
  }

  Verdict.Planned unschedule(Change.Unschedule unschedule) {
    return Verdict.Planned.of(new Effect.Unscheduled(waiting(unschedule.pending())));
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
