package org.callboard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.board.DayText;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.junit.jupiter.api.Test;

/** What a session has been through, told from the journal alone. */
class ChronicleTest {
  private static final Programme NONE = DayText.programme("");
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:15 Opening
          hall  11:00-12:00 Panel
          """);
  private static final Session OPENING = DAY.sessions().get(0);
  private static final Session PANEL = DAY.sessions().get(1);
  private static final Revision FIRST = revision(1, new Effect.Imported(NONE, DAY));

  private static Revision revision(int second, Effect... effects) {
    return new Revision(Instant.ofEpochSecond(second), List.of(effects));
  }

  private static Effect later(Session session, int minutes) {
    Instant start = session.span().start().plus(Duration.ofMinutes(minutes));
    return new Effect.Retimed(session.id(), session.span(), session.span().startingAt(start), 0);
  }

  private static Trace trace(Session session, Revision... revisions) {
    return Chronicle.EMPTY.with(List.of(revisions)).trace(session.id()).orElseThrow();
  }

  @Test
  void a_session_that_never_changed_counts_none() {
    assertThat(trace(OPENING, FIRST)).isEqualTo(new Trace(0, Instant.ofEpochSecond(1), OPENING));
  }

  @Test
  void each_revision_counts_once_and_only_for_what_it_touches() {
    Revision second = revision(2, later(OPENING, 5), new Effect.Cancelled(OPENING.id(), true));
    assertThat(trace(OPENING, FIRST, second).changes()).isEqualTo(1);
    assertThat(trace(OPENING, FIRST, second).changedAt()).isEqualTo(Instant.ofEpochSecond(2));
    assertThat(trace(PANEL, FIRST, second).changes()).isZero();
  }

  @Test
  void an_edition_counts_for_the_sessions_that_it_changes_or_drops() {
    Programme next = DayText.programme("hall  09:30-10:15 Opening");
    Revision second = revision(2, new Effect.Imported(DAY, next));
    Session moved = next.sessions().get(0);
    assertThat(trace(OPENING, FIRST, second))
        .isEqualTo(new Trace(1, Instant.ofEpochSecond(2), moved));
    assertThat(trace(PANEL, FIRST, second))
        .isEqualTo(new Trace(1, Instant.ofEpochSecond(2), PANEL));
  }

  @Test
  void one_that_was_taken_out_again_is_still_known() {
    Session extra = Session.plain("extra", "Extra", PANEL.kind(), List.of("hall"), PANEL.span());
    Trace gone =
        trace(
            extra,
            FIRST,
            revision(2, new Effect.Added(extra)),
            revision(3, new Effect.Removed(extra)));
    assertThat(gone).isEqualTo(new Trace(1, Instant.ofEpochSecond(3), extra));
  }

  @Test
  void step_by_step_tells_the_same_as_at_once() {
    Revision second = revision(2, later(OPENING, 5));
    Revision third = revision(3, later(PANEL, 5));
    Chronicle stepped =
        Chronicle.EMPTY.with(List.of(FIRST)).with(List.of(second)).with(List.of(third));
    assertThat(stepped.trace(OPENING.id())).contains(trace(OPENING, FIRST, second, third));
    assertThat(stepped.trace(PANEL.id())).contains(trace(PANEL, FIRST, second, third));
    assertThat(stepped.trace("nobody")).isEmpty();
  }
}
