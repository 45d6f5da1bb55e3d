package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ICalendarHostileTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5;BYSECOND=0,1,2,3,4,5,6,7,8,9",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=2000000000",
        "FREQ=DAILY;COUNT=99999999999999",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=",
        "nonsense",
        "",
      })
  void a_rule_without_a_sane_end_takes_no_time(String rule) {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThat(read(event("RRULE:" + rule)).programme().sessions())
                .hasSizeBetween(1, ICalendarRepeats.MOST_OF_ONE + 1));
  }

  @Test
  void many_endless_rules_are_cut_with_a_warning() {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          Reading reading = read(event("RRULE:FREQ=DAILY").repeat(100));
          assertThat(reading.programme().sessions()).hasSizeLessThan(20_200);
          assertThat(reading.warnings()).extracting(Warning::code).contains("repeats");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;INTERVAL=0",
        "x"
      })
  void the_rules_of_a_zone_take_no_time(String rule) {
    String zone =
        "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:00010101T000000\nTZOFFSETFROM:+0200\n"
            + "TZOFFSETTO:+0100\nRRULE:"
            + rule
            + "\nEND:STANDARD\nEND:VTIMEZONE\n";
    Assertions.assertTimeoutPreemptively(
        SOON,
        () ->
            assertThat(
                    read(zone
                            + "BEGIN:VEVENT\nDTSTART;TZID=X:20240601T100000\nDURATION:PT1H\nEND:VEVENT\n")
                        .programme()
                        .sessions())
                .hasSize(1));
  }

  @Test
  void parts_may_lie_ever_deeper() {
    assertThatThrownBy(() -> read("BEGIN:VALARM\n".repeat(20_000) + event("")))
        .isInstanceOf(UnreadableProgramme.class);
  }

  @Test
  void a_calendar_of_other_things_says_so() {
    assertThatThrownBy(() -> read("BEGIN:VTODO\nSUMMARY:Dishes\nEND:VTODO\n"))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("no event");
  }

  @Test
  void a_long_line_is_read_in_time() {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          read(event("DESCRIPTION:" + "x;:\\,\"".repeat(300_000)));
          read(event("DESCRIPTION:" + "a\n ".repeat(300_000)));
          read(event("DESCRIPTION:" + "stray line\n".repeat(20_000)));
          read(event("LOCATION;X=\"" + "\";Y=\"".repeat(100_000)));
          read(event("EXDATE:" + "20240601T100000,".repeat(100_000)));
        });
  }

  @Test
  void bytes_that_were_changed_anywhere_never_break_it() {
    byte[] whole = calendar(event("RRULE:FREQ=WEEKLY;COUNT=3")).getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = whole.clone();
      for (int i = 0; i < 1 + seed % 6; i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        new ICalendarReader().read(new Source(bytes), ReadingOptions.inZone(Optional.empty()));
      } catch (UnreadableProgramme expected) {
        assertThat(expected).as("seed=" + seed).hasMessageNotContaining("Exception");
      }
    }
  }

  private static Reading read(String inner) throws UnreadableProgramme {
    return Programmes.read(
        "a.ics", calendar(inner).getBytes(StandardCharsets.UTF_8), Optional.of(ZoneOffset.UTC));
  }

  private static String calendar(String inner) {
    return "BEGIN:VCALENDAR\n" + inner + "END:VCALENDAR\n";
  }

  private static String event(String line) {
    return "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20240601T100000Z\nDTEND:20240601T110000Z\n"
        + line
        + "\nEND:VEVENT\n";
  }
}
