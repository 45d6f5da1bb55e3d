package org.callboard.board;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a room shows, for all time: frames in strictly rising order, the first from the epoch. */
public record Board(String roomId, List<Frame> frames) {

  public Board {
    frames = List.copyOf(frames);
    if (frames.isEmpty() || !frames.get(0).from().equals(Instant.EPOCH)) {
      throw new IllegalArgumentException(
          "A board's first frame holds from the epoch: room=" + roomId);
    }
  }

  /** Every session that any of its frames names. */
  public Set<String> sessions() {
    Set<String> sessions = new LinkedHashSet<>();
    frames.forEach(frame -> sessions.addAll(frame.sessions()));
    return sessions;
  }

  /** Every announcement that any of its frames shows. */
  public Set<String> announcements() {
    Set<String> announcements = new LinkedHashSet<>();
    for (Frame frame : frames) {
      frame.notices().stream()
          .filter(notice -> notice.kind() == Notice.Kind.ANNOUNCEMENT)
          .forEach(notice -> announcements.add(notice.subject()));
    }
    return announcements;
  }

  public Frame frameAt(Instant instant) {
    return frames.get(indexAt(instant));
  }

  /** The index of the frame that holds at an instant: the last that began at or before it. */
  public int indexAt(Instant instant) {
    int low = 0;
    int high = frames.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (frames.get(middle).from().isAfter(instant)) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** When the frame that holds at an instant ends; empty for the last. */
  public Optional<Instant> untilAt(Instant instant) {
    int following = indexAt(instant) + 1;
    return following < frames.size() ? Optional.of(frames.get(following).from()) : Optional.empty();
  }
}
