package org.callboard.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The screens of other nodes, as those said last. Not safe for threads. */
final class Elsewhere {
  private static final class Word {
    private final Map<String, Screen> screens = new HashMap<>();
    private List<Crowd> phones = List.of();
  }

  private final Map<String, Word> words = new HashMap<>();

  /** A node says how screens of its are, all or those that changed. */
  void said(String node, boolean isWhole, List<Screen> screens, List<Crowd> phones) {
    Word word = words.computeIfAbsent(node, first -> new Word());
    if (isWhole) {
      word.screens.clear();
    }
    screens.forEach(screen -> word.screens.put(screen.id(), screen));
    word.phones = List.copyOf(phones);
  }

  /** A node is gone; gives the screens that it had. */
  Collection<Screen> lost(String node) {
    Word last = words.remove(node);
    return last == null ? List.of() : last.screens.values();
  }

  void forget(String id) {
    words.values().forEach(word -> word.screens.remove(id));
  }

  /** These and all that others have, each screen once: as it stands where it was heard last. */
  Stream<Screen> with(Stream<Screen> own) {
    if (words.isEmpty()) {
      return own;
    }
    Map<String, Screen> newest = new LinkedHashMap<>();
    List<Screen> phones = new ArrayList<>();
    Stream<Screen> theirs = words.values().stream().flatMap(word -> word.screens.values().stream());
    Stream.concat(own, theirs)
        .forEach(
            screen -> {
              if (screen.isPhone()) {
                phones.add(screen);
              } else {
                newest.merge(screen.id(), screen, Elsewhere::newer);
              }
            });
    Stream<Screen> crowds =
        words.values().stream()
            .flatMap(word -> word.phones.stream())
            .flatMap(crowd -> Collections.nCopies(crowd.count(), crowd.each()).stream());
    return Stream.of(newest.values().stream(), phones.stream(), crowds).flatMap(all -> all);
  }

  private static Screen newer(Screen one, Screen other) {
    if (one.isConnected() != other.isConnected()) {
      return one.isConnected() ? one : other;
    }
    return one.heard().nanos() - other.heard().nanos() >= 0 ? one : other;
  }
}
