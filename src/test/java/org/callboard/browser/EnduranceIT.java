package org.callboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A screen that has been on for long; the whole day at its hand's pace is {@link DayBench}. */
class EnduranceIT {
  private static final double AN_HOUR_IN_A_SECOND = 3_600;
  private static final int SECONDS = 12;

  @Test
  void a_page_that_has_shown_days_holds_no_more_than_it_did_before() {
    try (Chromium chromium = Chromium.launch();
        LongDay day = new LongDay(chromium)) {
      day.run(AN_HOUR_IN_A_SECOND, 4); // what is made once is made
      LongDay.Held before = day.held();
      day.run(AN_HOUR_IN_A_SECOND, SECONDS);
      LongDay.Held after = day.held();

      assertThat(day.boards()).isGreaterThan(8);
      assertThat(after.nodes()).isLessThanOrEqualTo(before.nodes() + 20);
      assertThat(after.listeners()).isEqualTo(before.listeners());
      assertThat(after.heapMegabytes()).isLessThan(before.heapMegabytes() + 0.5);
    }
  }
}
