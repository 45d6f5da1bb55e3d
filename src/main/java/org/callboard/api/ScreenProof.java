package org.callboard.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.callboard.accounts.Pairings;
import org.callboard.alarm.Alarm;
import org.callboard.live.Proof;

/** Looks up beside the event loops whether a screen is the paired one that it says it is. */
final class ScreenProof implements Proof {
  private static final int QUERIES = 2;

  private final BlockingWork work;
  private final Pairings pairings;

  ScreenProof(Vertx vertx, Pairings pairings, Alarm alarm) {
    this.work =
        new BlockingWork(vertx.createSharedWorkerExecutor("callboard-screens", QUERIES), alarm);
    this.pairings = pairings;
  }

  @Override
  public boolean isReserved(String name) {
    return Pairings.isReserved(name);
  }

  @Override
  public Future<Boolean> proves(String name, String secret) {
    return work.done(() -> pairings.proves(name, secret));
  }
}
