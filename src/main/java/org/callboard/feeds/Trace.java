package org.callboard.feeds;

import java.time.Instant;
import org.callboard.programme.Session;

/**
 * What a session has been through since it first was.
 *
 * @param changes how many revisions have changed it since the one that brought it
 * @param changedAt when the last of them was kept
 * @param plan its newest plan; for one that was removed, the last that it had
 */
public record Trace(int changes, Instant changedAt, Session plan) {

  Trace changed(Instant at, Session newest) {
    return new Trace(changes + 1, at, newest);
  }
}
