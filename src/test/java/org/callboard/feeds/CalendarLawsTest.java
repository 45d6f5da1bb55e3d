package org.callboard.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.RandomProgramme;
import org.callboard.interchange.UnreadableProgramme;
import org.callboard.programme.Kind;
import org.callboard.programme.Programme;
import org.callboard.programme.Span;
import org.junit.jupiter.api.Test;

/** Laws of calendars over random programmes: what is written and read again. */
class CalendarLawsTest {
  private static final int PROGRAMMES = 150;

  /** What a calendar holds of a session. */
  private record Held(String title, List<String> rooms, Span span, Kind kind) {}

  private static String written(Programme programme) {
    return Calendars.ofPlan(programme, Instant.parse("2017-01-01T00:00:00Z"), (key, values) -> key);
  }

  private static Programme read(String text) throws UnreadableProgramme {
    return Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), Optional.empty())
        .programme();
  }

  private static List<Held> held(Programme programme) {
    return programme.sessions().stream()
        .map(
            session ->
                new Held(
                    title(session.title()),
                    session.rooms().stream()
                        .map(id -> tidy(programme.room(id).orElseThrow().name()))
                        .toList(),
                    session.span(),
                    session.kind()))
        .toList();
  }

  /** One of which a reader would see nothing is called so. */
  private static String title(String text) {
    return tidy(text).isEmpty() ? "Untitled session" : tidy(text);
  }

  private static String tidy(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\u2028]+", " ").strip();
  }

  @Test
  void a_calendar_holds_what_is_when_and_where() throws Exception {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      Programme programme = RandomProgramme.of(seed);
      String text = written(programme);
      assertThat(held(read(text))).as("seed=%d", seed).isEqualTo(held(programme));
    }
  }

  @Test
  void what_was_read_is_written_and_read_again_equal() throws Exception {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      Programme once = read(written(RandomProgramme.of(seed)));
      String text = written(once);
      assertThat(read(text).sessions())
          .as("seed=%d", seed)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("description")
          .isEqualTo(once.sessions());
    }
  }

  /** RFC 5545 §3.1. */
  @Test
  void no_line_is_longer_than_75_octets() {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      assertThat(written(RandomProgramme.of(seed)).split("\r\n"))
          .allSatisfy(
              line ->
                  assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }
  }
}
