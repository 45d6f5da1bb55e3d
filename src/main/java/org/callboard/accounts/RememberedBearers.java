package org.callboard.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The bearers of the tokens presented lately, so that a request does not cost a query. Bounded in
 * number and age; any revocation empties it, also for lookups that are under way.
 */
final class RememberedBearers {
  private static final int MOST = 5_000;

  /** How long another node may go on with a token that was revoked here. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Map<String, Remembered> byDigest = new LinkedHashMap<>(16, 0.75f, true);
  private long emptied;

  private record Remembered(Bearer bearer, Instant until) {}

  synchronized Optional<Bearer> find(String digest, Instant now) {
    return Optional.ofNullable(byDigest.get(digest))
        .filter(remembered -> now.isBefore(remembered.until()))
        .map(Remembered::bearer)
        .filter(bearer -> now.isBefore(bearer.until()));
  }

  /** To be read before the database is, and given to {@link #remember}. */
  synchronized long emptied() {
    return emptied;
  }

  /** Remembers what was read, unless something was revoked since the reading began. */
  synchronized void remember(String digest, Bearer bearer, Instant now, long emptiedBefore) {
    if (emptied == emptiedBefore) {
      byDigest.put(digest, new Remembered(bearer, now.plus(LONGEST)));
      if (byDigest.size() > MOST) {
        byDigest.remove(byDigest.keySet().iterator().next());
      }
    }
  }

  synchronized void empty() {
    emptied++;
    byDigest.clear();
  }
}
