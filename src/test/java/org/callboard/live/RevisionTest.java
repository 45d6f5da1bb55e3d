package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;
import org.junit.jupiter.api.Test;

/** Whoever follows the day hears of every entry, also of one that no board shows. */
class RevisionTest {
  private static final Duration HALF_A_TICK = Duration.ofMillis(ClockVerticle.TICK_MILLIS / 2);

  @Test
  void a_change_that_no_board_shows_is_heard_long_before_the_next_tick_is_due() {
    try (TestNode node =
        TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1)) {
      TestScreen console = TestScreen.open(node.port()).subscribe("venue");
      Organiser organiser = Organiser.admin(node);

      Instant asked = Instant.now();
      long revision = organiser.change("{'type':'call','room':'alcazar','kind':'help'}").revision();

      TestScreen.Heard heard =
          console.next(
              message ->
                  message.json().getString("type").equals("tick")
                      && message.json().getLong("revision") == revision);
      assertThat(Duration.between(asked, heard.at())).isLessThan(HALF_A_TICK);
    }
  }
}
