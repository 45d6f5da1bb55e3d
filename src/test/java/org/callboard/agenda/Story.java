package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.change.Change;

/** A day in the making, for tests: changes asked one after the other, at their clock times. */
final class Story {
  private final List<Past> past = new ArrayList<>();
  private Agenda agenda;
  private boolean isRehearsal;

  Story(String table) {
    this(Agenda.of(Tables.programme(table)));
  }

  Story(Agenda agenda) {
    this.agenda = agenda;
  }

  Story rehearsed() {
    isRehearsal = true;
    return this;
  }

  /** Makes a change that must be possible, as the next revision. */
  Verdict.Planned make(String clock, Change change) {
    Verdict verdict = plan(clock, change);
    assertThat(verdict).isInstanceOf(Verdict.Planned.class);
    Verdict.Planned planned = (Verdict.Planned) verdict;
    Instant at = Tables.at(clock);
    Optional<Long> undoes =
        change instanceof Change.Undo undo ? Optional.of(undo.revision()) : Optional.empty();
    String what = change.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    past.add(new Past(past.size() + 1, at, what, planned.effects(), undoes));
    agenda = agenda.fold(new Step(at, planned.effects(), ""));
    return planned;
  }

  /** Asks for a change that must be impossible; why it is. */
  String refusal(String clock, Change change) {
    Verdict verdict = plan(clock, change);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    return ((Verdict.Refused) verdict).reason();
  }

  Agenda agenda() {
    return agenda;
  }

  LiveSession session(String id) {
    return agenda.session(id).orElseThrow();
  }

  /** The live times of a session, such as {@code 09:00-10:00}. */
  String times(String id) {
    return Tables.clock(session(id).span());
  }

  private Verdict plan(String clock, Change change) {
    Instant at = Tables.at(clock);
    return Planner.plan(
        agenda, change, new Occasion(at, past.size() + 1, isRehearsal, "ada", past));
  }
}
