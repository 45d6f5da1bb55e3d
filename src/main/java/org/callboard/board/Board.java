package org.callboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a room shows, for all time: frames in strictly rising order, the first from the epoch. */
public record Board(String roomId, List<Frame> frames) {

  public Board {
    frames = List.copyOf(frames);
    if (frames.isEmpty() || !frames.get(0).from().equals(Instant.EPOCH)) {
      throw new IllegalArgumentException(
          "A board's first frame holds from the epoch: room=" + roomId);
    }
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
