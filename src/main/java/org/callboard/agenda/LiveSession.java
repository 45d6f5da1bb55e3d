package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Details;
import org.callboard.change.Effect;
import org.callboard.programme.Kind;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * A session as it stands: its plan, and its live time, rooms, people and description.
 *
 * @param span its live time; the last that was known, where it is postponed
 * @param rooms ids of its live rooms; none means venue-wide
 * @param isPostponed whether it is delayed and nobody knows until when
 */
public record LiveSession(
    Session plan,
    Span span,
    List<String> rooms,
    List<Slot> people,
    Details details,
    boolean isCancelled,
    boolean isPostponed) {

  public LiveSession {
    rooms = List.copyOf(rooms);
    people = List.copyOf(people);
  }

  static LiveSession asPlanned(Session plan) {
    return new LiveSession(
        plan, plan.span(), plan.rooms(), plan.people(), Details.of(plan), false, false);
  }

  /** The same live values against another plan. */
  LiveSession against(Session newPlan) {
    return new LiveSession(newPlan, span, rooms, people, details, isCancelled, isPostponed);
  }

  LiveSession with(Effect.OfSession effect) {
    if (effect instanceof Effect.Retimed retimed) {
      return at(retimed.to());
    }
    if (effect instanceof Effect.Postponed postponed) {
      return new LiveSession(plan, span, rooms, people, details, isCancelled, postponed.to());
    }
    if (effect instanceof Effect.Moved moved) {
      return new LiveSession(plan, span, moved.to(), people, details, isCancelled, isPostponed);
    }
    if (effect instanceof Effect.Cancelled cancelled) {
      return new LiveSession(plan, span, rooms, people, details, cancelled.to(), isPostponed);
    }
    if (effect instanceof Effect.Assigned assigned) {
      return held(assigned(assigned));
    }
    if (effect instanceof Effect.Recast recast) {
      return held(recast.to());
    }
    if (effect instanceof Effect.Edited edited) {
      return new LiveSession(plan, span, rooms, people, edited.to(), isCancelled, isPostponed);
    }
    throw new IllegalStateException("An effect does not edit a session: effect=" + effect);
  }

  public String id() {
    return plan.id();
  }

  public String title() {
    return details.title();
  }

  public String description() {
    return details.description();
  }

  public List<String> languages() {
    return details.languages();
  }

  public Kind kind() {
    return details.kind();
  }

  public boolean isVenueWide() {
    return rooms.isEmpty();
  }

  /** Whether people at this room's door are concerned: it is in the room, or venue-wide. */
  public boolean isIn(String room) {
    return isVenueWide() || rooms.contains(room);
  }

  /** Whether people at this room's door were to expect it, by its plan. */
  public boolean wasPlannedIn(String room) {
    return plan.isVenueWide() || plan.rooms().contains(room);
  }

  /** Whether it takes place at a time that is known; a day is none. */
  public boolean isOn() {
    return !isCancelled && !isPostponed && kind() != Kind.ALL_DAY;
  }

  /** Whether it is now: it is on, and start ≤ t &lt; end by the live times. */
  public boolean isNow(Instant instant) {
    return isOn() && span.contains(instant);
  }

  /** How far its start is behind its plan; negative when it is ahead. */
  public Duration lateBy() {
    return Duration.between(plan.span().start(), span.start());
  }

  public Status status() {
    if (isCancelled) {
      return Status.CANCELLED;
    }
    boolean isLate = isPostponed || lateBy().toMinutes() > 0;
    return isLate ? Status.DELAYED : Status.SCHEDULED;
  }

  /** The length below which it does not shrink; empty for one that keeps its length. */
  Optional<Duration> minimumLength() {
    return plan.minimumLength(kind());
  }

  private LiveSession at(Span to) {
    return new LiveSession(plan, to, rooms, people, details, isCancelled, isPostponed);
  }

  private LiveSession held(List<Slot> by) {
    return new LiveSession(plan, span, rooms, by, details, isCancelled, isPostponed);
  }

  private List<Slot> assigned(Effect.Assigned effect) {
    List<Slot> slots = new ArrayList<>(people);
    slots.set(effect.slot(), effect.to());
    return slots;
  }
}
