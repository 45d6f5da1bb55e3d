package org.callboard.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.callboard.api.Organiser;
import org.callboard.journal.Entry;

/**
 * Two nodes, of which the one that holds every claim is killed again and again, in the middle of a
 * delivery and at about the instant at which changes are due and a new edition is found. By hand:
 * {@code OnceSchedule SEED ROUNDS}.
 */
public final class OnceSchedule {
  private static final int CHANGES = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Random random;
  private final OnceCluster cluster = new OnceCluster(2);
  private final List<Long> takenOver = new ArrayList<>();
  private final List<Long> late = new ArrayList<>();
  private String claim;
  private int holder;
  private int before;

  private OnceSchedule(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] args) {
    OnceSchedule schedule = new OnceSchedule(Long.parseLong(args[0]));
    int code = 0;
    try {
      schedule.play(Integer.parseInt(args[1]));
    } catch (RuntimeException | AssertionError failed) {
      failed.printStackTrace();
      code = 1;
    }
    schedule.cluster.close();
    System.exit(code); // threads of a failed wait would keep it alive
  }

  private void play(int rounds) {
    claim = "webhook:" + cluster.tell(cluster.start(0, Duration.ZERO));
    await().atMost(PATIENCE).until(() -> !cluster.owner(claim).isEmpty());
    String owner = cluster.owner(claim);
    Organiser other = cluster.start(1, Duration.ZERO);
    for (int round = 1; round <= rounds; round++) {
      assertThat(cluster.owner(claim)).as("it lives, so it still holds").isEqualTo(owner);
      kill(round, other);
      owner = cluster.owner(claim);
      other = cluster.start(holder, Duration.ZERO); // from now on the other one holds the claims
      holder = 1 - holder;
    }
    Collections.sort(takenOver);
    Collections.sort(late);
    System.out.printf(
        "rounds=%d scheduled=%d entries=%d messages=%d takenOverMillis=%s latestMillis=%d%n",
        rounds,
        rounds * CHANGES,
        cluster.entries().size(),
        cluster.received.stream().distinct().count(),
        takenOver,
        late.get(late.size() - 1));
  }

  private void kill(int round, Organiser other) {
    Instant due = OnceCluster.secondAfter(4_000);
    List<String> pending =
        IntStream.range(0, CHANGES)
            .mapToObj(i -> OnceCluster.schedule(other, i % 2 == 0 ? "open" : "full", due))
            .toList();
    cluster.isHolding = true;
    long delayed = delay(other);
    String id = next();
    assertThat(id).endsWith("_" + delayed);
    Instant end = due.plusMillis(random.nextInt(500) - 100);
    cluster.edit(
        round == 1 ? "Hosts' welcoming remarks" : "Welcome " + (round - 1), "Welcome " + round);
    await().pollInterval(Duration.ofMillis(1)).until(() -> !Instant.now().isBefore(end));
    cluster.node(holder).kill();
    long killed = System.nanoTime();
    cluster.answer();
    await("sent again: " + id).atMost(PATIENCE).until(() -> count(id) >= 2);
    takenOver.add(Duration.ofNanos(System.nanoTime() - killed).toMillis());
    await().atMost(PATIENCE).until(() -> pending.stream().allMatch(each -> made(each).size() > 0));
    await().atMost(PATIENCE).until(() -> cluster.imports() == round);
    long again = delay(other);
    await().atMost(PATIENCE).until(() -> cluster.received.contains(of(id, again)));
    check(round, id, pending, due);
    System.out.println("round " + round + ": killed at " + Duration.between(due, end).toMillis());
  }

  private void check(int round, String id, List<String> pending, Instant due) {
    List<String> news = cluster.received.subList(before, cluster.received.size());
    before = cluster.received.size();
    assertThat(news.stream().filter(id::equals)).hasSize(2);
    assertThat(news.stream().filter(each -> !each.equals(id))).doesNotHaveDuplicates();
    for (int i = 0; i < CHANGES; i++) {
      List<Entry> made = made(pending.get(i));
      assertThat(made).as("round %d", round).hasSize(1);
      Duration after = Duration.between(due, made.get(0).recordedAt());
      assertThat(after).as("round %d", round).isGreaterThan(Duration.ofMillis(-20));
      late.add(after.toMillis());
    }
    assertThat(cluster.imports()).isEqualTo(round);
  }

  private static String of(String id, long revision) {
    return id.replaceAll("\\d+$", String.valueOf(revision));
  }

  private String next() {
    try {
      return cluster.held.take();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private long count(String id) {
    return cluster.received.stream().filter(id::equals).count();
  }

  private List<Entry> made(String pending) {
    return cluster.made(pending);
  }

  private static long delay(Organiser organiser) {
    return organiser
        .change("{'type':'delay','session':'closing-plenary','minutes':5,'ripple':'none'}")
        .revision();
  }
}
