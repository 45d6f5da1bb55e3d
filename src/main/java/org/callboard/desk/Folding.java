package org.callboard.desk;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callboard.agenda.Agenda;
import org.callboard.journal.Entry;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;

/** How entries of the journal become the day: folded in order over a programme of nothing. */
public final class Folding {
  static final Programme NOTHING =
      new Programme(
          new Event("", "", ZoneOffset.UTC, "", Optional.empty(), List.of()),
          List.of(),
          List.of(),
          List.of());

  private static final Prefix BEGINNING = new Prefix(List.of(), Agenda.of(NOTHING));

  private Folding() {}

  /**
   * The day after some entries, from the first.
   *
   * @throws RuntimeException when they do not fit together
   */
  public static Prefix of(List<Entry> entries) {
    return BEGINNING.with(entries);
  }

  /** Folds one entry after the other, and throws at the first that does not fit. */
  public static Consumer<Entry> progressively() {
    return new Consumer<>() {
      private Agenda agenda = BEGINNING.agenda();

      @Override
      public void accept(Entry entry) {
        agenda = agenda.fold(Prefix.step(entry));
      }
    };
  }
}
