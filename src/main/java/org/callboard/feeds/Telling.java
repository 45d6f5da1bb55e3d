package org.callboard.feeds;

import java.time.Instant;

/**
 * When an announcement was made and last changed.
 *
 * @param at event time at which it was made
 * @param changedAt wall time at which it was made or ended
 */
record Telling(Instant at, Instant changedAt) {}
