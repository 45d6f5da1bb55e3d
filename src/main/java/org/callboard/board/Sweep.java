package org.callboard.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which of many windows hold, as an instant rises through them: each is looked at when it opens and
 * while it is open, never again. They keep the order in which they were given.
 */
final class Sweep<T> {
  private final List<Window<T>> windows;
  private final List<Integer> byOpening;
  private final TreeMap<Integer, Window<T>> open = new TreeMap<>();
  private int begun;
  private List<T> holding = List.of();

  Sweep(List<Window<T>> windows) {
    this.windows = List.copyOf(windows);
    this.byOpening =
        IntStream.range(0, windows.size())
            .boxed()
            .sorted(Comparator.comparing(i -> this.windows.get(i).from()))
            .toList();
  }

  /** Every instant at which something opens or closes. */
  void addTurnsTo(Collection<Instant> turns) {
    for (Window<T> window : windows) {
      turns.add(window.from());
      window.until().ifPresent(turns::add);
    }
  }

  /**
   * What holds at an instant that is not before the last one; the same list as long as it is the
   * same.
   */
  List<T> at(Instant instant) {
    boolean turned = false;
    while (begun < byOpening.size() && !opening(begun).from().isAfter(instant)) {
      open.put(byOpening.get(begun), opening(begun));
      begun++;
      turned = true;
    }
    if (open.values().removeIf(window -> window.isOverAt(instant)) || turned) {
      holding = held();
    }
    return holding;
  }

  private List<T> held() {
    List<T> held = new ArrayList<>(open.size());
    open.values().forEach(window -> held.add(window.what()));
    return List.copyOf(held);
  }

  private Window<T> opening(int index) {
    return windows.get(byOpening.get(index));
  }
}
