package org.callboard.cluster;

/**
 * One change that somebody asked for, and what came of it.
 *
 * @param key its idempotency key, which no other attempt has
 * @param began by the test's monotonic clock, in nanoseconds
 * @param ended when the last answer was here
 * @param revision what was acknowledged; 0 where nothing was
 * @param isRefused whether nobody was there to be asked, or every answer was that nothing was
 *     saved; where one stayed out, or was that nobody knows, the change may be in the journal
 */
record Attempt(String key, long began, long ended, long revision, boolean isRefused) {

  boolean isAcknowledged() {
    return revision > 0;
  }

  boolean isUncertain() {
    return !isAcknowledged() && !isRefused;
  }
}
