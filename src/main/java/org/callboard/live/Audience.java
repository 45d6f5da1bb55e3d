package org.callboard.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How many screens of this node watch each set of topics. Any thread may call it. */
public final class Audience {
  private final Map<Set<String>, Integer> screens = new ConcurrentHashMap<>();

  /** How many screens watch any of these topics. */
  public int watching(Set<String> topics) {
    return screens.entrySet().stream()
        .filter(entry -> entry.getKey().stream().anyMatch(topics::contains))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  void joined(Set<String> topics) {
    screens.merge(topics, 1, Integer::sum);
  }

  void left(Set<String> topics) {
    screens.computeIfPresent(topics, (key, count) -> count > 1 ? count - 1 : null);
  }
}
