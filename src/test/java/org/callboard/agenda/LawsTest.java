package org.callboard.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.callboard.board.Boards;
import org.callboard.board.RandomDay;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.programme.Programme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds on any day whatever is changed on it, tried on random days with random changes; a
 * failure names its seed. {@code -Dcallboard.laws.days=10000} tries more of them.
 */
class LawsTest {
  private static final int CHANGES = 50;
  private static final int DAYS_A_SEED = 20;
  private static final int DAYS = Integer.getInteger("callboard.laws.days", 300);

  static Stream<Arguments> seeds() {
    return LongStream.range(0, DAYS / DAYS_A_SEED).mapToObj(Arguments::of);
  }

  @ParameterizedTest(name = "days from {0}")
  @MethodSource("seeds")
  void a_day_holds_its_laws_through_any_changes(long seed) {
    for (long day = 0; day < DAYS_A_SEED; day++) {
      tryDay(seed * DAYS_A_SEED + day);
    }
  }

  static void tryDay(long seed) {
    new Course(seed).run();
  }

  /** One day and what happens to it. */
  private static final class Course {
    private final long seed;
    private final Random random;
    private final Programme programme;
    private final List<Step> steps = new ArrayList<>();
    private final List<Past> past = new ArrayList<>();
    private final List<Agenda> agendas = new ArrayList<>();
    private Instant now;

    Course(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.programme = new RandomDay(seed).programme();
      this.now = programme.days().get(0).span().start().plus(Duration.ofHours(8));
      agendas.add(Agenda.of(programme));
    }

    void run() {
      RandomChange changes = new RandomChange(random);
      for (int i = 0; i < CHANGES; i++) {
        now = now.plusSeconds(random.nextInt(1_200));
        try {
          make(changes.on(agenda(), occasion()));
        } catch (RuntimeException failure) {
          throw new AssertionError(message("no change"), failure);
        }
      }
      requireReplay();
      assertThat(Boards.of(1, agenda()).rooms()).hasSameSizeAs(agenda().programme().rooms());
    }

    private void make(Change change) {
      Verdict verdict = Planner.plan(agenda(), change, occasion());
      assertThat(Planner.plan(agenda(), change, occasion())).as(message(change)).isEqualTo(verdict);
      if (verdict instanceof Verdict.Planned planned) {
        assertThat(planned.effects()).as(message(change)).isNotEmpty();
        requireNoEmptyEffect(change, planned);
        Agenda before = agenda();
        keep(change, planned);
        requireUndo(change, planned, before);
        RippleLaws.require(message(change), change, before, agenda(), planned);
      } else {
        assertThat(((Verdict.Refused) verdict).reason()).as(message(change)).isNotBlank();
      }
    }

    private void requireNoEmptyEffect(Change change, Verdict.Planned planned) {
      for (Effect effect : planned.effects()) {
        if (effect instanceof Effect.Retimed retimed) {
          assertThat(retimed.to()).as(message(change)).isNotEqualTo(retimed.from());
        }
      }
    }

    private void keep(Change change, Verdict.Planned planned) {
      Optional<Long> undoes =
          change instanceof Change.Undo undo ? Optional.of(undo.revision()) : Optional.empty();
      past.add(
          new Past(
              past.size() + 1, now, change.getClass().getSimpleName(), planned.effects(), undoes));
      steps.add(new Step(now, planned.effects(), ""));
      agendas.add(agenda().fold(steps.get(steps.size() - 1)));
      undoes.ifPresent(revision -> requireAsBefore(change, revision));
    }

    /** Of what an undone entry had changed, everything is as it was before that entry. */
    private void requireAsBefore(Change change, long revision) {
      Agenda then = agendas.get((int) revision - 1);
      for (Effect effect : past.get((int) revision - 1).effects()) {
        if (effect instanceof Effect.OfSession ofSession) {
          assertThat(agenda().session(ofSession.session()).map(each -> each.span()))
              .as(message(change))
              .isEqualTo(then.session(ofSession.session()).map(each -> each.span()));
        }
      }
    }

    private void requireUndo(Change change, Verdict.Planned planned, Agenda before) {
      Verdict undo = Planner.plan(agenda(), new Change.Undo(past.size()), occasion());
      boolean isClock = planned.effects().get(0) instanceof Effect.ClockSet;
      boolean isFirstImport = past.size() == 1 && change instanceof Change.Import;
      boolean hasPassed = planned.effects().stream().anyMatch(this::hasPassed);
      if (isClock || isFirstImport) {
        assertThat(undo).as(message(change)).isInstanceOf(Verdict.Refused.class);
      } else if (!hasPassed) {
        assertThat(undo).as(message(change)).isInstanceOf(Verdict.Planned.class);
        Agenda after = agenda().fold(((Verdict.Planned) undo).effects());
        assertThat(after.isTheSameDayAs(before)).as(message(change)).isTrue();
      }
    }

    private boolean hasPassed(Effect effect) {
      return effect instanceof Effect.Unscheduled unscheduled
          && !unscheduled.pending().due().isAfter(now);
    }

    private void requireReplay() {
      assertThat(Agenda.of(programme).foldAll(steps)).as(message("replay")).isEqualTo(agenda());
      int prefix = random.nextInt(steps.size() + 1);
      assertThat(Agenda.of(programme).foldAll(steps.subList(0, prefix)))
          .as(message("prefix " + prefix))
          .isEqualTo(agendas.get(prefix));
    }

    private Agenda agenda() {
      return agendas.get(agendas.size() - 1);
    }

    private Occasion occasion() {
      return new Occasion(now, past.size() + 1, true, "ada", past);
    }

    private String message(Object change) {
      Object brief = change instanceof Change.Import ? "import" : change;
      return "seed=%d revision=%d change=%s".formatted(seed, past.size() + 1, brief);
    }
  }
}
