package org.callboard.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.Step;
import org.callboard.journal.Entry;

/** The entries of the journal up to a revision, and the agenda that they fold to. Immutable. */
public record Prefix(List<Entry> entries, Agenda agenda) {

  public Prefix {
    entries = Collections.unmodifiableList(entries);
  }

  public long revision() {
    return entries.size();
  }

  /** The entry of a revision; empty for one that is not here yet. */
  public Optional<Entry> entry(long revision) {
    return revision >= 1 && revision <= entries.size()
        ? Optional.of(entries.get((int) revision - 1))
        : Optional.empty();
  }

  /** The newest revision after which nothing more was known at an instant of the event clock. */
  public long knownAt(Instant instant) {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    int known = entries.size();
    while (known > 1 && entries.get(known - 1).at().isAfter(second)) {
      known--;
    }
    return known;
  }

  /** The newest revision that changed any of these; 0 where none did. */
  public long lastChangeOf(Set<String> subjects) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      boolean touched =
          entries.get(i).effects().stream()
              .anyMatch(effect -> !Collections.disjoint(effect.subjects(), subjects));
      if (touched) {
        return i + 1L;
      }
    }
    return 0;
  }

  /** This and the entries that follow it. */
  Prefix with(List<Entry> more) {
    List<Entry> all = new ArrayList<>(entries.size() + more.size());
    all.addAll(entries);
    all.addAll(more);
    return new Prefix(all, agenda.foldAll(more.stream().map(Prefix::step).toList()));
  }

  static Step step(Entry entry) {
    return new Step(entry.at(), entry.effects(), entry.publicReason());
  }
}
