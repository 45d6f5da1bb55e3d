package org.callboard.board;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.agenda.Aspect;

/**
 * What a board shows from an instant until the next frame; sessions by id.
 *
 * @param now those under way, in order of start
 * @param next those with the earliest start still to come, on whatever day
 * @param later a few that follow next on the same conference day
 * @param notices what is shown beside them, the gravest first
 * @param changed by session, what of it has lately changed
 */
public record Frame(
    Instant from,
    List<String> now,
    List<String> next,
    List<String> later,
    List<Notice> notices,
    Map<String, List<Aspect>> changed) {

  public Frame {
    now = List.copyOf(now);
    next = List.copyOf(next);
    later = List.copyOf(later);
    notices = List.copyOf(notices);
    changed = Collections.unmodifiableMap(new LinkedHashMap<>(changed));
  }

  /** The sessions that it names, those of its notices included. */
  public Set<String> sessions() {
    Set<String> sessions = new LinkedHashSet<>(now);
    sessions.addAll(next);
    sessions.addAll(later);
    notices.stream()
        .filter(notice -> notice.kind().isOfSession())
        .forEach(notice -> sessions.add(notice.subject()));
    return sessions;
  }

  Frame marked(Map<String, List<Aspect>> lately) {
    return new Frame(from, now, next, later, notices, lately);
  }

  boolean showsTheSameAs(Frame other) {
    return now.equals(other.now)
        && next.equals(other.next)
        && later.equals(other.later)
        && notices.equals(other.notices)
        && changed.equals(other.changed);
  }
}
