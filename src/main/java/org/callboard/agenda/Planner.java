package org.callboard.agenda;

import java.util.ArrayList;
import java.util.List;
import org.callboard.change.Change;

/**
 * Works out what a change does to the day: effects and cautions, or a refusal with a reason. It
 * reads nothing but the agenda, the change and the occasion, so a preview and a publication cannot
 * differ.
 */
public final class Planner {
  private final Situation situation;

  private Planner(Situation situation) {
    this.situation = situation;
  }

  public static Verdict plan(Agenda agenda, Change change, Occasion occasion) {
    try {
      return new Planner(new Situation(agenda, occasion)).plan(change);
    } catch (Impossible impossible) {
      return new Verdict.Refused(impossible.getMessage());
    }
  }

  private Verdict plan(Change change) {
    Verdict.Planned planned = planned(change);
    Agenda after = situation.agenda().fold(planned.effects());
    List<Caution> cautions = new ArrayList<>(planned.cautions());
    cautions.addAll(Cautions.brought(situation, after, planned));
    return new Verdict.Planned(planned.effects(), cautions, planned.absorptions());
  }

  private Verdict.Planned planned(Change change) {
    return change instanceof Change.OfSession ofSession ? ofSession(ofSession) : ofDay(change);
  }

  private Verdict.Planned ofSession(Change.OfSession change) {
    if (change instanceof Change.Delay delay) {
      return new Timing(situation).delay(delay);
    } else if (change instanceof Change.Postpone postpone) {
      return new Timing(situation).postpone(postpone);
    } else if (change instanceof Change.Extend extend) {
      return new Timing(situation).extend(extend);
    } else if (change instanceof Change.Retime retime) {
      return new Timing(situation).retime(retime);
    } else if (change instanceof Change.Start start) {
      return new Timing(situation).start(start);
    } else if (change instanceof Change.Finish finish) {
      return new Timing(situation).finish(finish);
    } else if (change instanceof Change.Cancel cancel) {
      return new Placing(situation).cancel(cancel);
    } else if (change instanceof Change.Reinstate reinstate) {
      return new Placing(situation).reinstate(reinstate);
    } else if (change instanceof Change.Move move) {
      return new Placing(situation).move(move);
    } else if (change instanceof Change.Swap swap) {
      return new Placing(situation).swap(swap);
    } else if (change instanceof Change.Assign assign) {
      return new Describing(situation).assign(assign);
    } else if (change instanceof Change.Edit edit) {
      return new Describing(situation).edit(edit);
    }
    throw new IllegalStateException("A change is of no known kind: change=" + change);
  }

  private Verdict.Planned ofDay(Change change) {
    if (change instanceof Change.Add add) {
      return new Placing(situation).add(add);
    } else if (change instanceof Change.SetRoom set) {
      return new Placing(situation).room(set);
    } else if (change instanceof Change.Announce announce) {
      return new Announcing(situation).announce(announce);
    } else if (change instanceof Change.Withdraw withdraw) {
      return new Announcing(situation).withdraw(withdraw);
    } else if (change instanceof Change.Call call) {
      return new Calling(situation).call(call);
    } else if (change instanceof Change.Answer answer) {
      return new Calling(situation).answer(answer);
    } else if (change instanceof Change.Hold hold) {
      return new Holding(situation).hold(hold);
    } else if (change instanceof Change.Resume resume) {
      return new Holding(situation).resume(resume);
    } else if (change instanceof Change.SetClock clock) {
      return new Scheduling(situation).clock(clock);
    } else if (change instanceof Change.Schedule schedule) {
      return new Scheduling(situation).schedule(schedule);
    } else if (change instanceof Change.Make make) {
      return new Scheduling(situation).make(make, this::planned);
    } else if (change instanceof Change.Unschedule unschedule) {
      return new Scheduling(situation).unschedule(unschedule);
    } else if (change instanceof Change.Import imported) {
      return new Editions(situation).take(imported);
    } else if (change instanceof Change.Propose propose) {
      return new Settling(situation).propose(propose);
    } else if (change instanceof Change.Settle settle) {
      return new Settling(situation).settle(settle);
    } else if (change instanceof Change.Undo undo) {
      return new Undoing(situation).undo(undo);
    }
    throw new IllegalStateException("A change is of no known kind: change=" + change);
  }
}
