package org.callboard.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.callboard.clock.Moment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of a trouble that many meet. */
class AlarmTest {
  private final LoggerContext logs = new LoggerContext();
  private final Logger log = logs.getLogger("test");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private Moment now = new Moment(Instant.EPOCH, 0);
  private final Alarm alarm = new Alarm(log, () -> now, "Nothing is saved", "It is saved again");

  @BeforeEach
  void open() {
    lines.start();
    log.addAppender(lines);
  }

  private List<String> said() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private void pass(Duration time) {
    now = new Moment(now.wall(), now.nanos() + time.toNanos());
  }

  @Test
  void a_trouble_that_many_meet_is_said_once_and_once_that_it_is_over() {
    alarm.clear();
    for (int i = 0; i < 100; i++) {
      alarm.raise("the disk is full");
      pass(Duration.ofSeconds(2));
    }
    alarm.clear();
    alarm.clear();
    assertThat(said()).containsExactly("Nothing is saved: the disk is full", "It is saved again");
  }

  @Test
  void a_trouble_that_comes_back_is_said_again() {
    alarm.raise("the disk is full");
    alarm.clear();
    pass(Duration.ofSeconds(2));
    alarm.raise("the database is gone");
    assertThat(said()).last().isEqualTo("Nothing is saved: the database is gone");
  }

  @Test
  void a_trouble_that_comes_and_goes_is_said_once_a_second() {
    for (int i = 0; i < 100; i++) {
      alarm.raise("it is slow");
      alarm.clear();
      pass(Duration.ofMillis(10));
    }
    assertThat(said()).hasSize(2);
  }
}
