package org.callboard.api;

import java.util.HashMap;
import java.util.Map;

/**
 * How many live connections there are, and how many each address holds, so that no address can take
 * them all. Shared by the event loops.
 */
public final class Connections {
  private final int mostPerAddress;
  private final int most;
  private final Map<String, Integer> held = new HashMap<>();
  private int all;

  public Connections(int mostPerAddress, int most) {
    this.mostPerAddress = mostPerAddress;
    this.most = most;
  }

  /** Takes a place for an address; false when it, or the node, holds all that it may. */
  synchronized boolean take(String address) {
    int before = held.getOrDefault(address, 0);
    if (before >= mostPerAddress || all >= most) {
      return false;
    }
    held.put(address, before + 1);
    all++;
    return true;
  }

  /** How many there are. */
  public synchronized int all() {
    return all;
  }

  synchronized void release(String address) {
    held.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    all--;
  }
}
