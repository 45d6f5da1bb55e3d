package org.callboard.agenda;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Call;
import org.callboard.change.Conflict;
import org.callboard.change.Effect;
import org.callboard.change.Offer;
import org.callboard.change.Pending;
import org.callboard.change.RoomStatus;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/** The live programme: an edition with effects folded over it, in order. Immutable. */
public final class Agenda {
  private final Programme programme;
  private final Map<String, LiveSession> sessions;
  private final Map<String, RoomStatus> rooms;
  private final Map<String, Instant> holds;
  private final Map<String, LiveAnnouncement> announcements;
  private final Map<String, Call> calls;
  private final Map<String, Pending> pending;
  private final Map<String, Conflict> conflicts;
  private final Map<String, String> aliases;
  private final Optional<Offer> offer;
  private final int edition;
  private final Map<String, Map<Aspect, Mark>> marks;
  private final Map<String, String> reasons;
  private final Map<String, Trail> trails;

  private Agenda(Programme programme, Map<String, LiveSession> sessions) {
    this.programme = programme;
    this.sessions = Collections.unmodifiableMap(sessions);
    this.rooms = Map.of();
    this.holds = Map.of();
    this.announcements = Map.of();
    this.calls = Map.of();
    this.pending = Map.of();
    this.conflicts = Map.of();
    this.aliases = Map.of();
    this.offer = Optional.empty();
    this.edition = 0;
    this.marks = Map.of();
    this.reasons = Map.of();
    this.trails = Map.of();
  }

  private Agenda(Draft draft) {
    this.programme = draft.programme;
    this.sessions = Collections.unmodifiableMap(draft.sessions);
    this.rooms = Collections.unmodifiableMap(draft.rooms);
    this.holds = Collections.unmodifiableMap(draft.holds);
    this.announcements = Collections.unmodifiableMap(draft.announcements);
    this.calls = Collections.unmodifiableMap(draft.calls);
    this.pending = Collections.unmodifiableMap(draft.pending);
    this.conflicts = Collections.unmodifiableMap(draft.conflicts);
    this.aliases = Collections.unmodifiableMap(draft.aliases);
    this.offer = draft.offer;
    this.edition = draft.edition;
    this.marks = Collections.unmodifiableMap(draft.marks);
    this.reasons = Collections.unmodifiableMap(draft.reasons);
    this.trails = Collections.unmodifiableMap(draft.trails);
  }

  /** The day before anything changed. */
  public static Agenda of(Programme programme) {
    Map<String, LiveSession> sessions = new LinkedHashMap<>();
    for (Session session : programme.sessions()) {
      sessions.put(session.id(), LiveSession.asPlanned(session));
    }
    return new Agenda(programme, sessions);
  }

  /**
   * The agenda with the effects of one entry applied in order.
   *
   * @throws IllegalArgumentException when an effect names a session that the programme does not
   *     have
   */
  public Agenda fold(Step step) {
    return foldAll(List.of(step));
  }

  /** The agenda with the effects of entries applied, entry by entry. */
  public Agenda foldAll(List<Step> steps) {
    Draft draft = new Draft(this);
    steps.forEach(draft::apply);
    return new Agenda(draft);
  }

  /** The agenda with effects applied in order, as if they had always held. */
  public Agenda fold(List<Effect> effects) {
    return fold(new Step(Instant.EPOCH, effects, ""));
  }

  public Programme programme() {
    return programme;
  }

  /** All sessions in order of planned start. */
  public Collection<LiveSession> sessions() {
    return sessions.values();
  }

  public Optional<LiveSession> session(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  /** Whether a room has place for people; open where nobody has said otherwise. */
  public RoomStatus room(String id) {
    return rooms.getOrDefault(id, RoomStatus.OPEN);
  }

  /** Since when what runs in a room is frozen; empty while it runs. */
  public Optional<Instant> heldSince(String room) {
    return Optional.ofNullable(holds.get(room));
  }

  /** Every announcement that was made, those that are over included, in order. */
  public Collection<LiveAnnouncement> announcements() {
    return announcements.values();
  }

  public Optional<LiveAnnouncement> announcement(String id) {
    return Optional.ofNullable(announcements.get(id));
  }

  /** The calls of rooms that nobody has answered yet, in order. */
  public Collection<Call> calls() {
    return calls.values();
  }

  public Optional<Call> call(String id) {
    return Optional.ofNullable(calls.get(id));
  }

  /** The changes that wait for their instant. */
  public Collection<Pending> pending() {
    return pending.values();
  }

  public Optional<Pending> pending(String id) {
    return Optional.ofNullable(pending.get(id));
  }

  /** What editions and the day disagree about, as far as that still makes a difference. */
  public List<Conflict> conflicts() {
    return conflicts.values().stream().filter(each -> Dispute.of(this, each).isStanding()).toList();
  }

  public Optional<Conflict> conflict(String id) {
    return Optional.ofNullable(conflicts.get(id))
        .filter(each -> Dispute.of(this, each).isStanding());
  }

  /** The edition that waits to be taken. */
  public Optional<Offer> offer() {
    return offer;
  }

  /** How many editions have come, from 1; taking one back counts as another. */
  public int edition() {
    return edition;
  }

  /** The id of a session by the id that the source of editions knows it by. */
  public String idOf(String source) {
    return aliases.getOrDefault(source, source);
  }

  /** What has changed of a session, and when; that it did not return to what it was is seen to. */
  public Map<Aspect, Mark> marks(LiveSession session) {
    Map<Aspect, Mark> standing = new LinkedHashMap<>(marks.getOrDefault(session.id(), Map.of()));
    standing.entrySet().removeIf(mark -> !mark.getKey().differs(mark.getValue().before(), session));
    return standing;
  }

  /** Whether people at a room's door were to expect a session, by its plan or since. */
  public boolean wasExpected(LiveSession session, String room) {
    return session.wasPlannedIn(room) || trails.getOrDefault(session.id(), Trail.NONE).passes(room);
  }

  /** Why a session stands as it does, as far as people may read it; or empty. */
  public String reason(String session) {
    return reasons.getOrDefault(session, "");
  }

  Map<String, LiveSession> sessionsById() {
    return sessions;
  }

  Map<String, RoomStatus> roomStatuses() {
    return rooms;
  }

  Map<String, Instant> holds() {
    return holds;
  }

  Map<String, LiveAnnouncement> announcementsById() {
    return announcements;
  }

  Map<String, Call> callsById() {
    return calls;
  }

  Map<String, Pending> pendingById() {
    return pending;
  }

  Map<String, Conflict> conflictsById() {
    return conflicts;
  }

  Map<String, String> aliases() {
    return aliases;
  }

  Map<String, Map<Aspect, Mark>> marks() {
    return marks;
  }

  Map<String, String> reasons() {
    return reasons;
  }

  Map<String, Trail> trails() {
    return trails;
  }

  /** Whether the day is the same, whatever is marked or explained of how it came to be so. */
  public boolean isTheSameDayAs(Agenda other) {
    return programme.equals(other.programme)
        && sessions.equals(other.sessions)
        && withoutOpen(rooms).equals(withoutOpen(other.rooms))
        && holds.equals(other.holds)
        && announcements.equals(other.announcements)
        && calls.equals(other.calls)
        && pending.equals(other.pending)
        && conflicts.equals(other.conflicts)
        && aliases.equals(other.aliases)
        && offer.equals(other.offer);
  }

  private static Map<String, RoomStatus> withoutOpen(Map<String, RoomStatus> rooms) {
    Map<String, RoomStatus> told = new LinkedHashMap<>(rooms);
    told.values().removeIf(status -> status == RoomStatus.OPEN);
    return told;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Agenda that
        && isTheSameDayAs(that)
        && marks.equals(that.marks)
        && reasons.equals(that.reasons)
        && trails.equals(that.trails);
  }

  @Override
  public int hashCode() {
    return sessions.hashCode();
  }
}
