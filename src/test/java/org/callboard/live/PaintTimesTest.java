package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.api.Organiser;
import org.callboard.app.TestNode;
import org.callboard.board.DayText;
import org.callboard.clock.EventClock;
import org.callboard.clock.Moment;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long changes take to be painted, by the word of real screens on a clock that is set. */
class PaintTimesTest {
  private static final Programme DAY =
      DayText.programme(
          """
          hall  09:00-10:00 Opening
          scala 09:30-10:00 Film
          """);
  private static final Instant NINE = Instant.parse("2017-11-16T08:00:00Z");

  private final AtomicReference<Duration> time = new AtomicReference<>(Duration.ofDays(1));
  private TestNode node;
  private Organiser organiser;

  @BeforeEach
  void start() {
    Moment.Source source =
        () ->
            new Moment(
                Instant.parse("2026-01-01T00:00:00Z").plus(time.get()), time.get().toNanos());
    node = TestNode.on(DAY, EventClock.rehearsal(NINE, 1, source.now()), source, 0);
    organiser = Organiser.admin(node);
  }

  @AfterEach
  void stop() {
    node.close();
  }

  private void passes(long millis) {
    time.updateAndGet(before -> before.plusMillis(millis));
  }

  private TestScreen door(String room) {
    return TestScreen.open(node.port())
        .subscribeAs("Door " + room, "door", "venue", "room:" + room)
        .painted(1);
  }

  private void retitle(String session, String title) {
    String change = "{'type':'edit','session':'" + session + "','title':'" + title + "'}";
    Organiser.Answer answer = organiser.change(change);
    assertThat(answer.status()).as(answer.json().encode()).isEqualTo(201);
  }

  private List<String> metrics() {
    return organiser
        .text("/metrics")
        .lines()
        .filter(line -> line.startsWith("callboard_change_to_paint_seconds"))
        .toList();
  }

  private double value(String series) {
    return metrics().stream()
        .filter(line -> line.startsWith("callboard_change_to_paint_seconds" + series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  @Test
  void each_screen_that_a_change_concerns_counts_once_from_publication_to_receipt() {
    TestScreen hall = door("hall");
    TestScreen scala = door("scala");
    retitle("s0", "Overture");
    passes(120);
    hall.painted(2).painted(2);
    scala.painted(2);

    assertThat(value("_count{role=\"door\"}")).isEqualTo(1);
    assertThat(value("_sum{role=\"door\"}")).isEqualTo(0.12);
    assertThat(value("{role=\"door\",quantile=\"0.5\"}")).isBetween(0.11, 0.13);
    assertThat(value("{role=\"door\",quantile=\"0.99\"}")).isBetween(0.11, 0.13);
  }

  @Test
  void changes_that_are_painted_at_once_count_each_for_itself() {
    TestScreen hall = door("hall");
    retitle("s0", "Overture");
    passes(100);
    retitle("s0", "Prelude");
    passes(200);
    hall.painted(3);

    assertThat(value("_count{role=\"door\"}")).isEqualTo(2);
    assertThat(value("_sum{role=\"door\"}")).isEqualTo(0.5);
  }

  @Test
  void what_a_screen_finds_as_it_joins_or_nobody_sees_is_not_counted() {
    retitle("s0", "Overture");
    TestScreen late =
        TestScreen.open(node.port()).subscribeAs("Late", "door", "venue", "room:hall");
    late.painted(2);
    late.say("{\"type\":\"health\",\"visible\":false}");
    retitle("s0", "Prelude");
    passes(3_600_000);
    late.painted(3);

    assertThat(metrics()).isEmpty();
  }
}
