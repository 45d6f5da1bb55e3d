package org.callboard.board;

import java.time.Instant;
import java.util.List;

/**
 * What a board shows from an instant until the next frame; sessions by id.
 *
 * @param now those under way, in order of start
 * @param next those with the earliest start still to come, on whatever day
 * @param later a few that follow next on the same conference day
 */
public record Frame(Instant from, List<String> now, List<String> next, List<String> later) {

  public Frame {
    now = List.copyOf(now);
    next = List.copyOf(next);
    later = List.copyOf(later);
  }

  boolean showsTheSameAs(Frame other) {
    return now.equals(other.now) && next.equals(other.next) && later.equals(other.later);
  }
}
