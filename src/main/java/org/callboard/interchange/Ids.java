package org.callboard.interchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.callboard.programme.Slug;

/**
 * Gives each thing of a programme an id of its own: the one that it brings, else one made of its
 * name.
 */
final class Ids {
  private final Set<String> brought;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> next = new HashMap<>();

  Ids(Collection<String> brought) {
    this.brought = Set.copyOf(brought);
  }

  /** The id itself for the first that brings it, one with a number for the others. */
  String own(String id) {
    return taken.add(id) ? id : numbered(id);
  }

  String made(String name) {
    String slug = Slug.of(name);
    return isFree(slug) ? own(slug) : numbered(slug);
  }

  private String numbered(String id) {
    int n = next.getOrDefault(id, 2);
    while (!isFree(id + "-" + n)) {
      n++;
    }
    next.put(id, n + 1);
    return own(id + "-" + n);
  }

  private boolean isFree(String id) {
    return !brought.contains(id) && !taken.contains(id);
  }
}
