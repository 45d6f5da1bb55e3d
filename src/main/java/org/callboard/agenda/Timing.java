package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Ripple;
import org.callboard.programme.Span;

/** The changes that give a session another time, or take its time away. */
final class Timing {
  private final Situation in;

  Timing(Situation in) {
    this.in = in;
  }

  /** Where the time was unknown, the minutes count from the last that was known. */
  Verdict.Planned delay(Change.Delay delay) {
    LiveSession session = in.uncancelled(delay.session());
    Instant start = session.span().start().plus(Duration.ofMinutes(delay.minutes()));
    return given(session, session.span().startingAt(start), delay.ripple());
  }

  /** What follows keeps its times: nobody can tell how long it would have to wait. */
  Verdict.Planned postpone(Change.Postpone postpone) {
    LiveSession session = in.uncancelled(postpone.session());
    if (session.isPostponed()) {
      throw new Impossible(
          Situation.quoted(session)
              + " is delayed until further notice already; give it a time with a delay or retime.");
    }
    return Verdict.Planned.of(new Effect.Postponed(session.id(), true));
  }

  /** A session whose time is unknown has another length, and still no time. */
  Verdict.Planned extend(Change.Extend extend) {
    LiveSession session = in.uncancelled(extend.session());
    Span to = lengthened(session, extend.minutes());
    return session.isPostponed()
        ? shifted(session, to, Ripple.NONE)
        : given(session, to, extend.ripple());
  }

  Verdict.Planned retime(Change.Retime retime) {
    LiveSession session = in.uncancelled(retime.session());
    Verdict.Planned planned = given(session, retime.to(), Ripple.NONE);
    return new Verdict.Planned(
        planned.effects(),
        DayEnd.caution(in, session, retime.to().start(), retime.to()).stream().toList(),
        List.of());
  }

  /**
   * It ends later or earlier by whole minutes, as people are told times: a tap some seconds after
   * the minute delays nobody.
   */
  Verdict.Planned start(Change.Start start) {
    LiveSession session = in.uncancelled(start.session());
    Instant end = endFromNow(session);
    Span to = new Span(in.now(), end.isBefore(in.now()) ? in.now() : end);
    return given(session, to, Ripple.ROOM);
  }

  private Instant endFromNow(LiveSession session) {
    if (wasCutShort(session)) {
      return in.now().truncatedTo(ChronoUnit.MINUTES).plus(session.plan().span().length());
    }
    Duration off = Duration.between(session.span().start(), in.now());
    return session.span().end().plus(off.truncatedTo(ChronoUnit.MINUTES));
  }

  /** One that is over before its length, and starts again, has its whole length. */
  private boolean wasCutShort(LiveSession session) {
    boolean isOver = !in.now().isBefore(session.span().end());
    return isOver && session.span().length().compareTo(session.plan().span().length()) < 0;
  }

  /** What stood on hold and does not go on was over when the hold began. */
  Verdict.Planned finish(Change.Finish finish) {
    LiveSession session = in.uncancelled(finish.session());
    requireUnderWay(session);
    Instant end = Holding.frozenSince(in, session).orElse(in.now());
    return given(session, new Span(session.span().start(), end), finish.ripple());
  }

  private void requireUnderWay(LiveSession session) {
    if (session.isPostponed()) {
      throw new Impossible(
          Situation.quoted(session) + " is delayed and nobody knows until when; start it first.");
    }
    if (in.now().isBefore(session.span().start())) {
      throw new Impossible(
          Situation.quoted(session)
              + " has not begun, it starts at "
              + in.clock(session.span().start())
              + "; cancel it, or start it first.");
    }
    if (!in.now().isBefore(session.span().end()) && Holding.frozenSince(in, session).isEmpty()) {
      throw new Impossible(
          Situation.quoted(session)
              + " ended at "
              + in.clock(session.span().end())
              + " already; to correct that, extend it or retime it.");
    }
  }

  private Verdict.Planned given(LiveSession session, Span to, Ripple ripple) {
    if (!session.isPostponed()) {
      return shifted(session, to, ripple);
    }
    List<Effect> effects = new ArrayList<>(List.of(new Effect.Postponed(session.id(), false)));
    if (to.equals(session.span())) {
      return Verdict.Planned.of(effects);
    }
    Verdict.Planned shifted = shifted(session, to, ripple);
    effects.addAll(shifted.effects());
    return new Verdict.Planned(effects, shifted.cautions(), shifted.absorptions());
  }

  private Verdict.Planned shifted(LiveSession session, Span to, Ripple ripple) {
    if (to.equals(session.span())) {
      throw new Impossible(
          Situation.quoted(session)
              + " is at "
              + in.clock(to)
              + " already; nothing would change. Give it other minutes, or another time.");
    }
    return Rippling.of(in, session, to, ripple).planned();
  }

  private static Span lengthened(LiveSession session, int minutes) {
    Instant end = session.span().end().plus(Duration.ofMinutes(minutes));
    if (end.isBefore(session.span().start())) {
      throw new Impossible(
          Situation.quoted(session)
              + " lasts "
              + session.span().length().toMinutes()
              + " minutes and cannot become shorter by more; cancel it instead.");
    }
    return new Span(session.span().start(), end);
  }
}
