package org.callboard.alarm;

import java.time.Duration;
import java.util.Optional;
import org.callboard.clock.Moment;
import org.slf4j.Logger;

/**
 * A trouble that is said in the log once when it begins and once when it is over, however many meet
 * it. One that comes and goes is said at most once a second. Any thread may tell of it.
 */
public final class Alarm {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Logger log;
  private final Moment.Source time;
  private final String begins;
  private final String ends;
  private volatile boolean isRaised;
  private Optional<Moment> said = Optional.empty();

  /**
   * One that is not raised.
   *
   * @param begins what is said when it begins, before the reason
   * @param ends what is said when it is over
   */
  public Alarm(Logger log, Moment.Source time, String begins, String ends) {
    this.log = log;
    this.time = time;
    this.begins = begins;
    this.ends = ends;
  }

  /** Somebody has met it. */
  public synchronized void raise(String reason) {
    Moment now = time.now();
    boolean isJustSaid = said.filter(last -> now.since(last).compareTo(SECOND) < 0).isPresent();
    if (!isRaised && !isJustSaid) {
      isRaised = true;
      said = Optional.of(now);
      log.warn("{}: {}", begins, reason);
    }
  }

  /** Somebody did not meet it, though it would have been in the way. */
  public void clear() {
    if (isRaised) {
      end();
    }
  }

  private synchronized void end() {
    if (isRaised) {
      isRaised = false;
      log.info("{}", ends);
    }
  }
}
