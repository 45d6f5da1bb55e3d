package org.callboard.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.board.DayText;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;

/** A day of two rooms, changed by each of some effects in a revision of its own. */
record Day(Agenda agenda, Chronicle chronicle) {
  static final Programme PLAN =
      DayText.programme(
          """
          hall  09:00-10:15 Opening
          *     10:15-10:30 Coffee
          scala 11:00-12:00 Panel
          """);
  static final Instant TEN = Instant.parse("2017-11-16T09:00:00Z");

  static Day after(Effect... effects) {
    List<Revision> revisions = new ArrayList<>();
    revisions.add(revision(1, new Effect.Imported(DayText.programme(""), PLAN)));
    Agenda agenda = Agenda.of(PLAN);
    for (Effect effect : effects) {
      revisions.add(revision(revisions.size() + 1, effect));
      agenda = agenda.fold(List.of(effect));
    }
    return new Day(agenda, Chronicle.EMPTY.with(revisions));
  }

  private static Revision revision(int second, Effect effect) {
    Instant kept = Instant.ofEpochSecond(1_600_000_000L + second);
    return new Revision(kept, TEN.plusSeconds(second), List.of(effect));
  }

  static Effect.Announced told(String id, String thread, Level level, Mode mode, boolean allClear) {
    return new Effect.Announced(
        new Announcement(
            id,
            thread,
            level,
            mode,
            new Text("Leave by the <nearest> exit", "Meet on the square."),
            Map.of("fr", new Text("Sortez par l’issue la plus proche", "")),
            List.of(new Target("hall", "", "", ""), Target.VENUE),
            TEN,
            level == Level.SAFETY ? Optional.empty() : Optional.of(TEN.plusSeconds(600)),
            Optional.empty(),
            allClear));
  }

  static Effect.Withdrawn ended(String id, int second) {
    return new Effect.Withdrawn(id, Optional.empty(), Optional.of(TEN.plusSeconds(second)));
  }
}
