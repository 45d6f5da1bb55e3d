package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantsTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @ParameterizedTest
  @CsvSource({
    "2017-11-16T10:31, 2017-11-16T09:31:00Z",
    "2017-11-16 10:31, 2017-11-16T09:31:00Z",
    "2017-11-16 10:31:15, 2017-11-16T09:31:15Z",
    "2017-11-16T10:31:00Z, 2017-11-16T10:31:00Z",
    "2017-11-16T10:31:00+03:00, 2017-11-16T07:31:00Z",
    "2017-10-29T02:30, 2017-10-29T00:30:00Z",
    "2017-03-26T02:30, 2017-03-26T01:30:00Z"
  })
  void event_time_and_offsets_are_understood(String text, Instant instant) {
    assertThat(Instants.parse("--at", text, BRUSSELS)).isEqualTo(instant);
  }

  @Test
  void anything_else_is_refused_with_an_example() {
    assertThatThrownBy(() -> Instants.parse("--at", "10:31", BRUSSELS))
        .isInstanceOf(BadInput.class)
        .hasMessageStartingWith("--at: ")
        .hasMessageContaining("write 2017-11-16T10:31 (event time)");
  }
}
