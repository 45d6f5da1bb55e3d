package org.callboard.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.programme.Slot;

/** The names of people so far, to tell when one is likely spelt in two ways. */
final class NamesSeen {
  private static final int MOST_LETTERS = 2;
  private static final int MOST_COMPARED = 100;
  private static final int MOST_NAMES = 5_000;

  private final Warnings warnings;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, List<Spelling.Spelt>> byWord = new HashMap<>();

  NamesSeen(Warnings warnings) {
    this.warnings = warnings;
  }

  void see(List<Slot> people, List<Integer> lines) {
    for (int i = 0; i < people.size(); i++) {
      see(people.get(i).name(), lines.get(i));
    }
  }

  /** The people of one line. */
  void see(List<Slot> people, int line) {
    people.forEach(slot -> see(slot.name(), line));
  }

  private void see(String name, int line) {
    if (!name.isEmpty() && seen.size() < MOST_NAMES && seen.add(name)) {
      compare(Spelling.spelt(name), line);
    }
  }

  /**
   * Only names that share a word are compared, so that a long list of names stays quick to read.
   */
  private void compare(Spelling.Spelt name, int line) {
    boolean warned = false;
    for (String word : name.words()) {
      List<Spelling.Spelt> others = byWord.computeIfAbsent(word, unused -> new ArrayList<>());
      for (int i = 0; i < Math.min(others.size(), MOST_COMPARED) && !warned; i++) {
        warned = Spelling.areClose(name, others.get(i), MOST_LETTERS);
        if (warned) {
          warnings.add(
              line,
              "person-alias",
              "“"
                  + name.name()
                  + "” and “"
                  + others.get(i).name()
                  + "” may be one person: spell the name the same if so");
        }
      }
      others.add(name);
    }
  }
}
