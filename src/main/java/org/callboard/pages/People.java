package org.callboard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;

/** How people and open slots are put into words. */
final class People {
  private final Labels labels;

  People(Labels labels) {
    this.labels = labels;
  }

  /** Grouped by role, in the order in which the roles stand; some slots have lately changed. */
  List<Door.Cast> casts(List<Slot> slots, Set<Integer> changed) {
    List<Door.Cast> casts = new ArrayList<>();
    for (Role role : Role.values()) {
      List<Door.Person> people =
          IntStream.range(0, slots.size())
              .filter(slot -> slots.get(slot).role() == role)
              .mapToObj(slot -> person(slots.get(slot), changed.contains(slot)))
              .toList();
      if (!people.isEmpty()) {
        casts.add(new Door.Cast(heading(role, people.size()), people));
      }
    }
    return casts;
  }

  private Door.Person person(Slot slot, boolean isChanged) {
    return new Door.Person(person(slot), isChanged ? labels.say("new") : "");
  }

  String heading(Role role, int count) {
    return labels.say(count == 1 ? role.word() : role.word() + "s");
  }

  String person(Slot slot) {
    String name = slot.isOpen() ? "◌ " + labels.say("toBeConfirmed") : slot.name();
    return slot.affiliation().isEmpty() ? name : name + ", " + slot.affiliation();
  }
}
