package org.callboard.accounts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may ask for a code, and how often it may present a wrong secret. */
final class PairingLimits {
  /** A venue's screens may all stand behind one address, and each asks anew after ten minutes. */
  static final int MOST_CODES = 60;

  /** After a loss of the records each of them asks a few times by a secret that is not known. */
  static final int MOST_MISSES = 600;

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 10_000;

  private final InstantSource clock;
  private final Map<String, Bucket> codes = bounded();
  private final Map<String, Bucket> misses = bounded();

  PairingLimits(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean admitsCode(String address) {
    return bucket(codes, address, MOST_CODES).tryConsume(1);
  }

  synchronized boolean admitsQuestion(String address) {
    return bucket(misses, address, MOST_MISSES).getAvailableTokens() > 0;
  }

  synchronized void missed(String address) {
    bucket(misses, address, MOST_MISSES).tryConsume(1);
  }

  private Bucket bucket(Map<String, Bucket> buckets, String address, int most) {
    return buckets.computeIfAbsent(
        Network.of(address),
        network ->
            Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, WINDOW).build())
                .withCustomTimePrecision(new LoginGuard.Meter(clock))
                .build());
  }

  private static Map<String, Bucket> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
        return size() > MOST_REMEMBERED;
      }
    };
  }
}
