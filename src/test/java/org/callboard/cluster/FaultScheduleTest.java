package org.callboard.cluster;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short schedule of faults by chance; longer ones by {@code FaultSchedule SEED SECONDS}. */
class FaultScheduleTest {

  @Test
  void whatever_fails_in_whatever_order_what_was_acknowledged_is_what_every_node_shows() {
    long seed = Long.getLong("callboard.faults.seed", 20171117);
    System.out.println(FaultSchedule.run(seed, Duration.ofSeconds(17)));
  }
}
