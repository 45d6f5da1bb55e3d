package org.callboard.agenda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.change.Effect;

/** What an organiser should know of a plan: what it brings that was not there before it. */
final class Cautions {
  private Cautions() {}

  /** The cautions that effects bring, among the sessions that they touch. */
  static List<Caution> brought(Situation in, Agenda after, Verdict.Planned planned) {
    Set<String> touched = touched(planned.effects());
    Set<List<Object>> before =
        findings(in, in.agenda(), touched).map(Finding::key).collect(Collectors.toSet());
    Set<String> overlapped =
        planned.cautions().stream()
            .filter(caution -> caution.code().equals("pinned-overlap"))
            .flatMap(caution -> caution.sessions().stream())
            .collect(Collectors.toSet());
    List<Caution> brought = new ArrayList<>();
    findings(in, after, touched)
        .filter(finding -> !before.contains(finding.key()))
        .filter(finding -> !isSaidAlready(finding, overlapped))
        .forEach(finding -> brought.add(finding.caution()));
    Soon.openSlots(in, after, touched).forEach(brought::add);
    return brought;
  }

  private static Stream<Finding> findings(Situation in, Agenda agenda, Set<String> touched) {
    return Stream.of(
            Clashes.of(in, agenda, touched),
            Pauses.of(in, agenda, touched),
            Doors.of(in, agenda, touched))
        .flatMap(List::stream);
  }

  /** That a pinned session is run into says more than that its room is taken twice. */
  private static boolean isSaidAlready(Finding finding, Set<String> overlapped) {
    return finding.code().equals("room-conflict")
        && finding.sessions().stream().anyMatch(overlapped::contains);
  }

  /** A new edition may take a room from under a session that it does not touch. */
  private static Set<String> touched(List<Effect> effects) {
    Set<String> touched = new LinkedHashSet<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.OfSession ofSession) {
        touched.add(ofSession.session());
      } else if (effect instanceof Effect.Imported imported) {
        imported.to().sessions().forEach(session -> touched.add(session.id()));
      }
    }
    return touched;
  }
}
