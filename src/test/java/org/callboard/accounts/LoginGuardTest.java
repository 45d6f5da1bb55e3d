package org.callboard.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How many wrong passwords may be tried, by whom, and who is kept out by whom. */
class LoginGuardTest {
  private final FakeTime time = new FakeTime();
  private final LoginGuard guard = new LoginGuard(time);

  private boolean admits(String address, String account) {
    return guard.admit(address, account).isEmpty();
  }

  private int admittedOf(int attempts, String address, String account) {
    int admitted = 0;
    for (int i = 0; i < attempts; i++) {
      admitted += admits(address, account) ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void ten_wrong_passwords_at_an_account_are_followed_by_a_wait() {
    assertThat(admittedOf(50, "192.0.2.1", "ana")).isEqualTo(10);

    Duration wait = guard.admit("192.0.2.1", "ana").orElseThrow();
    assertThat(wait).isEqualTo(Duration.ofSeconds(30));
    time.pass(wait);
    assertThat(admittedOf(50, "192.0.2.1", "ana")).isEqualTo(1);
    time.pass(Duration.ofMinutes(5));
    assertThat(admittedOf(50, "192.0.2.1", "ana")).isEqualTo(10);
  }

  @Test
  void an_account_is_the_same_however_it_is_typed() {
    assertThat(admittedOf(5, "192.0.2.1", "ana") + admittedOf(50, "192.0.2.1", " ANA "))
        .isEqualTo(10);
  }

  @Test
  void an_address_fails_thirty_times_in_all() {
    int admitted = 0;
    for (int i = 0; i < 100; i++) {
      admitted += admittedOf(1, "192.0.2.1", "account" + i);
    }
    assertThat(admitted).isEqualTo(30);
    assertThat(admits("192.0.2.2", "account1")).isTrue();
  }

  @Test
  void a_network_of_ipv6_addresses_counts_as_one() {
    int admitted = 0;
    for (int i = 0; i < 100; i++) {
      admitted += admittedOf(1, "2001:db8:1:2::" + Integer.toHexString(i), "account" + i);
    }
    assertThat(admitted).isEqualTo(30);
    assertThat(admits("2001:db8:1:3::1", "ana")).isTrue();
  }

  @Test
  void an_ipv4_address_is_the_same_written_as_ipv6_and_no_network() {
    assertThat(admittedOf(50, "::ffff:192.0.2.1", "ana")).isEqualTo(10);
    assertThat(admits("192.0.2.1", "ana")).isFalse();
    assertThat(admits("::ffff:192.0.2.2", "ana")).isTrue();
  }

  @Test
  void a_right_password_costs_nothing_and_forgives_nothing() {
    assertThat(admittedOf(9, "192.0.2.1", "ana")).isEqualTo(9);
    for (int i = 0; i < 50; i++) {
      assertThat(admits("192.0.2.1", "ana")).isTrue();
      guard.succeeded("192.0.2.1", "ana");
    }
    assertThat(admittedOf(50, "192.0.2.1", "ana")).isEqualTo(1);
  }

  @Test
  void a_refused_attempt_is_not_counted() {
    admittedOf(500, "192.0.2.1", "ana");
    assertThat(admittedOf(20, "192.0.2.1", "bo")).isEqualTo(10);
  }

  @Test
  void many_strangers_together_are_limited_at_one_account() {
    int admitted = 0;
    for (int i = 0; i < 200; i++) {
      admitted += admittedOf(5, "198.51.100." + i, "ana");
    }
    assertThat(admitted).isEqualTo(100);
  }

  @Test
  void strangers_do_not_keep_the_owner_out() {
    admits("192.0.2.1", "ana");
    guard.succeeded("192.0.2.1", "ana");
    for (int i = 0; i < 200; i++) {
      admittedOf(5, "198.51.100." + i, "ana");
    }

    assertThat(admits("198.51.100.250", "ana")).isFalse();
    assertThat(admits("192.0.2.1", "ana")).isTrue();
  }

  @Test
  void guesses_at_once_are_all_counted() throws Exception {
    AtomicInteger admitted = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    for (int i = 0; i < 1_000; i++) {
      threads.execute(() -> admitted.addAndGet(admittedOf(1, "192.0.2.1", "ana")));
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(admitted).hasValue(10);
  }

  @Test
  void a_clock_that_is_set_back_locks_nobody_out() {
    admittedOf(50, "192.0.2.1", "ana");
    time.pass(Duration.ofDays(-1));

    Duration wait = guard.admit("192.0.2.1", "ana").orElseThrow();
    assertThat(wait).isLessThanOrEqualTo(Duration.ofMinutes(5));
  }
}
