package org.callboard.live;

import io.vertx.core.Future;

/** How it is found out, beside the event loops, whether a screen may bear the name that it says. */
public interface Proof {
  /** Whether a name belongs to a paired screen, and to nobody without its secret. */
  boolean isReserved(String name);

  Future<Boolean> proves(String name, String secret);
}
