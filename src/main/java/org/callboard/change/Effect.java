package org.callboard.change;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.callboard.programme.Span;

/**
 * A primitive edit of the agenda; folding applies effects and decides nothing. Each holds what was
 * there before, so that its inverse can be told from itself alone.
 */
public sealed interface Effect {

  /** What it edits, such as {@code session:opening} or {@code room:hall}. */
  Set<String> subjects();

  /** The effect that takes this one back. */
  Effect inverse();

  /** An effect on one session. */
  sealed interface OfSession extends Effect {

    /** The id of the session that it edits. */
    String session();

    @Override
    default Set<String> subjects() {
      return Set.of(subject(session()));
    }
  }

  static String subject(String session) {
    return "session:" + session;
  }

  /**
   * The session has another live time.
   *
   * @param absorbedMinutes how much of a delay the session took into itself by becoming shorter
   */
  record Retimed(String session, Span from, Span to, long absorbedMinutes) implements OfSession {
    @Override
    public Effect inverse() {
      return new Retimed(session, to, from, 0);
    }
  }

  /** The session's new time is unknown, or known again. */
  record Postponed(String session, boolean to) implements OfSession {
    @Override
    public Effect inverse() {
      return new Postponed(session, !to);
    }
  }

  /** The session is in other rooms; none makes it venue-wide. */
  record Moved(String session, List<String> from, List<String> to) implements OfSession {
    public Moved {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public Effect inverse() {
      return new Moved(session, to, from);
    }
  }

  /** The session is called off, or on again. */
  record Cancelled(String session, boolean to) implements OfSession {
    @Override
    public Effect inverse() {
      return new Cancelled(session, !to);
    }
  }

  /** The slot at an index of the session's people is held by somebody else, or by nobody. */
  record Assigned(String session, int slot, Slot from, Slot to) implements OfSession {
    @Override
    public Effect inverse() {
      return new Assigned(session, slot, to, from);
    }
  }

  /** The session has other people altogether, as a new edition brings. */
  record Recast(String session, List<Slot> from, List<Slot> to) implements OfSession {
    public Recast {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }

    @Override
    public Effect inverse() {
      return new Recast(session, to, from);
    }
  }

  /** The session is described in other words. */
  record Edited(String session, Details from, Details to) implements OfSession {
    @Override
    public Effect inverse() {
      return new Edited(session, to, from);
    }
  }

  /** There is one more session, as planned. */
  record Added(Session plan) implements OfSession {
    @Override
    public String session() {
      return plan.id();
    }

    @Override
    public Effect inverse() {
      return new Removed(plan);
    }
  }

  /** There is one session less; it stood as it was planned. */
  record Removed(Session plan) implements OfSession {
    @Override
    public String session() {
      return plan.id();
    }

    @Override
    public Effect inverse() {
      return new Added(plan);
    }
  }

  /** A room has place for people, or has not. */
  record RoomSet(String room, RoomStatus from, RoomStatus to) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("room:" + room);
    }

    @Override
    public Effect inverse() {
      return new RoomSet(room, to, from);
    }
  }

  /** What runs in a room is frozen since an instant, or goes on when there is none. */
  record Held(String room, Optional<Instant> from, Optional<Instant> to) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("hold:" + room);
    }

    @Override
    public Effect inverse() {
      return new Held(room, to, from);
    }
  }

  /** People are told something. */
  record Announced(Announcement announcement) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("announcement:" + announcement.id());
    }

    @Override
    public Effect inverse() {
      return new Retracted(announcement);
    }
  }

  /** An announcement is as if it had never been made. */
  record Retracted(Announcement announcement) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("announcement:" + announcement.id());
    }

    @Override
    public Effect inverse() {
      return new Announced(announcement);
    }
  }

  /** An announcement was ended at an instant; empty where it ends as published. */
  record Withdrawn(String announcement, Optional<Instant> from, Optional<Instant> to)
      implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("announcement:" + announcement);
    }

    @Override
    public Effect inverse() {
      return new Withdrawn(announcement, to, from);
    }
  }

  /** A room calls for the organisers. */
  record Called(Call call) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("call:" + call.id());
    }

    @Override
    public Effect inverse() {
      return new Answered(call);
    }
  }

  /** A call is open no longer. */
  record Answered(Call call) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("call:" + call.id());
    }

    @Override
    public Effect inverse() {
      return new Called(call);
    }
  }

  /** The rehearsal goes on from another instant. Time that has run is not taken back. */
  record ClockSet(Instant at, double speed) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("clock");
    }

    @Override
    public Effect inverse() {
      return this;
    }
  }

  /** Another edition is the plan; live values stay as they are. */
  record Imported(Programme from, Programme to) implements Effect {
    @Override
    public Set<String> subjects() {
      Set<Session> before = new LinkedHashSet<>(from.sessions());
      Set<Session> after = new LinkedHashSet<>(to.sessions());
      return Stream.concat(
              Stream.of("programme"),
              Stream.concat(
                      before.stream().filter(session -> !after.contains(session)),
                      after.stream().filter(session -> !before.contains(session)))
                  .map(session -> subject(session.id())))
          .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Effect inverse() {
      return new Imported(to, from);
    }
  }

  /** A change waits for its instant. */
  record Scheduled(Pending pending) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("pending:" + pending.id());
    }

    @Override
    public Effect inverse() {
      return new Unscheduled(pending);
    }
  }

  /** A change that waited was made, or is not made. */
  record Unscheduled(Pending pending) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("pending:" + pending.id());
    }

    @Override
    public Effect inverse() {
      return new Scheduled(pending);
    }
  }

  /** What an edition and the day disagree about is asked of organisers. */
  record Raised(Conflict conflict) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("conflict:" + conflict.id());
    }

    @Override
    public Effect inverse() {
      return new Settled(conflict);
    }
  }

  /** A conflict is open no longer. */
  record Settled(Conflict conflict) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("conflict:" + conflict.id());
    }

    @Override
    public Effect inverse() {
      return new Raised(conflict);
    }
  }

  /** A session of the programme is known by another id; all else of it stays. */
  record Renamed(String from, String to) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of(subject(from), subject(to));
    }

    @Override
    public Effect inverse() {
      return new Renamed(to, from);
    }
  }

  /** Which session of ours the source of editions means by an id; empty for the one so named. */
  record Aliased(String source, Optional<String> from, Optional<String> to) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("alias:" + source);
    }

    @Override
    public Effect inverse() {
      return new Aliased(source, to, from);
    }
  }

  /** An edition waits for an organiser to take it, or none does. */
  record Offered(Optional<Offer> from, Optional<Offer> to) implements Effect {
    @Override
    public Set<String> subjects() {
      return Set.of("offer");
    }

    @Override
    public Effect inverse() {
      return new Offered(to, from);
    }
  }
}
