package org.callboard.live;

import io.vertx.core.Vertx;
import java.util.Optional;
import org.callboard.desk.OwnClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log, once, that the database's clock differs from this node's or that this node's is
 * wrong, and once that it is well again. Owned by its event loop.
 */
public final class ClockAlarm {
  private static final Logger LOG = LoggerFactory.getLogger(ClockAlarm.class);
  private static final long BEAT_MILLIS = 1_000;

  private final ClockCheck check;
  private boolean isApart;
  private boolean isWrong;

  private ClockAlarm(ClockCheck check) {
    this.check = check;
  }

  /** Looks again and again. */
  public static void watch(Vertx vertx, ClockCheck check) {
    ClockAlarm alarm = new ClockAlarm(check);
    vertx.setPeriodic(BEAT_MILLIS, beat -> alarm.look());
  }

  private void look() {
    Optional<ClockCheck.Voice> database = check.database();
    database.ifPresent(this::hear);
    OwnClock own = check.verdict();
    if (own.trouble().isPresent() != isWrong) {
      isWrong = !isWrong;
      LOG.warn("{}", own.trouble().orElse("The clock of this node agrees with the others again."));
    }
  }

  private void hear(ClockCheck.Voice database) {
    if (database.differs(ClockCheck.ALARMING) != isApart) {
      isApart = !isApart;
      LOG.warn(
          "{}: databaseAheadMillis={}",
          isApart
              ? "The clocks of this node and of its database differ; see to NTP on both"
              : "The clocks of this node and of its database agree again",
          database.ahead().toMillis());
    }
  }
}
