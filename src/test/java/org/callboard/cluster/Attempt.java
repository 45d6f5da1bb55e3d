package org.callboard.cluster;

/**
 * One change that somebody asked for, and what came of it.
 *
 * @param key its idempotency key, which no other attempt has
 * @param began by the test's monotonic clock, in nanoseconds
 * @param ended when the last answer was here
 * @param revision what was acknowledged; 0 where nothing was
 * @param isRefused whether the answer was that nothing was saved, and it was the only one asked for
 */
record Attempt(String key, long began, long ended, long revision, boolean isRefused) {

  boolean isAcknowledged() {
    return revision > 0;
  }
}
