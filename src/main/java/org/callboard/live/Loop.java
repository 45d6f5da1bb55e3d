package org.callboard.live;

import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.concurrent.TimeUnit;

/** The event loop of a live channel. */
final class Loop {
  private final ContextInternal context;

  private Loop(ContextInternal context) {
    this.context = context;
  }

  /** The loop that runs the caller. */
  static Loop current(Vertx vertx) {
    return new Loop(((ContextInternal) vertx.getOrCreateContext()).unwrap());
  }

  /**
   * Runs something when the loop has read what has come in meanwhile. A plain task would not do:
   * Netty runs up to 64 of them, and those that they bring, before it reads; a timer's task waits
   * for the turn after.
   */
  void nextTurn(Runnable task) {
    context.nettyEventLoop().schedule(() -> context.dispatch(task), 0, TimeUnit.NANOSECONDS);
  }
}
