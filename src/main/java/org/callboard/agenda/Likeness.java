package org.callboard.agenda;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/**
 * What a session is recognised by where its id says nothing: its title, people, rooms and start. Of
 * a session that was changed live, what it was planned as counts, and what it is now.
 */
record Likeness(
    Set<String> titles, Set<String> people, Set<Set<String>> places, Set<Instant> starts) {
  /** From here on two sessions are the same, if nothing else is as like. */
  static final int CERTAIN = 6;

  /** From here on two sessions may be the same. */
  static final int DOUBTFUL = 4;

  private static final Duration NEAR = Duration.ofHours(2);
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Likeness of(Session plan) {
    return new Likeness(
        Set.of(folded(plan.title())),
        names(plan.people().stream()),
        Set.of(Set.copyOf(plan.rooms())),
        Set.of(plan.span().start()));
  }

  static Likeness of(LiveSession live) {
    Session plan = live.plan();
    return new Likeness(
        Stream.of(plan.title(), live.title()).map(Likeness::folded).collect(Collectors.toSet()),
        names(Stream.concat(plan.people().stream(), live.people().stream())),
        Stream.of(plan.rooms(), live.rooms()).map(Set::copyOf).collect(Collectors.toSet()),
        new HashSet<>(List.of(plan.span().start(), live.span().start())));
  }

  /** How much two sessions have in common; {@link #CERTAIN} takes two independent things. */
  int to(Likeness other) {
    return title(other) + people(other) + place(other) + time(other);
  }

  /** What any two that may be the same have at least one of in common. */
  Set<Object> keys() {
    Set<Object> keys = new HashSet<>(people);
    keys.addAll(titles);
    titles.forEach(title -> keys.addAll(words(title)));
    for (Set<String> place : places) {
      starts.forEach(start -> keys.add(List.of(place, start)));
    }
    return keys;
  }

  private int title(Likeness other) {
    int best = 0;
    for (String one : titles) {
      for (String two : other.titles) {
        best = Math.max(best, title(one, two));
      }
    }
    return best;
  }

  /** The same title, one with a few other words, or one that speaks of the same. */
  private static int title(String one, String two) {
    if (one.equals(two)) {
      return 4;
    }
    Set<String> all = words(one);
    Set<String> shared = words(one);
    all.addAll(words(two));
    shared.retainAll(words(two));
    boolean isPart = shared.size() == Math.min(words(one).size(), words(two).size());
    if (shared.size() * 5 >= all.size() * 3 || isPart && shared.size() > 1) {
      return 3;
    }
    return shared.size() * 10 >= all.size() * 3 || isPart ? 1 : 0;
  }

  /** Others altogether speak against it; people who are not named say nothing. */
  private int people(Likeness other) {
    if (people.isEmpty() || other.people.isEmpty()) {
      return 0;
    }
    if (people.containsAll(other.people) && other.people.containsAll(people)) {
      return 3;
    }
    return people.stream().anyMatch(other.people::contains) ? 2 : -2;
  }

  private int place(Likeness other) {
    return places.stream().anyMatch(other.places::contains) ? 1 : 0;
  }

  private int time(Likeness other) {
    if (starts.stream().anyMatch(other.starts::contains)) {
      return 2;
    }
    return starts.stream().anyMatch(one -> other.starts.stream().anyMatch(two -> near(one, two)))
        ? 1
        : 0;
  }

  private static boolean near(Instant one, Instant two) {
    return Duration.between(one, two).abs().compareTo(NEAR) <= 0;
  }

  private static Set<String> names(Stream<Slot> people) {
    return people
        .filter(slot -> !slot.isOpen())
        .map(slot -> folded(slot.name()))
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String title) {
    return new HashSet<>(Arrays.asList(title.split(" ")));
  }

  /** In small letters without accents, words apart by one space; a text of signs is itself. */
  static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String words = NO_WORD.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return words.isEmpty() ? text : words;
  }
}
