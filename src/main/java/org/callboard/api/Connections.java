package org.callboard.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many live connections each address holds, so that one address cannot take them all.
 * Thread-safe.
 */
public final class Connections {
  private final int mostPerAddress;
  private final Map<String, Integer> held = new ConcurrentHashMap<>();

  public Connections(int mostPerAddress) {
    this.mostPerAddress = mostPerAddress;
  }

  /** Takes a place for an address; false when it holds all that it may. */
  boolean take(String address) {
    boolean[] taken = {false};
    held.compute(
        address,
        (key, count) -> {
          int before = count == null ? 0 : count;
          taken[0] = before < mostPerAddress;
          return taken[0] ? Integer.valueOf(before + 1) : count;
        });
    return taken[0];
  }

  void release(String address) {
    held.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
  }
}
