package org.callboard.agenda;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.change.Call;
import org.callboard.change.Conflict;
import org.callboard.change.Effect;
import org.callboard.change.Offer;
import org.callboard.change.Pending;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/** An agenda in the making: effects are applied to it, then it is taken as it stands. */
final class Draft {
  private static final Comparator<LiveSession> BY_PLAN =
      Comparator.comparing(session -> session.plan().span().start());

  Programme programme;
  Map<String, LiveSession> sessions;
  final Map<String, RoomStatus> rooms;
  final Map<String, Instant> holds;
  final Map<String, LiveAnnouncement> announcements;
  final Map<String, Call> calls;
  final Map<String, Pending> pending;
  final Map<String, Conflict> conflicts;
  final Map<String, String> aliases;
  final Map<String, Map<Aspect, Mark>> marks;
  final Map<String, String> reasons;
  final Map<String, Trail> trails;
  Optional<Offer> offer;
  int edition;

  Draft(Agenda from) {
    programme = from.programme();
    sessions = new LinkedHashMap<>(from.sessionsById());
    rooms = new HashMap<>(from.roomStatuses());
    holds = new LinkedHashMap<>(from.holds());
    announcements = new LinkedHashMap<>(from.announcementsById());
    calls = new LinkedHashMap<>(from.callsById());
    pending = new LinkedHashMap<>(from.pendingById());
    conflicts = new LinkedHashMap<>(from.conflictsById());
    aliases = new HashMap<>(from.aliases());
    offer = from.offer();
    edition = from.edition();
    marks = new HashMap<>(from.marks());
    reasons = new HashMap<>(from.reasons());
    trails = new HashMap<>(from.trails());
  }

  void apply(Step step) {
    for (Effect effect : step.effects()) {
      if (effect instanceof Effect.OfSession ofSession) {
        edit(ofSession, step);
      } else {
        apply(effect);
      }
    }
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.RoomSet set) {
      rooms.put(set.room(), set.to());
    } else if (effect instanceof Effect.Held held) {
      set(holds, held.room(), held.to());
    } else if (effect instanceof Effect.Announced announced) {
      announcements.put(
          announced.announcement().id(),
          new LiveAnnouncement(announced.announcement(), Optional.empty()));
    } else if (effect instanceof Effect.Retracted retracted) {
      announcements.remove(retracted.announcement().id());
    } else if (effect instanceof Effect.Withdrawn withdrawn) {
      announcements.computeIfPresent(
          withdrawn.announcement(),
          (id, live) -> new LiveAnnouncement(live.announcement(), withdrawn.to()));
    } else if (effect instanceof Effect.Called called) {
      calls.put(called.call().id(), called.call());
    } else if (effect instanceof Effect.Answered answered) {
      calls.remove(answered.call().id());
    } else if (effect instanceof Effect.Imported imported) {
      plan(imported.from(), imported.to());
    } else if (effect instanceof Effect.Scheduled scheduled) {
      pending.put(scheduled.pending().id(), scheduled.pending());
    } else if (effect instanceof Effect.Unscheduled unscheduled) {
      pending.remove(unscheduled.pending().id());
    } else if (!(effect instanceof Effect.ClockSet)) {
      applyOfEditions(effect);
    }
  }

  private void applyOfEditions(Effect effect) {
    if (effect instanceof Effect.Raised raised) {
      conflicts.put(raised.conflict().id(), raised.conflict());
    } else if (effect instanceof Effect.Settled settled) {
      conflicts.remove(settled.conflict().id());
    } else if (effect instanceof Effect.Renamed renamed) {
      rename(renamed.from(), renamed.to());
    } else if (effect instanceof Effect.Aliased aliased) {
      set(aliases, aliased.source(), aliased.to());
    } else if (effect instanceof Effect.Offered offered) {
      offer = offered.to();
    } else {
      throw new IllegalStateException("An effect is of no known kind: effect=" + effect);
    }
  }

  private void edit(Effect.OfSession effect, Step step) {
    if (effect instanceof Effect.Added added) {
      sessions.put(added.session(), LiveSession.asPlanned(added.plan()));
      inOrder();
    } else if (effect instanceof Effect.Removed removed) {
      sessions.remove(removed.session());
      marks.remove(removed.session());
      reasons.remove(removed.session());
      trails.remove(removed.session());
    } else {
      LiveSession before = known(effect);
      LiveSession after = before.with(effect);
      sessions.put(after.id(), after);
      mark(before, after, step.at());
      explain(after.id(), step.publicReason());
      follow(before, after, step);
    }
  }

  private LiveSession known(Effect.OfSession effect) {
    LiveSession session = sessions.get(effect.session());
    if (session == null) {
      throw new IllegalArgumentException(
          "An effect names a session that is not in the programme: session=" + effect.session());
    }
    return session;
  }

  /** What changed a second time while it was marked is compared with what people first knew. */
  private void mark(LiveSession before, LiveSession after, Instant at) {
    Map<Aspect, Mark> all = new EnumMap<>(Aspect.class);
    all.putAll(marks.getOrDefault(after.id(), Map.of()));
    for (Aspect aspect : Aspect.values()) {
      if (aspect.differs(before, after)) {
        all.merge(
            aspect,
            new Mark(at, before),
            (old, fresh) -> old.isFreshAt(at) ? new Mark(at, old.before()) : fresh);
      }
    }
    marks.put(after.id(), all);
  }

  /** Where a new edition has a session is its plan, and no way that it has gone. */
  private void follow(LiveSession before, LiveSession after, Step step) {
    boolean isOfEdition = step.effects().stream().anyMatch(Effect.Imported.class::isInstance);
    if (!isOfEdition && !before.rooms().equals(after.rooms())) {
      Trail trail = trails.getOrDefault(after.id(), Trail.NONE);
      trails.put(after.id(), trail.moved(before.rooms(), after.rooms(), step.at()));
    }
  }

  private void explain(String session, String reason) {
    set(reasons, session, Optional.of(reason).filter(text -> !text.isEmpty()));
  }

  private void plan(Programme from, Programme to) {
    Map<String, LiveSession> replanned = new LinkedHashMap<>();
    Set<String> planned = from.sessionsById().keySet();
    for (Session plan : to.sessions()) {
      LiveSession live = sessions.get(plan.id());
      replanned.put(plan.id(), live == null ? LiveSession.asPlanned(plan) : live.against(plan));
    }
    for (LiveSession session : sessions.values()) {
      if (!planned.contains(session.id())) {
        replanned.putIfAbsent(session.id(), session);
      }
    }
    programme = to;
    sessions = replanned;
    edition++;
    inOrder();
  }

  private void rename(String from, String to) {
    programme =
        programme.with(
            programme.sessions().stream()
                .map(session -> session.id().equals(from) ? session.named(to) : session)
                .toList());
    LiveSession live = sessions.remove(from);
    sessions.put(to, live.against(live.plan().named(to)));
    set(marks, to, Optional.ofNullable(marks.remove(from)));
    set(reasons, to, Optional.ofNullable(reasons.remove(from)));
    set(trails, to, Optional.ofNullable(trails.remove(from)));
    inOrder();
  }

  private void inOrder() {
    List<LiveSession> sorted = sessions.values().stream().sorted(BY_PLAN).toList();
    sessions = new LinkedHashMap<>();
    sorted.forEach(session -> sessions.put(session.id(), session));
  }

  private static <T> void set(Map<String, T> map, String key, Optional<T> value) {
    value.ifPresentOrElse(present -> map.put(key, present), () -> map.remove(key));
  }
}
