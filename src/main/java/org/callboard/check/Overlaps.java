package org.callboard.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/** Who and what is wanted in two places: rooms and people, one after the other. */
final class Overlaps {
  private final Programme programme;
  private final Sayings say;

  Overlaps(Programme programme, Sayings say) {
    this.programme = programme;
    this.say = say;
  }

  void tell(Findings findings) {
    byRoom().forEach((room, sessions) -> rooms(room, sessions, findings));
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, List<Session>> byPerson = byPerson(names);
    byPerson.forEach((key, sessions) -> people(names.get(key), sessions, findings));
    byPerson.forEach((key, sessions) -> walks(names.get(key), sessions, findings));
  }

  private Map<String, List<Session>> byRoom() {
    Map<String, List<Session>> byRoom = new LinkedHashMap<>();
    for (Session session : programme.sessions()) {
      session.rooms().forEach(room -> listOf(byRoom, room).add(session));
    }
    return byRoom;
  }

  private Map<String, List<Session>> byPerson(Map<String, String> names) {
    Map<String, List<Session>> byPerson = new LinkedHashMap<>();
    for (Session session : programme.sessions()) {
      Set<String> once = new LinkedHashSet<>();
      for (Slot slot : session.people()) {
        String key = Folding.of(slot.name());
        if (!slot.isOpen() && once.add(key)) {
          names.putIfAbsent(key, slot.name());
          listOf(byPerson, key).add(session);
        }
      }
    }
    return byPerson;
  }

  private static List<Session> listOf(Map<String, List<Session>> map, String key) {
    return map.computeIfAbsent(key, unseen -> new ArrayList<>());
  }

  private void rooms(String room, List<Session> sessions, Findings findings) {
    for (List<Session> pair : overlapping(sessions)) {
      findings.add(
          Topic.ROOM_CONFLICT,
          ids(pair),
          say.room(room) + " holds " + both(pair, " and ") + " at once.",
          "Move one of them to another room or time.");
    }
  }

  private void people(String name, List<Session> sessions, Findings findings) {
    for (List<Session> pair : overlapping(sessions)) {
      findings.add(
          Topic.PERSON_CONFLICT,
          ids(pair),
          name + " is in " + both(pair, " and in ") + " at once.",
          "Move one of them, or give the slot to somebody else.");
    }
  }

  /** Pairs of sessions that overlap, of a list in order of start. */
  private static List<List<Session>> overlapping(List<Session> sessions) {
    List<List<Session>> pairs = new ArrayList<>();
    List<Session> running = new ArrayList<>();
    for (Session session : sessions) {
      Instant start = session.span().start();
      running.removeIf(other -> !other.span().end().isAfter(start));
      for (Session other : running) {
        if (other.span().overlaps(session.span())) {
          pairs.add(List.of(other, session));
        }
      }
      running.add(session);
      if (pairs.size() > Findings.MOST_TOLD * 10) {
        return pairs;
      }
    }
    return pairs;
  }

  /** From one session to the person's next, where both are in places of their own. */
  private void walks(String name, List<Session> sessions, Findings findings) {
    for (int i = 1; i < sessions.size(); i++) {
      Session from = sessions.get(i - 1);
      Session to = sessions.get(i);
      Duration gap = Duration.between(from.span().end(), to.span().start());
      int needed = walk(from, to);
      if (!gap.isNegative() && gap.toMinutes() < needed) {
        findings.add(
            Topic.WALK,
            ids(List.of(from, to)),
            name
                + " has "
                + gap.toMinutes()
                + " min from "
                + both(List.of(from, to), " to ")
                + ", and the walk takes "
                + needed
                + ".",
            "Leave more time between them, or bring them closer together.");
      }
    }
  }

  /** Out of one place and into the other; none within a room or a part of town. */
  private int walk(Session from, Session to) {
    if (!Collections.disjoint(from.rooms(), to.rooms())) {
      return 0;
    }
    int least = Integer.MAX_VALUE;
    for (String one : from.rooms()) {
      for (String other : to.rooms()) {
        least = Math.min(least, walk(say.known(one), say.known(other)));
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  private static int walk(Room one, Room other) {
    boolean isTogether = !one.zone().isEmpty() && one.zone().equals(other.zone());
    return isTogether ? 0 : one.walkingMinutes() + other.walkingMinutes();
  }

  private String both(List<Session> pair, String between) {
    return say.session(pair.get(0)) + between + say.session(pair.get(1));
  }

  private static List<String> ids(List<Session> pair) {
    return pair.stream().map(Session::id).toList();
  }
}
