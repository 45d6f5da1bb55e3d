package org.callboard.pages;

import java.util.ArrayList;
import java.util.List;
import org.callboard.programme.Role;
import org.callboard.programme.Slot;

/** How people and open slots are put into words. */
final class People {
  private final Labels labels;

  People(Labels labels) {
    this.labels = labels;
  }

  /** Grouped by role, in the order in which the roles stand. */
  List<Door.Cast> casts(List<Slot> slots) {
    List<Door.Cast> casts = new ArrayList<>();
    for (Role role : Role.values()) {
      List<String> people =
          slots.stream().filter(slot -> slot.role() == role).map(this::person).toList();
      if (!people.isEmpty()) {
        casts.add(new Door.Cast(heading(role, people.size()), people));
      }
    }
    return casts;
  }

  String heading(Role role, int count) {
    return labels.say(count == 1 ? role.word() : role.word() + "s");
  }

  String person(Slot slot) {
    String name = slot.isOpen() ? "◌ " + labels.say("toBeConfirmed") : slot.name();
    return slot.affiliation().isEmpty() ? name : name + ", " + slot.affiliation();
  }
}
