package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the field's formats over random programmes: what is written and read again. */
class RoundTripLawsTest {
  private static final int PROGRAMMES = 150;

  /** When and where something is: what every format holds. */
  private record Held(String title, String room, Instant start, Instant end) {}

  private static Programme read(String text) throws UnreadableProgramme {
    return read(text, Optional.empty());
  }

  private static Programme read(String text, Optional<ZoneId> zone) throws UnreadableProgramme {
    return Programmes.read("x", text.getBytes(StandardCharsets.UTF_8), zone).programme();
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule.xml", "schedule.json", "schedule2.json"})
  void what_was_read_is_written_and_read_again_equal(String format) throws Exception {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      Programme random = RandomProgramme.of(seed);
      Programme withoutDays =
          new Programme(random.event(), List.of(), random.rooms(), random.sessions());
      Programme once = read(Programmes.write(withoutDays, format));
      String text = Programmes.write(once, format);
      Programme again = read(text);
      assertThat(again.sessions()).as("seed=%d", seed).containsExactlyElementsOf(once.sessions());
      assertThat(again).as("seed=%d", seed).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"schedule.xml", "schedule.json", "schedule2.json"})
  void every_format_holds_what_is_when_and_where(String format) throws Exception {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      Programme programme = RandomProgramme.of(seed);
      if (programme.sessions().stream().anyMatch(RoundTripLawsTest::looksUntitled)) {
        continue;
      }
      String text = Programmes.write(programme, format);
      assertThat(held(read(text), format))
          .as("seed=%d", seed)
          .containsExactlyInAnyOrderElementsOf(held(programme, format));
    }
  }

  /** A title of characters that nobody sees gives way to another. */
  private static boolean looksUntitled(Session session) {
    return PlainText.title(session.title()).isEmpty();
  }

  /** Texts are gentle here, since a table's reader tidies more than other readers do. */
  @Test
  void a_table_holds_what_is_when_and_where() throws Exception {
    for (long seed = 0; seed < PROGRAMMES; seed++) {
      Programme programme = gentle(RandomProgramme.of(seed));
      if (programme.sessions().isEmpty()) {
        continue;
      }
      String text = Programmes.write(programme, "csv");
      Programme read = read(text, Optional.of(programme.event().zone()));
      assertThat(held(read, "csv"))
          .as("seed=%d", seed)
          .containsExactlyInAnyOrderElementsOf(held(programme, "csv"));
    }
  }

  private static Programme gentle(Programme programme) {
    return new Programme(
        programme.event(),
        List.of(),
        programme.rooms().stream().map(room -> Room.named(room.id(), "Hall " + room.id())).toList(),
        programme.sessions().stream()
            .map(
                each ->
                    Session.plain(
                        each.id(),
                        "=Talk, \"" + each.id() + "\"",
                        each.kind(),
                        each.rooms(),
                        each.span()))
            .filter(each -> !each.rooms().isEmpty())
            .toList());
  }

  /** A session in several rooms is one in each of them. */
  private static List<Held> held(Programme programme, String format) {
    return new Timetable(Outgoing.plan(programme))
        .appearances().stream().map(each -> held(each.session(), each.room(), format)).toList();
  }

  /** schedule.xml knows lengths in minutes. */
  private static Held held(Session session, Optional<Room> room, String format) {
    long seconds = session.span().length().toSeconds();
    boolean isCut = format.equals("schedule.xml");
    Instant start = session.span().start();
    return new Held(
        PlainText.title(session.title()),
        PlainText.title(room.map(Room::name).orElse("")),
        start,
        start.plusSeconds(isCut ? seconds / 60 * 60 : seconds).truncatedTo(ChronoUnit.SECONDS));
  }
}
