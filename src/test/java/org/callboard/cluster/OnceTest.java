package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.callboard.api.Organiser;
import org.callboard.journal.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What must happen once happens once: by three processes under the real clock, of which one is six
 * hours ahead, one an hour behind and one right; and when the first, which holds every claim, is
 * killed. {@link OnceSchedule} does the last again and again.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnceTest {
  private static final int AHEAD = 0;
  private static final int BEHIND = 1;
  private static final int RIGHT = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static OnceCluster cluster;
  private static Organiser ahead;
  private static Organiser behind;
  private static Organiser right;

  @BeforeAll
  static void start() {
    cluster = new OnceCluster(3);
    ahead = cluster.start(AHEAD, Duration.ofHours(6));
    String target = cluster.tell(ahead);
    await().atMost(PATIENCE).until(() -> !cluster.owner("webhook:" + target).isEmpty());
    CompletableFuture<Organiser> second =
        CompletableFuture.supplyAsync(() -> cluster.start(BEHIND, Duration.ofHours(-1)));
    right = cluster.start(RIGHT, Duration.ZERO);
    behind = second.join();
    assertThat(cluster.owner("webhook:" + target)).isEqualTo(cluster.owner("watch"));
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  private static JsonObject ready(Organiser node) {
    return node.get("/health/ready").json();
  }

  private static List<String> missing(Organiser node) {
    return ready(node).getJsonArray("missing", new JsonArray()).stream()
        .map(String::valueOf)
        .toList();
  }

  @Test
  @Order(1)
  void a_node_whose_clock_is_wrong_is_not_ready_and_says_why() {
    await().atMost(PATIENCE).until(() -> missing(ahead).contains("clock"));
    await().atMost(PATIENCE).until(() -> missing(behind).contains("clock"));
    await().atMost(PATIENCE).until(() -> ready(right).getJsonArray("clocks", null) != null);
    await().atMost(PATIENCE).until(() -> ready(right).getJsonArray("clocks").size() == 2);
    assertThat(ready(right).getString("status")).isEqualTo("UP");
    assertThat(right.get("/api/screens").json().getBoolean("clockWrong")).isFalse();
    assertThat(ahead.get("/api/screens").json().getBoolean("clockWrong")).isTrue();
    assertThat(ready(ahead).getJsonObject("databaseClock").getLong("aheadMillis"))
        .isBetween(-21_602_000L, -21_598_000L);
    assertThat(right.text("/metrics"))
        .containsPattern("clock_difference_seconds\\{of=\"database\"} -?\\d")
        .containsPattern("clock_difference_seconds\\{of=\"127[^\"]*\"} 21[56]\\d\\d\\.");

    Organiser.Answer refused = ahead.change("{'type':'start','session':'closing-plenary'}");
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.detail()).contains("clock", "6 h 0 min", "NTP").contains("Ask another");
  }

  @Test
  @Order(2)
  void with_clocks_that_are_wrong_both_ways_everything_happens_once_and_in_time() {
    Instant due = OnceCluster.secondAfter(2_000);
    String pending = OnceCluster.schedule(right, "full", due);
    cluster.edit("Hosts' welcoming remarks", "Words of welcome");
    await().atMost(PATIENCE).until(() -> cluster.imports() == 1);
    await().atMost(PATIENCE).until(() -> cluster.made(pending).size() == 1);
    Entry made = cluster.made(pending).get(0);
    assertThat(made.recordedAt()).isBetween(due.minusMillis(20), due.plusSeconds(3));
    long told = told();
    await().atMost(PATIENCE).until(() -> cluster.received.size() == told);
    assertThat(cluster.received).doesNotHaveDuplicates();
    assertThat(cluster.mostAtOnce.get()).isEqualTo(1);
  }

  /** How many entries people see anything of: an edition, and what was made of what waited. */
  private static long told() {
    return cluster.entries().stream()
        .skip(1)
        .filter(
            entry ->
                entry.change().contains("\"import\"")
                    || entry.change().contains("\"scheduled\"")
                    || entry.change().contains("\"delay\""))
        .count();
  }

  @Test
  @Order(3)
  void what_a_killed_node_was_about_to_do_others_do_once() throws Exception {
    Instant due = OnceCluster.secondAfter(3_000);
    List<String> pending = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      pending.add(OnceCluster.schedule(right, i % 2 == 0 ? "open" : "full", due));
    }
    cluster.isHolding = true;
    long delayed = delay();
    String id = cluster.held.take();
    assertThat(id).endsWith("_" + delayed);
    cluster.edit("Words of welcome", "Welcome");
    await().until(() -> !Instant.now().isBefore(due.plusMillis(60)));
    cluster.node(AHEAD).kill();
    cluster.answer();

    await().atMost(PATIENCE).until(() -> pending.stream().allMatch(each -> isMade(each)));
    await().atMost(PATIENCE).until(() -> cluster.imports() == 2);
    long again = delay();
    await()
        .atMost(PATIENCE)
        .until(() -> cluster.received.contains(id.replaceAll("\\d+$", "" + again)));
    assertThat(cluster.received.stream().filter(id::equals)).as("with the same id").hasSize(2);
    assertThat(cluster.received.stream().filter(each -> !each.equals(id))).doesNotHaveDuplicates();
    assertThat(pending).allSatisfy(each -> assertThat(cluster.made(each)).hasSize(1));
    assertThat(cluster.imports()).isEqualTo(2);
    assertThat(cluster.received.stream().distinct().count()).isEqualTo(told());
  }

  private static long delay() {
    return right
        .change("{'type':'delay','session':'closing-plenary','minutes':5,'ripple':'none'}")
        .revision();
  }

  private static boolean isMade(String pending) {
    return !cluster.made(pending).isEmpty();
  }
}
