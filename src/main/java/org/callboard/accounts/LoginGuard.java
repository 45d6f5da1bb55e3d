package org.callboard.accounts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many wrong passwords may be tried. An attempt is counted before its password is looked at,
 * and given back when it was right, so that guesses at once are all counted.
 *
 * <p>Three limits hold: what one address fails in all, what it fails at one account, and what all
 * addresses fail at one account. The last is wide, and spares addresses from which that account has
 * logged in before: so a stranger who uses it up keeps out other strangers, not the owner.
 */
public final class LoginGuard {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int MOST_OF_ADDRESS = 30;
  private static final int MOST_OF_ADDRESS_AT_ACCOUNT = 10;
  private static final int MOST_AT_ACCOUNT = 100;

  /** Of each limit, how many are remembered; the one unused for longest goes first. */
  private static final int MOST_REMEMBERED = 20_000;

  private static final String NOBODY = "?";

  private final TimeMeter meter;
  private final Map<String, Bucket> ofAddress = bounded();
  private final Map<Pair, Bucket> ofAddressAtAccount = bounded();
  private final Map<String, Bucket> atAccount = bounded();
  private final Map<Pair, Boolean> familiar = bounded();

  private record Pair(String address, String account) {}

  public LoginGuard(InstantSource clock) {
    this.meter = new Meter(clock);
  }

  /** Counts an attempt; when it may not be made, answers how long to wait and counts nothing. */
  public synchronized Optional<Duration> admit(String address, String typed) {
    List<Bucket> taken = new ArrayList<>();
    for (Bucket bucket : buckets(pair(address, typed))) {
      long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
      if (nanos > 0) {
        taken.forEach(other -> other.addTokens(1));
        return Optional.of(Duration.ofNanos(nanos));
      }
      taken.add(bucket);
    }
    return Optional.empty();
  }

  /** Gives an attempt back whose password was right. */
  public synchronized void succeeded(String address, String typed) {
    Pair pair = pair(address, typed);
    giveBack(address, typed);
    familiar.put(pair, true);
  }

  /** Gives an attempt back that came to no answer. */
  public synchronized void giveBack(String address, String typed) {
    buckets(pair(address, typed)).forEach(bucket -> bucket.addTokens(1));
  }

  private List<Bucket> buckets(Pair pair) {
    List<Bucket> buckets = new ArrayList<>();
    buckets.add(ofAddress.computeIfAbsent(pair.address(), key -> bucket(MOST_OF_ADDRESS)));
    buckets.add(
        ofAddressAtAccount.computeIfAbsent(pair, key -> bucket(MOST_OF_ADDRESS_AT_ACCOUNT)));
    if (familiar.get(pair) == null) {
      buckets.add(atAccount.computeIfAbsent(pair.account(), key -> bucket(MOST_AT_ACCOUNT)));
    }
    return buckets;
  }

  private Bucket bucket(int most) {
    return Bucket.builder()
        .addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, WINDOW).build())
        .withCustomTimePrecision(meter)
        .build();
  }

  /** What can be no account's name is counted under one, for such names have no bound. */
  private static Pair pair(String address, String typed) {
    String name = Account.nameIn(typed);
    return new Pair(Network.of(address), Account.isName(name) ? name : NOBODY);
  }

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST_REMEMBERED;
      }
    };
  }

  /** The passed-in time as the buckets read it. */
  record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
