package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Ripple;
import org.callboard.programme.Room;

/** What no ripple may do, checked by looking at the day before it and the day after. */
final class RippleLaws {
  private final String message;
  private final Agenda before;
  private final Agenda after;
  private final LiveSession cause;
  private final Ripple ripple;

  private RippleLaws(
      String message, Agenda before, Agenda after, LiveSession cause, Ripple ripple) {
    this.message = message;
    this.before = before;
    this.after = after;
    this.cause = cause;
    this.ripple = ripple;
  }

  static void require(
      String message, Change change, Agenda before, Agenda after, Verdict.Planned planned) {
    ripple(change)
        .ifPresent(
            ripple -> {
              LiveSession cause = before.session(((Change.OfSession) change).session()).get();
              RippleLaws laws = new RippleLaws(message, before, after, cause, ripple);
              laws.requireReturnOnlyToPlan(planned.effects());
              if (later(before, cause).span().end().isBefore(later(after, cause).span().end())) {
                laws.requireDelay();
              }
            });
  }

  private static Optional<Ripple> ripple(Change change) {
    if (change instanceof Change.Delay delay) {
      return Optional.of(delay.ripple());
    } else if (change instanceof Change.Extend extend) {
      return Optional.of(extend.ripple());
    } else if (change instanceof Change.Finish finish) {
      return Optional.of(finish.ripple());
    }
    return change instanceof Change.Start ? Optional.of(Ripple.ROOM) : Optional.empty();
  }

  private void requireReturnOnlyToPlan(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Retimed retimed && !retimed.session().equals(cause.id())) {
        Instant plan = before.session(retimed.session()).get().plan().span().start();
        Instant from = retimed.from().start();
        assertThat(retimed.to().start())
            .as("%s: no item before its plan", message)
            .isAfterOrEqualTo(from.isBefore(plan) ? from : plan);
        assertThat(before.session(retimed.session()).get().plan().pinned())
            .as("%s: pinned stays", message)
            .isFalse();
      }
    }
  }

  private void requireDelay() {
    for (LiveSession was : before.sessions()) {
      LiveSession is = later(after, was);
      if (!was.id().equals(cause.id())) {
        assertThat(is.span().start())
            .as("%s: nothing earlier by a delay: %s", message, was.id())
            .isAfterOrEqualTo(was.span().start());
        assertThat(is.span().length())
            .as("%s: nothing longer by a delay: %s", message, was.id())
            .isLessThanOrEqualTo(was.span().length());
      }
    }
    if (ripple != Ripple.NONE) {
      before.programme().rooms().stream().map(Room::id).forEach(this::requireOrderAndGaps);
    }
  }

  private void requireOrderAndGaps(String room) {
    List<LiveSession> line =
        before.sessions().stream()
            .filter(session -> session.isOn() || session.id().equals(cause.id()))
            .filter(session -> session.isIn(room) && isOnTheDay(session))
            .sorted(Comparator.comparing(session -> session.span().start()))
            .toList();
    for (LiveSession session : line) {
      List<LiveSession> earlier = line.stream().filter(each -> comesBefore(each, session)).toList();
      if (!isFixed(session)) {
        earlier.stream()
            .filter(each -> !isFixed(each))
            .forEach(each -> requireOrder(room, each, session));
      }
      if (session.rooms().size() == 1 && earlier.stream().noneMatch(this::isFixed)) {
        requireGap(room, earlier, session);
      }
    }
  }

  private static boolean comesBefore(LiveSession one, LiveSession other) {
    boolean isOver = !one.span().end().isAfter(other.span().start());
    return one.span().start().isBefore(other.span().start())
        || (isOver && !other.span().length().isZero());
  }

  private void requireOrder(String room, LiveSession first, LiveSession second) {
    assertThat(later(after, first).span().start())
        .as("%s: order in %s of %s and %s", message, room, first.id(), second.id())
        .isBeforeOrEqualTo(later(after, second).span().start());
  }

  /** A session starts on a full minute, so a gap may be the rest of one. */
  private void requireGap(String room, List<LiveSession> earlier, LiveSession session) {
    Optional<Duration> was = gap(before, earlier, session);
    if (was.isEmpty() || session.id().equals(cause.id()) || ripple == Ripple.VENUE) {
      return;
    }
    assertThat(gap(after, earlier, session).orElseThrow())
        .as("%s: gap in %s before %s", message, room, session.id())
        .isLessThan(longest(was.get()));
  }

  private static Duration longest(Duration gap) {
    return (gap.isNegative() ? Duration.ZERO : gap).plusMinutes(1);
  }

  private Optional<Duration> gap(Agenda agenda, List<LiveSession> earlier, LiveSession session) {
    return earlier.stream()
        .map(each -> later(agenda, each).span().end())
        .max(Comparator.naturalOrder())
        .map(end -> Duration.between(end, later(agenda, session).span().start()));
  }

  private boolean isOnTheDay(LiveSession session) {
    return before
        .programme()
        .dayOf(session.span().start())
        .equals(before.programme().dayOf(cause.span().start()));
  }

  /** What stays where it is by rule, though others pass it. */
  private boolean isFixed(LiveSession session) {
    boolean isCause = session.id().equals(cause.id());
    boolean stays = session.isVenueWide() && ripple == Ripple.ROOM && !cause.isVenueWide();
    return !isCause && (session.plan().pinned() || stays);
  }

  private static LiveSession later(Agenda agenda, LiveSession session) {
    return agenda.session(session.id()).orElseThrow();
  }
}
