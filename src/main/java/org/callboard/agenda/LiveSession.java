package org.callboard.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.change.Effect;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * A session as it stands: its plan, and its live time, rooms and people.
 *
 * @param rooms ids of its live rooms; none means venue-wide
 */
public record LiveSession(
    Session plan, Span span, List<String> rooms, List<Slot> people, boolean isCancelled) {

  public LiveSession {
    rooms = List.copyOf(rooms);
    people = List.copyOf(people);
  }

  static LiveSession asPlanned(Session plan) {
    return new LiveSession(plan, plan.span(), plan.rooms(), plan.people(), false);
  }

  LiveSession with(Effect effect) {
    if (effect instanceof Effect.Retimed retimed) {
      return new LiveSession(plan, retimed.to(), rooms, people, isCancelled);
    }
    if (effect instanceof Effect.Moved moved) {
      return new LiveSession(plan, span, moved.to(), people, isCancelled);
    }
    if (effect instanceof Effect.Cancelled cancelled) {
      return new LiveSession(plan, span, rooms, people, cancelled.to());
    }
    if (effect instanceof Effect.Assigned assigned) {
      return new LiveSession(plan, span, rooms, assigned(assigned), isCancelled);
    }
    throw new IllegalStateException("An effect is of no known kind: effect=" + effect);
  }

  public String id() {
    return plan.id();
  }

  public boolean isVenueWide() {
    return rooms.isEmpty();
  }

  /** Whether people at this room's door are concerned: it is in the room, or venue-wide. */
  public boolean isIn(String room) {
    return isVenueWide() || rooms.contains(room);
  }

  /** Whether it is now: not cancelled, and start ≤ t &lt; end by the live times. */
  public boolean isNow(Instant instant) {
    return !isCancelled && span.contains(instant);
  }

  /** How far its start is behind its plan; negative when it is ahead. */
  public Duration lateBy() {
    return Duration.between(plan.span().start(), span.start());
  }

  public Status status() {
    if (isCancelled) {
      return Status.CANCELLED;
    }
    return lateBy().compareTo(Duration.ZERO) > 0 ? Status.DELAYED : Status.SCHEDULED;
  }

  private List<Slot> assigned(Effect.Assigned effect) {
    List<Slot> slots = new ArrayList<>(people);
    slots.set(effect.slot(), effect.to());
    return slots;
  }
}
