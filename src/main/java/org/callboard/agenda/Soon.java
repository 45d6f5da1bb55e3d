package org.callboard.agenda;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Slot;

/** What should be settled within the hour: slots of sessions that are about to start. */
final class Soon {
  private static final Duration HOUR = Duration.ofHours(1);

  private Soon() {}

  /** A change close to a start is worth the reminder, though the slot was open before it. */
  static Stream<Caution> openSlots(Situation in, Agenda agenda, Set<String> touched) {
    return touched.stream()
        .flatMap(id -> agenda.session(id).stream())
        .filter(session -> session.isOn() && startsSoon(in, session))
        .filter(session -> session.people().stream().anyMatch(Slot::isOpen))
        .map(session -> caution(in, session));
  }

  private static boolean startsSoon(Situation in, LiveSession session) {
    Duration until = Duration.between(in.now(), session.span().start());
    return !until.isNegative() && until.compareTo(HOUR) <= 0;
  }

  private static Caution caution(Situation in, LiveSession session) {
    String roles =
        session.people().stream()
            .filter(Slot::isOpen)
            .map(slot -> slot.role().word())
            .distinct()
            .collect(Collectors.joining(", "));
    return new Caution(
        "slot-open",
        Situation.quoted(session)
            + " starts at "
            + in.clock(session.span().start())
            + " and a slot is still open ("
            + roles
            + "); assign somebody.",
        List.of(session.id()));
  }
}
