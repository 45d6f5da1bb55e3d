package org.callboard.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      trial.of(
          new Claims(first.source(), () -> now, "one"),
          new Claims(second.source(), () -> now, "other"));
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

  @ParameterizedTest
  @EnumSource
  void a_claim_is_renewed_by_its_holder_and_taken_over_when_it_has_run_out(Kind kind)
      throws Exception {
    on(
        kind,
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

  @ParameterizedTest
  @EnumSource
  void a_claim_is_let_go_by_its_holder_alone(Kind kind) throws Exception {
    on(
        kind,
        (one, other) -> {
          assertThat(one.hold("poll", LEASE)).isTrue();
          other.release("poll");
          assertThat(other.hold("poll", LEASE)).isFalse();
          one.release("poll");
          assertThat(other.hold("poll", LEASE)).isTrue();
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
    Claims claims = new Claims(database.source(), () -> now, "one");
    database.close();
    assertThatThrownBy(() -> claims.hold("poll", LEASE)).isInstanceOf(ClaimsUnavailable.class);
  }
}
