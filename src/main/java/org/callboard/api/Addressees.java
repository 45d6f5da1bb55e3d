package org.callboard.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Effect;
import org.callboard.live.Screen;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;

/** The screens that targets name, by the same rule by which a screen shows an announcement. */
record Addressees(List<Target> targets, Programme programme) implements Predicate<Screen> {

  /** Those whom effects are for that only tell people something; empty for any other effects. */
  static Optional<Addressees> of(List<Effect> effects, Agenda agenda) {
    List<Target> targets = new ArrayList<>();
    for (Effect effect : effects) {
      List<Target> named = targets(effect, agenda);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      targets.addAll(named);
    }
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(new Addressees(targets, agenda.programme()));
  }

  private static List<Target> targets(Effect effect, Agenda agenda) {
    if (effect instanceof Effect.Announced announced) {
      return announced.announcement().targets();
    }
    if (effect instanceof Effect.Retracted retracted) {
      return retracted.announcement().targets();
    }
    return effect instanceof Effect.Withdrawn withdrawn
        ? agenda
            .announcement(withdrawn.announcement())
            .map(LiveAnnouncement::announcement)
            .map(Announcement::targets)
            .orElse(List.of())
        : List.of();
  }

  @Override
  public boolean test(Screen screen) {
    String zone = programme.room(screen.room()).map(Room::zone).orElse("");
    return targets.stream()
        .anyMatch(
            target ->
                allows(target.room(), screen.room())
                    && allows(target.zone(), zone)
                    && allows(target.role(), screen.role())
                    && allows(target.screen(), screen.isNamed() ? screen.id() : ""));
  }

  private static boolean allows(String named, String actual) {
    return named.isEmpty() || named.equals(actual);
  }
}
