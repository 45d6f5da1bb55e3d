package org.callboard.browser;

import java.util.Locale;

/**
 * A conference day in one page: what it holds before, and after each hour. Arguments: event seconds
 * in a second (60), hours of the event (14).
 */
public final class DayBench {

  private DayBench() {}

  public static void main(String[] args) {
    double speed = args.length > 0 ? Double.parseDouble(args[0]) : 60;
    int hours = args.length > 1 ? Integer.parseInt(args[1]) : 14;
    try (Chromium chromium = Chromium.launch();
        LongDay day = new LongDay(chromium)) {
      day.run(speed, 5);
      print("before", day.held(), day);
      day.run(speed, (int) (hours * 3_600 / speed));
      print("after " + hours + " hours", day.held(), day);
    }
  }

  private static void print(String when, LongDay.Held held, LongDay day) {
    System.out.printf(
        Locale.ROOT,
        "%s: heap %.2f MB, %d nodes, %d listeners; %d boards seen%n",
        when,
        held.heapMegabytes(),
        held.nodes(),
        held.listeners(),
        day.boards());
  }
}
