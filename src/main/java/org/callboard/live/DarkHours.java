package org.callboard.live;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Times of day at which a screen is dark on purpose. */
public record DarkHours(List<Window> windows) {
  public DarkHours {
    windows = List.copyOf(windows);
  }

  /** From the one time to the other, over midnight where that comes first. */
  record Window(LocalTime from, LocalTime until) {
    boolean holds(LocalTime time) {
      boolean isBegun = !time.isBefore(from);
      boolean isOver = !time.isBefore(until);
      return from.isBefore(until) ? isBegun && !isOver : isBegun || !isOver;
    }
  }

  /** Reads windows such as {@code 22:00-07:00}; one that is none is not there. */
  public static DarkHours of(List<String> texts) {
    return new DarkHours(texts.stream().map(DarkHours::window).flatMap(Optional::stream).toList());
  }

  public static boolean isWindow(String text) {
    return window(text).isPresent();
  }

  private static Optional<Window> window(String text) {
    if (!text.matches("\\d\\d:\\d\\d-\\d\\d:\\d\\d")) {
      return Optional.empty();
    }
    try {
      LocalTime from = LocalTime.parse(text.substring(0, 5));
      LocalTime until = LocalTime.parse(text.substring(6));
      return from.equals(until) ? Optional.empty() : Optional.of(new Window(from, until));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  public boolean holds(LocalTime time) {
    return windows.stream().anyMatch(window -> window.holds(time));
  }
}
