package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.callboard.bench.ScreenCrowd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of a process of its own that is killed under all its screens. */
class ReconnectTest {
  private static final String AT = "2017-11-17T10:50";
  private static final int SCREENS = 300;

  @TempDir Path data;

  @Test
  void all_screens_hold_the_board_again_ten_seconds_after_a_killed_server_is_back()
      throws Exception {
    ChildServer first = ChildServer.start(data, 0, AT);
    try (ScreenCrowd crowd = new ScreenCrowd(first.port(), SCREENS)) {
      assertThat(crowd.awaitAll(20_000)).isTrue();
      first.kill();
      try (ChildServer second = ChildServer.start(data, first.port(), AT)) {
        crowd.serverIsBack();
        assertThat(crowd.awaitAll(10_000)).as("%d hold it", crowd.holding()).isTrue();
        assertThat(crowd.failedAfterReturn()).isZero();
        long[] after = crowd.backAfterMillis();
        assertThat(after[SCREENS * 9 / 10] - after[SCREENS / 10]).isGreaterThan(1_000);
        assertThat(second.port()).isEqualTo(first.port());
      }
    }
  }
}
