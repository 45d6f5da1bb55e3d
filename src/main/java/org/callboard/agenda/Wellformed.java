package org.callboard.agenda;

import java.util.List;
import java.util.Optional;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.programme.Room;

/** What an announcement must be before anybody sees it; what is not so is refused. */
final class Wellformed {
  private Wellformed() {}

  static void require(Situation in, Announcement draft) {
    requireLengths(draft);
    Describing.requireLanguages(draft.translations().keySet());
    requireEnd(in, draft);
    draft.targets().forEach(target -> requireTarget(in, target));
  }

  /** Lengths count characters as people do: a flag or an accent is not two. */
  static void requireLengths(Announcement draft) {
    requireLengths(draft.text());
    draft.translations().values().forEach(Wellformed::requireLengths);
  }

  private static void requireLengths(Text text) {
    requireAtMost(Announcement.LONGEST_HEADLINE, "headline", text.headline());
    requireAtMost(Announcement.LONGEST_DETAIL, "detail", text.detail());
  }

  private static void requireAtMost(int most, String what, String text) {
    int length = text.codePointCount(0, text.length());
    if (length > most) {
      throw new Impossible(
          "The " + what + " has " + length + " characters; screens show at most " + most + ".");
    }
  }

  private static void requireEnd(Situation in, Announcement draft) {
    if (draft.until().isEmpty() && draft.level().mustEnd()) {
      throw new Impossible(
          "An announcement of level "
              + draft.level().word()
              + " needs an end; give until. Only safety and ambient may stay open.");
    }
    draft
        .until()
        .filter(until -> !until.isAfter(draft.from()) || !until.isAfter(in.now()))
        .ifPresent(
            until -> {
              throw new Impossible(
                  "It would end at "
                      + in.clock(until)
                      + ", before anybody sees it; it is "
                      + in.clock(in.now())
                      + " and it opens at "
                      + in.clock(draft.from())
                      + ". Give a later until.");
            });
  }

  private static void requireTarget(Situation in, Target target) {
    Optional.of(target.room()).filter(room -> !room.isEmpty()).ifPresent(in::room);
    List<String> zones =
        in.agenda().programme().rooms().stream()
            .map(Room::zone)
            .filter(zone -> !zone.isEmpty())
            .distinct()
            .toList();
    requireOneOf(zones, "zone", target.zone());
    requireOneOf(Target.ROLES, "role", target.role());
  }

  private static void requireOneOf(List<String> known, String what, String given) {
    if (!given.isEmpty() && !known.contains(given)) {
      String choice = known.isEmpty() ? "there are none" : "one of " + String.join(", ", known);
      throw new Impossible("There is no " + what + " " + given + " to target; " + choice + ".");
    }
  }
}
