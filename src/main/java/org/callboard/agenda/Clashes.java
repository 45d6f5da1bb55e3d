package org.callboard.agenda;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callboard.programme.Slot;

/** What stands in its own way on a day: a room taken twice, a person in two places at once. */
final class Clashes {
  private final Situation in;
  private final Agenda agenda;
  private final List<Finding> found = new ArrayList<>();

  private Clashes(Situation in, Agenda agenda) {
    this.in = in;
    this.agenda = agenda;
  }

  /** All in which one of some sessions has a part. */
  static List<Finding> of(Situation in, Agenda agenda, Set<String> touched) {
    Clashes clashes = new Clashes(in, agenda);
    for (String id : touched) {
      agenda.session(id).filter(LiveSession::isOn).ifPresent(each -> clashes.of(each, touched));
    }
    return clashes.found;
  }

  /** A pair of touched sessions is looked at once. */
  private void of(LiveSession session, Set<String> touched) {
    agenda.sessions().stream()
        .filter(other -> other.isOn() && other.span().overlaps(session.span()))
        .filter(
            other ->
                !other.id().equals(session.id())
                    && (!touched.contains(other.id()) || session.id().compareTo(other.id()) < 0))
        .forEach(other -> compare(session, other));
  }

  private void compare(LiveSession one, LiveSession other) {
    boolean isInOrder =
        Comparator.comparing((LiveSession session) -> session.span().start())
                .thenComparing(LiveSession::id)
                .compare(one, other)
            < 0;
    LiveSession first = isInOrder ? one : other;
    LiveSession second = isInOrder ? other : one;
    first.rooms().stream()
        .filter(second.rooms()::contains)
        .forEach(room -> found.add(taken(room, first, second)));
    Map<String, String> names = names(first);
    names.keySet().retainAll(names(second).keySet());
    names.forEach((key, name) -> found.add(inTwoPlaces(key, name, first, second)));
  }

  private Finding taken(String room, LiveSession first, LiveSession second) {
    String message =
        in.roomName(room)
            + " would hold "
            + in.quotedAt(first)
            + " and "
            + in.quotedAt(second)
            + " at once; move one of them to another room or time.";
    return new Finding("room-conflict", room, message, both(first, second));
  }

  private Finding inTwoPlaces(String key, String name, LiveSession first, LiveSession second) {
    String message =
        name
            + " would be in "
            + in.quotedAt(first)
            + " and in "
            + in.quotedAt(second)
            + " at once; move one of them, or give the slot to somebody else.";
    return new Finding("person-conflict", key, message, both(first, second));
  }

  private static List<String> both(LiveSession one, LiveSession other) {
    return new TreeSet<>(Set.of(one.id(), other.id())).stream().toList();
  }

  /** Names by what makes two of them one person: not case, accents or spaces around. */
  private static Map<String, String> names(LiveSession session) {
    Map<String, String> names = new TreeMap<>();
    Stream<Slot> taken = session.people().stream().filter(slot -> !slot.isOpen());
    taken.forEach(slot -> names.putIfAbsent(plain(slot.name()), slot.name()));
    return names;
  }

  private static String plain(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.strip().toLowerCase(Locale.ROOT);
  }
}
