package org.callboard.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two owners, each with its own connection to one database: SQLite and PostgreSQL. */
class ClaimsTest {
  private static final Duration LEASE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private volatile Instant now = Instant.parse("2026-05-08T09:00:00Z");

  private enum Kind {
    SQLITE,
    POSTGRESQL
  }

  /** What is tried with two owners. */
  private interface Trial {
    void of(Claims one, Claims other) throws Exception;
  }

  private void on(Kind kind, Trial trial) throws Exception {
    String url = kind == Kind.SQLITE ? Database.url(folder.toString()) : TestPostgres.freshUrl();
    try (Database first = Database.open(url);
        Database second = Database.open(url)) {
      trial.of(new Claims(first, () -> now, "one"), new Claims(second, () -> now, "other"));
    }
  }

  /** What is tried with two owners on a server, each by a clock of its own. */
  private void onServer(Duration oneAhead, Duration otherAhead, Trial trial) throws Exception {
    String url = TestPostgres.freshUrl();
    try (Database first = Database.open(url);
        Database second = Database.open(url)) {
      trial.of(
          new Claims(first, () -> Instant.now().plus(oneAhead), "one"),
          new Claims(second, () -> Instant.now().plus(otherAhead), "other"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_one_holds_no_other_takes(Kind kind) throws Exception {
    on(
        kind,
        (one, other) -> {
          assertThat(one.hold("poll", LEASE)).isTrue();
          assertThat(other.hold("poll", LEASE)).isFalse();
          assertThat(other.hold("another", LEASE)).isTrue();
          assertThat(one.hold("another", LEASE)).isFalse();
        });
  }

  @Test
  void a_claim_is_renewed_by_its_holder_and_taken_over_when_it_has_run_out() throws Exception {
    on(
        Kind.SQLITE,
        (one, other) -> {
          assertThat(one.hold("poll", LEASE)).isTrue();
          now = now.plusSeconds(20);
          assertThat(one.hold("poll", LEASE)).isTrue();
          now = now.plusSeconds(29);
          assertThat(other.hold("poll", LEASE)).as("renewed 29 s ago").isFalse();
          now = now.plusSeconds(1);
          assertThat(other.hold("poll", LEASE)).as("run out").isTrue();
          assertThat(one.hold("poll", LEASE)).as("lost").isFalse();
        });
  }

  @Test
  void a_node_whose_clock_is_six_hours_ahead_takes_no_claim_of_a_server_early() throws Exception {
    onServer(
        Duration.ofHours(-1),
        Duration.ofHours(6),
        (behind, ahead) -> {
          assertThat(behind.hold("poll", LEASE)).isTrue();
          assertThat(ahead.hold("poll", LEASE)).isFalse();
          assertThat(behind.hold("poll", LEASE)).as("renewed").isTrue();
        });
  }

  @Test
  void a_claim_of_a_node_whose_clock_is_six_hours_ahead_runs_out_in_time() throws Exception {
    onServer(
        Duration.ofHours(6),
        Duration.ofHours(-1),
        (ahead, behind) -> {
          assertThat(ahead.hold("send", LEASE)).isTrue();
          assertThat(behind.hold("send", LEASE)).isFalse();
          assertThat(ahead.hold("poll", Duration.ofMillis(300))).isTrue();
          await().atMost(Duration.ofSeconds(5)).until(() -> behind.hold("poll", LEASE));
          assertThat(ahead.hold("poll", LEASE)).as("lost").isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void who_leaves_lets_go_of_all_that_is_its_own(Kind kind) throws Exception {
    on(
        kind,
        (one, other) -> {
          assertThat(one.hold("poll", LEASE)).isTrue();
          assertThat(one.hold("send", LEASE)).isTrue();
          other.release();
          assertThat(other.hold("poll", LEASE)).isFalse();
          one.release();
          assertThat(other.hold("poll", LEASE)).isTrue();
          assertThat(other.hold("send", LEASE)).isTrue();
        });
  }

  @ParameterizedTest
  @EnumSource
  void of_two_that_ask_at_once_one_gets_it(Kind kind) throws Exception {
    on(
        kind,
        (one, other) -> {
          ExecutorService threads = Executors.newFixedThreadPool(2);
          try {
            for (int round = 0; round < 50; round++) {
              String name = "round-" + round;
              List<Callable<Boolean>> both =
                  List.of(() -> one.hold(name, LEASE), () -> other.hold(name, LEASE));
              int held = 0;
              for (Future<Boolean> answer : threads.invokeAll(both)) {
                held += answer.get() ? 1 : 0;
              }
              assertThat(held).as(name).isEqualTo(1);
            }
          } finally {
            threads.shutdown();
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_database_that_is_gone_gives_no_claim(Kind kind) throws Exception {
    String url = kind == Kind.SQLITE ? Database.url(folder.toString()) : TestPostgres.freshUrl();
    Database database = Database.open(url);
    Claims claims = new Claims(database, () -> now, "one");
    database.close();
    assertThatThrownBy(() -> claims.hold("poll", LEASE)).isInstanceOf(ClaimsUnavailable.class);
  }
}
