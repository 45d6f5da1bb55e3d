package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkHoursTest {
  private static final DarkHours NIGHT_AND_NOON =
      DarkHours.of(List.of("22:00-07:00", "12:30-13:00"));

  @ParameterizedTest
  @CsvSource({
    "21:59:59, false",
    "22:00, true",
    "23:59, true",
    "00:00, true",
    "06:59:59, true",
    "07:00, false",
    "12:29, false",
    "12:30, true",
    "13:00, false"
  })
  void a_window_holds_from_its_beginning_to_its_end_over_midnight_too(
      LocalTime time, boolean isDark) {
    assertThat(NIGHT_AND_NOON.holds(time)).isEqualTo(isDark);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22:00", "22-7", "25:00-07:00", "07:00-07:00", "7:00-8:00"})
  void what_is_no_window_is_none(String text) {
    assertThat(DarkHours.isWindow(text)).isFalse();
    assertThat(DarkHours.of(List.of(text)).windows()).isEmpty();
  }

  @Test
  void without_windows_it_is_never_dark() {
    assertThat(DarkHours.of(List.of()).holds(LocalTime.MIDNIGHT)).isFalse();
  }
}
