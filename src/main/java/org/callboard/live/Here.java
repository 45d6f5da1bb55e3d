package org.callboard.live;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.clock.Moment;
import org.callboard.wire.ScreenMessage;

/**
 * The screens of this node: those on the line, and those that have gone, as they last were. What
 * has gone is kept for a day, and never more than a bound. Not safe for threads.
 */
final class Here {
  static final int MOST_GONE = 500;
  private static final Duration KEPT = Duration.ofHours(24);

  private final String mark;
  private final Map<String, Screen> connected = new HashMap<>();
  private final Map<String, Screen> gone = new LinkedHashMap<>(); // in the order of their going
  private long connections;

  /**
   * Nobody yet.
   *
   * @param mark ends the names that it makes up, so that no other node makes up the same
   */
  Here(String mark) {
    this.mark = mark;
  }

  Stream<Screen> all(Moment now) {
    forgetOld(now);
    return Stream.concat(connected.values().stream(), gone.values().stream());
  }

  Collection<Screen> connected() {
    return connected.values();
  }

  boolean isConnected(String id) {
    return connected.containsKey(id);
  }

  /** The phones, by what they watch. */
  List<Crowd> phones() {
    Map<Set<String>, List<Screen>> alike =
        connected.values().stream()
            .filter(Screen::isPhone)
            .collect(Collectors.groupingBy(Screen::topics));
    return alike.values().stream().map(each -> new Crowd(each.get(0), each.size())).toList();
  }

  long newConnection() {
    return ++connections;
  }

  /** A connection says who it is; it speaks for that screen from now on. */
  Screen join(
      long connection,
      ScreenMessage.Subscribe said,
      Set<String> topics,
      String address,
      Moment now) {
    Place place = Place.of(said);
    boolean isNamed = !said.screen().isEmpty();
    String id = isNamed ? said.screen() : idFor(connection, place, topics, address);
    Screen screen =
        new Screen(
            id,
            isNamed,
            place.role(),
            place.room(),
            said.language(),
            topics,
            address,
            connection,
            now,
            now,
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Screen.Pairing.NONE);
    gone.remove(id);
    connected.put(id, screen);
    return screen;
  }

  /**
   * A nameless screen that comes back after a reload is known by where it hangs, so that it does
   * not count as one that is missing besides.
   */
  private String idFor(long connection, Place place, Set<String> topics, String address) {
    return gone.values().stream()
        .filter(screen -> !screen.isNamed() && screen.address().equals(address))
        .filter(screen -> screen.topics().equals(topics) && screen.role().equals(place.role()))
        .map(Screen::id)
        .findFirst()
        .orElse("#" + connection + mark);
  }

  /** A connection has proved its screen's name, and is known by it from now on. */
  Screen name(Screen mine, String name) {
    if (!speaksFor(mine)) {
      return mine;
    }
    Screen named = connected.remove(mine.id()).named(name);
    gone.remove(name);
    connected.put(name, named);
    return named;
  }

  /** Keeps what a connection says, while it is the one that speaks for the screen. */
  void keep(Screen mine, BiFunction<Screen, Moment, Screen> said, Moment now) {
    if (speaksFor(mine)) {
      connected.computeIfPresent(mine.id(), (id, screen) -> said.apply(screen, now));
    }
  }

  /** A line has closed; the screen is kept as one that has gone where somebody misses it. */
  void leave(Screen mine, Predicate<Screen> isMissed, Moment now) {
    if (speaksFor(mine)) {
      Screen last = connected.remove(mine.id());
      if (isMissed.test(last)) {
        gone.put(last.id(), last.gone(now));
      }
      forgetOld(now);
    }
  }

  private boolean speaksFor(Screen mine) {
    Screen known = connected.get(mine.id());
    return known != null && known.connection() == mine.connection();
  }

  /**
   * Another node is gone that had these; they are, too, until they come to a node that is there.
   */
  void miss(Collection<Screen> lost, Moment now) {
    for (Screen last : lost) {
      if (!connected.containsKey(last.id())) {
        gone.putIfAbsent(last.id(), last.isConnected() ? last.gone(now) : last);
      }
    }
    forgetOld(now);
  }

  void strikeOff(String id) {
    gone.remove(id);
  }

  void strikeOff(Predicate<Screen> isOver) {
    gone.values().removeIf(isOver);
  }

  private void forgetOld(Moment now) {
    Iterator<Screen> oldestFirst = gone.values().iterator();
    while (oldestFirst.hasNext() && isOld(oldestFirst.next(), now)) {
      oldestFirst.remove();
    }
  }

  private boolean isOld(Screen screen, Moment now) {
    boolean isLongAgo = now.since(screen.gone().orElse(now)).compareTo(KEPT) > 0;
    return isLongAgo || gone.size() > MOST_GONE;
  }
}
