package org.callboard.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.clock.Moment;
import org.callboard.wire.ScreenMessage;

/**
 * One connection's word in the registry of screens. It lives on the event loop of its socket. A
 * console, and a connection that never subscribes, is no screen and has no word.
 */
final class Reporter {
  /** Reports in one second; a screen that paints every change of a busy day makes a few. */
  static final int MOST_A_SECOND = 50;

  private static final Set<String> NO_SCREENS = Set.of("console", ScreenMessage.SELF_TEST);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Screens screens;
  private final PaintTimes times;
  private final String address;
  private final long connection;
  private Optional<Screen> mine = Optional.empty();
  private Set<String> topics = Set.of();
  private long shown; // 0 until it has said that it shows something
  private boolean isVisible = true;
  private boolean isSelfTest;
  private Moment second;
  private int reports;

  Reporter(Screens screens, PaintTimes times, String address) {
    this.screens = screens;
    this.times = times;
    this.address = address;
    this.connection = screens.newConnection();
    this.second = screens.now();
  }

  /** It says who it is, perhaps again and as another. */
  void join(ScreenMessage.Subscribe said, Set<String> watched) {
    leave();
    topics = watched;
    shown = 0;
    isSelfTest = said.role().equals(ScreenMessage.SELF_TEST);
    mine =
        NO_SCREENS.contains(said.role())
            ? Optional.empty()
            : Optional.of(screens.join(connection, said, watched, address));
  }

  /** Whether it is the node's own virtual screen. */
  boolean isSelfTest() {
    return isSelfTest;
  }

  /** It has proved its name. */
  void name(String name) {
    mine = mine.map(screen -> screens.name(screen, name));
  }

  /** The name that it says is not in the records, or not its own. */
  void unknown() {
    mine.ifPresent(screen -> screens.keep(screen, (known, at) -> known.unknown()));
  }

  /**
   * A receipt for no more than there is to show.
   *
   * @throws IllegalArgumentException when reports come too fast
   */
  void painted(ScreenMessage.Painted word, long newest) {
    count();
    mine.ifPresent(
        screen -> {
          screens.keep(screen, (known, at) -> known.painted(own(word, known, newest), at));
          measure(screen, Math.min(word.revision(), newest));
        });
  }

  /** What a screen finds as it joins is no change; what nobody sees is painted when it is seen. */
  private void measure(Screen screen, long revision) {
    if (shown > 0 && isVisible) {
      times.painted(screen.role(), topics, shown, revision);
    }
    shown = Math.max(shown, revision);
  }

  /**
   * How the screen is.
   *
   * @throws IllegalArgumentException when reports come too fast
   */
  void healthy(ScreenMessage.Health word) {
    count();
    isVisible = !Boolean.FALSE.equals(word.fields().get("visible"));
    mine.ifPresent(screen -> screens.keep(screen, (known, at) -> known.healthy(word.fields(), at)));
  }

  /** It watches what it asked for, which has become more or less. */
  void watches(Set<String> wider) {
    topics = wider;
    mine.ifPresent(screen -> screens.keep(screen, (known, at) -> known.watching(wider)));
  }

  void heard() {
    mine.ifPresent(screen -> screens.keep(screen, Screen::heard));
  }

  void leave() {
    mine.ifPresent(screens::leave);
    mine = Optional.empty();
  }

  /** Only frames of what it watches are kept, so what is kept is bounded by the venue. */
  private static ScreenMessage.Painted own(ScreenMessage.Painted word, Screen screen, long newest) {
    Map<String, Integer> frames = new LinkedHashMap<>(word.frames());
    frames.keySet().retainAll(screen.topics());
    return new ScreenMessage.Painted(Math.min(word.revision(), newest), frames, word.paintedAt());
  }

  private void count() {
    Moment now = screens.now();
    if (now.since(second).compareTo(SECOND) > 0) {
      second = now;
      reports = 0;
    }
    if (++reports > MOST_A_SECOND) {
      throw new IllegalArgumentException(
          "reports come faster than " + MOST_A_SECOND + " in a second");
    }
  }
}
