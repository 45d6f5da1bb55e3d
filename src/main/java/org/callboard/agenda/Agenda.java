package org.callboard.agenda;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;

/** The live programme: an edition with effects folded over it, in order. Immutable. */
public final class Agenda {
  private final Programme programme;
  private final Map<String, LiveSession> sessions;

  private Agenda(Programme programme, Map<String, LiveSession> sessions) {
    this.programme = programme;
    this.sessions = Collections.unmodifiableMap(sessions);
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
   * The agenda with effects applied in order.
   *
   * @throws IllegalArgumentException when an effect names a session that the programme does not
   *     have
   */
  public Agenda fold(List<Effect> effects) {
    Map<String, LiveSession> folded = new LinkedHashMap<>(sessions);
    for (Effect effect : effects) {
      folded.put(effect.session(), known(folded, effect).with(effect));
    }
    return new Agenda(programme, folded);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof Agenda that
        && programme.equals(that.programme)
        && sessions.equals(that.sessions);
  }

  @Override
  public int hashCode() {
    return sessions.hashCode();
  }

  private static LiveSession known(Map<String, LiveSession> sessions, Effect effect) {
    LiveSession session = sessions.get(effect.session());
    if (session == null) {
      throw new IllegalArgumentException(
          "An effect names a session that is not in the programme: session=" + effect.session());
    }
    return session;
  }
}
