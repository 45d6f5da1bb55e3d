package org.callboard.agenda;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rooms that a session has been in on its way from room to room, oldest first: at their doors,
 * too, people may look for it.
 *
 * @param rooms those of each stop that it has left
 * @param since when it came where it is
 */
record Trail(List<List<String>> rooms, Instant since) {
  static final Trail NONE = new Trail(List.of(), Instant.EPOCH);

  Trail {
    rooms = List.copyOf(rooms);
  }

  boolean passes(String room) {
    return rooms.stream().anyMatch(stop -> stop.contains(room));
  }

  /** One that goes straight back was moved by mistake, and nobody need look for it there. */
  Trail moved(List<String> from, List<String> to, Instant at) {
    List<List<String>> left = new ArrayList<>(rooms);
    boolean goesBack = !left.isEmpty() && left.get(left.size() - 1).equals(to);
    if (goesBack && !at.isAfter(since.plus(Mark.LENGTH))) {
      left.remove(left.size() - 1);
    } else {
      left.add(from);
    }
    return new Trail(left, at);
  }
}
