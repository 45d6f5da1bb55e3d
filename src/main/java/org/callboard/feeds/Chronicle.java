package org.callboard.feeds;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/**
 * Every session that ever was, by id, with its trace, and how each announcement was told, those
 * that were taken back included: a plain function of revisions. Immutable.
 */
public final class Chronicle {
  public static final Chronicle EMPTY = new Chronicle(Map.of(), Map.of(), "");

  private final Map<String, Trace> traces;
  private final Map<String, Telling> tellings;
  private final String event;

  private Chronicle(Map<String, Trace> traces, Map<String, Telling> tellings, String event) {
    this.traces = Collections.unmodifiableMap(traces);
    this.tellings = Collections.unmodifiableMap(tellings);
    this.event = event;
  }

  public Optional<Trace> trace(String session) {
    return Optional.ofNullable(traces.get(session));
  }

  /** When an announcement was made; empty for one that never was. */
  Optional<Telling> telling(String announcement) {
    return Optional.ofNullable(tellings.get(announcement));
  }

  /** The announcements whose making was undone: people may have heard them all the same. */
  List<Telling> takenBack() {
    return tellings.values().stream().filter(each -> each.takenBackAt().isPresent()).toList();
  }

  /** The name that the event had first, by which calendars tell its sessions from others'. */
  String event() {
    return event;
  }

  /** This and the revisions that follow it. */
  public Chronicle with(List<Revision> revisions) {
    Map<String, Trace> longer = new LinkedHashMap<>(traces);
    Map<String, Telling> told = new LinkedHashMap<>(tellings);
    String name = event;
    for (Revision revision : revisions) {
      plans(revision).forEach((id, plan) -> note(longer, id, plan, revision.keptAt()));
      revision.effects().forEach(effect -> tell(told, effect, revision));
      name = name.isEmpty() ? eventOf(revision) : name;
    }
    return new Chronicle(longer, told, name);
  }

  private static void tell(Map<String, Telling> told, Effect effect, Revision revision) {
    if (effect instanceof Effect.Announced made) {
      told.merge(
          made.announcement().id(),
          Telling.of(made.announcement(), revision),
          (before, again) -> before.changed(revision, Optional.empty()));
    } else if (effect instanceof Effect.Retracted undone) {
      told.computeIfPresent(
          undone.announcement().id(),
          (id, before) -> before.changed(revision, Optional.of(revision.at())));
    } else if (effect instanceof Effect.Withdrawn ended) {
      told.computeIfPresent(
          ended.announcement(), (id, before) -> before.changed(revision, before.takenBackAt()));
    }
  }

  private static void note(
      Map<String, Trace> traces, String id, Optional<Session> plan, Instant at) {
    Trace before = traces.get(id);
    if (before != null) {
      traces.put(id, before.changed(at, plan.orElse(before.plan())));
    } else {
      plan.ifPresent(first -> traces.put(id, new Trace(0, at, first)));
    }
  }

  /** The sessions that a revision touches, each with the plan that it names, if it names one. */
  private static Map<String, Optional<Session>> plans(Revision revision) {
    Map<String, Optional<Session>> plans = new LinkedHashMap<>();
    for (Effect effect : revision.effects()) {
      if (effect instanceof Effect.Added added) {
        plans.put(added.session(), Optional.of(added.plan()));
      } else if (effect instanceof Effect.Removed removed) {
        plans.put(removed.session(), Optional.of(removed.plan()));
      } else if (effect instanceof Effect.OfSession one) {
        plans.putIfAbsent(one.session(), Optional.empty());
      } else if (effect instanceof Effect.Renamed renamed) {
        plans.putIfAbsent(renamed.from(), Optional.empty());
        plans.putIfAbsent(renamed.to(), Optional.empty());
      } else if (effect instanceof Effect.Imported imported) {
        plans.putAll(differing(imported));
      }
    }
    return plans;
  }

  /** Where an edition drops a session, the plan that it had is its last. */
  private static Map<String, Optional<Session>> differing(Effect.Imported imported) {
    Map<String, Session> from = byId(imported.from());
    Map<String, Session> to = byId(imported.to());
    Set<String> ids = new LinkedHashSet<>(from.keySet());
    ids.addAll(to.keySet());
    Map<String, Optional<Session>> differing = new LinkedHashMap<>();
    for (String id : ids) {
      Session after = to.get(id);
      if (after == null || !after.equals(from.get(id))) {
        differing.put(id, Optional.of(after == null ? from.get(id) : after));
      }
    }
    return differing;
  }

  private static Map<String, Session> byId(Programme programme) {
    Map<String, Session> sessions = new LinkedHashMap<>();
    programme.sessions().forEach(session -> sessions.put(session.id(), session));
    return sessions;
  }

  private static String eventOf(Revision revision) {
    return revision.effects().stream()
        .filter(Effect.Imported.class::isInstance)
        .map(effect -> ((Effect.Imported) effect).to().event().name())
        .findFirst()
        .orElse("");
  }
}
