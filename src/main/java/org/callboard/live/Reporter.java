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

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Screens screens;
  private final String address;
  private final long connection;
  private Optional<Screen> mine = Optional.empty();
  private Moment second;
  private int reports;

  Reporter(Screens screens, String address) {
    this.screens = screens;
    this.address = address;
    this.connection = screens.newConnection();
    this.second = screens.now();
  }

  /** It says who it is, perhaps again and as another. */
  void join(ScreenMessage.Subscribe said, Set<String> topics) {
    leave();
    mine =
        said.role().equals("console")
            ? Optional.empty()
            : Optional.of(screens.join(connection, said, topics, address));
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
        screen -> screens.keep(screen, (known, at) -> known.painted(own(word, known, newest), at)));
  }

  /**
   * How the screen is.
   *
   * @throws IllegalArgumentException when reports come too fast
   */
  void healthy(ScreenMessage.Health word) {
    count();
    mine.ifPresent(screen -> screens.keep(screen, (known, at) -> known.healthy(word.fields(), at)));
  }

  /** It watches what it asked for, which has become more or less. */
  void watches(Set<String> topics) {
    mine.ifPresent(screen -> screens.keep(screen, (known, at) -> known.watching(topics)));
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
    if (Ages.between(second, now).compareTo(SECOND) > 0) {
      second = now;
      reports = 0;
    }
    if (++reports > MOST_A_SECOND) {
      throw new IllegalArgumentException(
          "reports come faster than " + MOST_A_SECOND + " in a second");
    }
  }
}
