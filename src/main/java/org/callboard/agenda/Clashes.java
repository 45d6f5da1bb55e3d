package org.callboard.agenda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.callboard.change.Effect;
import org.callboard.programme.Room;
import org.callboard.programme.Slot;

/** What stands in its own way on a day: a room taken twice, a person in two places at once. */
final class Clashes {
  private final Agenda agenda;

  private Clashes(Agenda agenda) {
    this.agenda = agenda;
  }

  /** What effects bring that was not there before, among the sessions that they touch. */
  static List<Caution> brought(Agenda before, Agenda after, List<Effect> effects) {
    Set<String> touched =
        effects.stream()
            .filter(Effect.OfSession.class::isInstance)
            .map(effect -> ((Effect.OfSession) effect).session())
            .collect(Collectors.toSet());
    Set<Caution> cautions = new Clashes(after).of(touched);
    cautions.removeAll(new Clashes(before).of(touched));
    return List.copyOf(cautions);
  }

  private Set<Caution> of(Set<String> touched) {
    Set<Caution> cautions = new LinkedHashSet<>();
    for (LiveSession session : agenda.sessions()) {
      if (touched.contains(session.id()) && !session.isCancelled()) {
        agenda.sessions().stream()
            .filter(other -> !other.isCancelled() && !other.id().equals(session.id()))
            .filter(other -> other.span().overlaps(session.span()))
            .forEach(other -> compare(session, other, cautions));
      }
    }
    return cautions;
  }

  private void compare(LiveSession one, LiveSession other, Set<Caution> cautions) {
    List<String> both = new TreeSet<>(Set.of(one.id(), other.id())).stream().toList();
    one.rooms().stream()
        .filter(other.rooms()::contains)
        .flatMap(room -> agenda.programme().room(room).stream())
        .map(room -> taken(room, both))
        .forEach(cautions::add);
    sharedPerson(one, other).map(name -> inTwoPlaces(name, both)).ifPresent(cautions::add);
  }

  private static Caution taken(Room room, List<String> sessions) {
    return new Caution(
        "room-conflict", room.name() + " would hold two sessions at once.", sessions);
  }

  private static Caution inTwoPlaces(String name, List<String> sessions) {
    return new Caution("person-conflict", name + " would be in two sessions at once.", sessions);
  }

  private static Optional<String> sharedPerson(LiveSession one, LiveSession other) {
    Set<String> names =
        one.people().stream()
            .filter(slot -> !slot.isOpen())
            .map(Slot::name)
            .collect(Collectors.toSet());
    return other.people().stream().map(Slot::name).filter(names::contains).findFirst();
  }
}
