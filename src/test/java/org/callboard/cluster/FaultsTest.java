package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;
import org.callboard.app.SkewedServer;
import org.callboard.app.TestNode;
import org.callboard.live.TestScreen;
import org.callboard.store.Database;
import org.callboard.store.KillablePostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What two nodes keep when something fails: processes of their own, a real database, real lines.
 * The tests go on with the same nodes, since each start costs seconds; the last ones leave them in
 * a state that only a start mends.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsTest {
  private static KillablePostgres database;
  private static TestCluster cluster;
  private static String token;

  @BeforeAll
  static void start() {
    database = KillablePostgres.start();
    cluster = new TestCluster(2, database.url());
    cluster.start(0);
    cluster.start(1);
    token = Organiser.login(cluster.node(0).url(), "organiser", TestNode.PASSWORD).token();
  }

  @AfterAll
  static void end() {
    cluster.close();
    database.close();
  }

  @AfterEach
  void heal() {
    cluster.heal();
    database.mend();
  }

  private static Organiser at(int number) {
    return Organiser.bearing(cluster.node(number).url(), token);
  }

  private static Organiser.Answer delay(int number, int minutes) {
    return at(number)
        .change(
            "{'type':'delay','ripple':'none','session':'closing-plenary','minutes':"
                + minutes
                + "}");
  }

  private static long revision(int number) {
    return at(number).get("/api/event").json().getLong("revision");
  }

  private static TestScreen screen(int number) {
    return TestScreen.open(URI.create(cluster.node(number).url()).getPort()).subscribe("*");
  }

  private static Writers writers(int count, int... numbers) {
    return new Writers(
        count,
        System.nanoTime(),
        random -> cluster.node(numbers[random.nextInt(numbers.length)]).url(),
        token,
        Duration.ofMillis(5));
  }

  /** Both show the same, and it is what the journal says. */
  private static void awaitSame(Duration within) {
    await().atMost(within).until(() -> revision(0) == revision(1));
    long head = Checker.of(cluster.database()).head();
    await().atMost(within).until(() -> revision(0) == head && revision(1) == head);
    assertThat(
            at(0).get(FaultSchedule.BOARDS).json().equals(at(1).get(FaultSchedule.BOARDS).json()))
        .as(FaultSchedule.BOARDS)
        .isTrue();
    assertThat(FaultSchedule.sessions(at(0))).isEqualTo(FaultSchedule.sessions(at(1)));
    long after = Math.max(0, head - 400);
    String changes = "/api/changes?after=" + after;
    assertThat(at(0).get(changes).json()).isEqualTo(at(1).get(changes).json());
  }

  @Test
  @Order(1)
  void a_change_at_one_node_is_on_the_screens_of_the_other_at_once() {
    TestScreen screen = screen(1);
    delay(0, 5);
    screen.next("board");
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int minutes = i % 2 == 0 ? 5 : -5;
      Instant asked = Instant.now();
      long revision = delay(0, minutes).revision();
      TestScreen.Heard heard =
          screen.next(
              message ->
                  message.json().getString("type").equals("board")
                      && message.json().getLong("revision") >= revision);
      millis.add(Duration.between(asked, heard.at()).toMillis());
    }
    Collections.sort(millis);
    System.out.println(
        "change to screen of the other node: p50="
            + millis.get(50)
            + " ms p99="
            + millis.get(98)
            + " ms max="
            + millis.get(99)
            + " ms");
    assertThat(millis.get(50)).isLessThan(200);
    screen.leave();
  }

  @Test
  @Order(5)
  void nodes_that_cannot_hear_each_other_write_one_history_all_the_same() {
    for (Runnable cut : List.<Runnable>of(this::cutBothWays, () -> cluster.cutFrom(0))) {
      cut.run();
      Writers writers = writers(4, 0, 1);
      await().atMost(Duration.ofSeconds(20)).until(() -> writers.acknowledged() > 150);
      sleepWhileTheyWrite(Duration.ofSeconds(6));
      writers.close();
      awaitSame(Duration.ofSeconds(4)); // by the database alone
      cluster.heal();
      Checker.of(cluster.database()).holds(writers.attempts()).isLinearizable(writers.attempts());
      long revision = delay(1, 5).revision();
      await().atMost(Duration.ofSeconds(5)).until(() -> revision(0) >= revision);
    }
  }

  private void cutBothWays() {
    cluster.cutFrom(0);
    cluster.cutFrom(1);
  }

  /** A fault has to last; there is nothing to wait for but time. */
  private static void sleepWhileTheyWrite(Duration duration) {
    await().pollDelay(duration).atMost(duration.plusSeconds(5)).until(() -> true);
  }

  @Test
  @Order(2)
  void when_the_database_is_killed_boards_go_on_and_changes_are_refused_until_it_is_back() {
    long before = revision(0);
    database.kill();
    Organiser.Answer refused = delay(0, 5);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.json().getString("title")).isEqualTo("Not saved, nothing was shown");
    assertThat(refused.detail()).contains("not saved");
    assertThat(at(1).get(FaultSchedule.BOARDS).status()).isEqualTo(200);
    assertThat(at(0).get("/health/ready").status()).isEqualTo(503);
    assertThat(at(0).get("/health/live").status()).isEqualTo(200);
    database.startAgain();
    await().atMost(Duration.ofSeconds(10)).until(() -> delay(0, 5).status() == 201);
    assertThat(revision(0)).isEqualTo(before + 1);
    awaitSame(Duration.ofSeconds(10));
    await().atMost(Duration.ofSeconds(10)).until(() -> at(1).get("/health/ready").status() == 200);
  }

  @Test
  @Order(3)
  void when_the_database_hangs_a_change_is_answered_in_time_and_never_made_twice() {
    Instant asked = Instant.now();
    database.freeze();
    Organiser.Answer answer = delayAs("in a hang");
    Duration waited = Duration.between(asked, Instant.now());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(waited).isLessThan(Duration.ofSeconds(5));
    assertThat(at(1).get(FaultSchedule.BOARDS).status()).isEqualTo(200);
    database.thaw();
    await().atMost(Duration.ofSeconds(10)).until(() -> delayAs("in a hang").status() == 201);
    assertThat(delayAs("in a hang").revision()).isEqualTo(Checker.of(database.url()).head());
    System.out.println("answered while the database hung after " + waited.toMillis() + " ms");
  }

  private static Organiser.Answer delayAs(String key) {
    return at(0)
        .change(
            "{'type':'delay','ripple':'none','session':'closing-plenary','minutes':5}",
            "Idempotency-Key",
            key);
  }

  @Test
  @Order(4)
  void a_node_that_only_cannot_reach_the_database_shows_what_the_other_says() {
    cluster.cutDatabaseFrom(1);
    long revision = delay(0, 5).revision();
    await().atMost(Duration.ofSeconds(5)).until(() -> revision(1) == revision);
    assertThat(delay(1, 5).status()).isEqualTo(503);
    cluster.heal();
    await().atMost(Duration.ofSeconds(10)).until(() -> delay(1, 5).status() == 201);
    awaitSame(Duration.ofSeconds(5));
  }

  @Test
  @Order(6)
  void a_node_that_was_frozen_goes_on_from_the_newest_revision() {
    ChildServer frozen = cluster.node(0);
    frozen.freeze();
    Writers writers = writers(3, 1);
    sleepWhileTheyWrite(Duration.ofSeconds(8));
    writers.close();
    assertThat(writers.acknowledged()).isGreaterThan(50);
    TestScreen screen = screen(1);
    frozen.thaw();
    awaitSame(Duration.ofSeconds(5));
    Checker.of(cluster.database()).holds(writers.attempts()).isLinearizable(writers.attempts());
    assertThat(delay(0, 5).status()).isEqualTo(201);
    screen.leave();
  }

  @Test
  @Order(7)
  void nodes_that_were_parted_hear_each_other_again() {
    long begun = System.nanoTime();
    await().atMost(Duration.ofSeconds(60)).until(() -> hears(0) && hears(1));
    System.out.println(
        "heard each other after " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
  }

  private static boolean hears(int number) {
    JsonObject cluster = at(number).get("/health/ready").json().getJsonObject("cluster");
    return cluster.getInteger("members") == 2
        && cluster.getJsonArray("others").stream()
            .map(JsonObject.class::cast)
            .anyMatch(each -> !each.getBoolean("silent"));
  }

  @Test
  @Order(60)
  void a_node_killed_in_the_middle_of_changes_loses_and_doubles_none_and_its_screens_come_back() {
    Relay balancer = new Relay(URI.create(cluster.node(0).url()).getPort());
    TestScreen screen = TestScreen.open(balancer.port()).subscribe("*");
    screen.next("board");
    Writers writers = writers(4, 0, 1);
    await().until(() -> writers.acknowledged() > 100);
    cluster.node(0).kill();
    screen.closed();
    long gone = System.nanoTime();
    balancer.turnTo(URI.create(cluster.node(1).url()).getPort());
    TestScreen back = TestScreen.open(balancer.port()).subscribe("*");
    long revision = back.next("board").json().getLong("revision");
    System.out.println(
        "screen back after " + Duration.ofNanos(System.nanoTime() - gone).toMillis() + " ms");
    assertThat(Duration.ofNanos(System.nanoTime() - gone)).isLessThan(Duration.ofSeconds(5));
    assertThat(revision).isGreaterThan(100);
    long soFar = writers.acknowledged();
    await().atMost(Duration.ofSeconds(15)).until(() -> writers.acknowledged() > soFar + 50);
    writers.close();
    Checker.of(cluster.database()).holds(writers.attempts()).isLinearizable(writers.attempts());
    back.leave();
    balancer.close();
  }

  @Test
  @Order(70)
  void a_clock_six_hours_ahead_is_said_and_orders_nothing() {
    requireClockSaid(Duration.ofHours(6));
  }

  /** After a test that has ended the first node. */
  private static void requireClockSaid(Duration skew) {
    cluster.start(0, SkewedServer.class, Map.of(SkewedServer.SKEW_SECONDS, "" + skew.toSeconds()));
    Writers writers = writers(4, 0, 1);
    await().atMost(Duration.ofSeconds(20)).until(() -> writers.acknowledged() > 100);
    writers.close();
    awaitSame(Duration.ofSeconds(5));
    Checker.of(cluster.database()).holds(writers.attempts()).isLinearizable(writers.attempts());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> {
              JsonObject ready = at(1).get("/health/ready").json();
              return ready.getJsonObject("cluster").getJsonArray("others").stream()
                  .map(JsonObject.class::cast)
                  .anyMatch(each -> Math.abs(ahead(each) - skew.toMillis()) < 60_000);
            });
  }

  private static long ahead(JsonObject other) {
    Long ahead = other.getLong("clockAheadMillis");
    return ahead == null ? 0 : ahead;
  }

  @Test
  @Order(80)
  void a_node_that_ends_tells_its_screens_and_the_other_goes_on() throws Exception {
    TestScreen screen = screen(0);
    screen.next("board");
    Writers writers = writers(3, 1);
    cluster.node(0).terminate();
    assertThat(screen.next("bye").json().getLong("retryAfter")).isPositive();
    screen.closed();
    await().atMost(Duration.ofSeconds(12)).until(() -> !cluster.node(0).isAlive());
    writers.close();
    assertThat(writers.attempts()).allMatch(Attempt::isAcknowledged);
  }

  @Test
  @Order(81)
  void a_clock_an_hour_behind_is_said_and_orders_nothing() {
    requireClockSaid(Duration.ofHours(-1));
  }

  @Test
  @Order(90)
  void an_older_database_in_the_place_of_the_newer_is_refused_by_whoever_has_seen_the_newer()
      throws SQLException {
    long head = Checker.of(cluster.database()).head();
    try (Database database = Database.openExisting(cluster.database());
        Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from entry where revision > " + (head - 5));
    }
    Organiser.Answer refused = delay(0, 5);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.detail()).contains("journal was replaced", "start the node again");
    await().until(() -> at(1).get("/health/ready").status() == 503);
    assertThat(at(1).get("/health/ready").json().getJsonArray("missing")).contains("history");
    assertThat(at(1).get(FaultSchedule.BOARDS).status()).isEqualTo(200);
    cluster.node(0).kill();
    cluster.start(0);
    assertThat(delay(0, 5).revision()).isEqualTo(head - 4);
    assertThat(delay(1, 5).status()).isEqualTo(503);
    assertThat(revision(1)).isEqualTo(head);
  }
}
