package org.callboard.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.outgoing.Delivery.State;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One outbox as two nodes have it, of which one clock is six hours ahead and one an hour behind.
 */
class OutboxTest {
  private static final Target TARGET = target("t1");
  private static final Target OTHER = target("t2");

  private Database first;
  private Database second;
  private Outbox ahead;
  private Outbox behind;

  @BeforeEach
  void open() {
    String url = TestPostgres.freshUrl();
    first = Database.open(url);
    second = Database.open(url);
    ahead = new Outbox(first, () -> Instant.now().plus(Duration.ofHours(6)));
    behind = new Outbox(second, () -> Instant.now().minus(Duration.ofHours(1)));
    ahead.add(TARGET, 1);
    ahead.fill(TARGET, List.of(message(2), message(3)), 3);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private static Target target(String id) {
    return new Target(
        id,
        "Press",
        "http://127.0.0.1:9/hook",
        Template.JSON,
        Target.Kind.ALL,
        Signature.newSecret(),
        Instant.EPOCH);
  }

  private static Message message(long revision) {
    return new Message(revision, Instant.EPOCH, "E", false, List.of("a line"), List.of(), "");
  }

  private static Delivery due(Outbox outbox) {
    return outbox.due("t1").orElseThrow();
  }

  @Test
  void a_pause_after_a_failure_ends_in_time_whichever_node_noted_it() {
    behind.failed(due(behind), State.WAITING, Duration.ofMinutes(30), "It answered 500.");
    assertThat(behind.due("t1")).isEmpty();
    assertThat(ahead.due("t1")).isEmpty();
    ahead.add(OTHER, 1);
    ahead.fill(OTHER, List.of(message(2)), 2);
    ahead.failed(
        ahead.due("t2").orElseThrow(), State.WAITING, Duration.ofMillis(400), "It answered 500.");
    await().atMost(Duration.ofSeconds(5)).until(() -> behind.due("t2").isPresent());
    assertThat(behind.due("t2").orElseThrow().attempts()).isEqualTo(1);
  }

  @Test
  void of_a_target_that_is_paused_nothing_is_due_at_any_node() {
    ahead.pause("t1", Optional.of(Instant.now()));
    assertThat(behind.due("t1")).isEmpty();
    ahead.pause("t1", Optional.empty());
    assertThat(due(behind).revision()).isEqualTo(2);
  }

  @Test
  void a_message_is_sent_with_the_time_of_the_database() {
    Duration apart = Duration.between(ahead.now(), behind.now());
    assertThat(apart.abs()).isLessThan(Duration.ofSeconds(5));
    assertThat(Duration.between(ahead.now(), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void what_a_node_notes_late_undoes_nothing_that_another_has_noted() {
    Delivery seen = due(ahead);
    behind.delivered(due(behind));
    ahead.failed(seen, State.WAITING, Duration.ZERO, "It was hung.");
    assertThat(due(ahead).revision()).isEqualTo(3);

    Delivery last = due(ahead);
    behind.failed(due(behind), State.WAITING, Duration.ZERO, "It answered 500.");
    ahead.failed(last, State.DEAD, Duration.ZERO, "It was hung.");
    assertThat(behind.dead()).isEmpty();
    assertThat(due(behind).attempts()).isEqualTo(1);
  }

  @Test
  void a_node_that_looked_long_ago_has_nothing_filled_again() {
    behind.fill(TARGET, List.of(message(2)), 2);
    assertThat(ahead.sentRevision("t1")).contains(3L);
    assertThat(ahead.state("t1").waiting()).isEqualTo(2);
  }
}
