package org.callboard.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.callboard.api.Organiser;
import org.callboard.app.ExampleEvent;
import org.callboard.app.TestNode;

/**
 * Many organisers who change the day at once, over HTTP, on one node with an SQLite journal: how
 * many entries a second, how long each waited, and that none was lost, doubled or put out of order.
 * Arguments: writers (50), seconds (60).
 */
public final class WritersBench {
  private static final List<String> SESSIONS =
      List.of(
          "social-integration",
          "migrant-smuggling-and-human-trafficking",
          "migration-and-sustainable-urban-development",
          "closing-plenary",
          "the-european-perspective");

  private final ConcurrentLinkedQueue<Long> revisions = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  private WritersBench() {}

  public static void main(String[] args) throws InterruptedException {
    int writers = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    try (TestNode node =
        TestNode.rehearsing(ExampleEvent.programme(), ExampleEvent.FRIDAY_10_50, 1)) {
      new WritersBench().run(Organiser.admin(node), writers, seconds);
    }
    System.exit(0);
  }

  private void run(Organiser organiser, int writers, int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      int number = i;
      threads.add(new Thread(() -> write(organiser, number, end)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    report(organiser, writers, seconds);
  }

  private void write(Organiser organiser, int number, long end) {
    String session = SESSIONS.get(number % SESSIONS.size());
    for (int i = 0; System.nanoTime() < end; i++) {
      long begun = System.nanoTime();
      Organiser.Answer answer =
          organiser.change(
              "{'type':'edit','session':'" + session + "','title':'By " + number + " " + i + "'}");
      if (answer.status() != 201) {
        throw new IllegalStateException("Not made: " + answer.json());
      }
      nanos.add(System.nanoTime() - begun);
      revisions.add(answer.revision());
    }
  }

  private void report(Organiser organiser, int writers, int seconds) {
    long[] sorted = revisions.stream().mapToLong(Long::longValue).sorted().toArray();
    for (int i = 0; i < sorted.length; i++) {
      if (sorted[i] != i + 2) { // the first revision is the programme
        throw new IllegalStateException("Lost or doubled: revision=" + (i + 2));
      }
    }
    requireInOrder(organiser, sorted.length + 1L);
    long[] waits = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d writers, %d s: %d entries, %.0f/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        writers,
        seconds,
        waits.length,
        waits.length / (double) seconds,
        waits[waits.length / 2] / 1e6,
        waits[(int) (waits.length * 0.99)] / 1e6,
        waits[waits.length - 1] / 1e6);
  }

  /** Each writer's own changes stand in the journal in the order in which it made them. */
  private static void requireInOrder(Organiser organiser, long head) {
    int[] last = new int[1_000];
    Arrays.fill(last, -1);
    for (long after = 1; after < head; after += 500) {
      for (JsonObject change : organiser.get("/api/changes?after=" + after).objects("changes")) {
        String[] words = change.getJsonObject("change").getString("title").split(" ");
        int writer = Integer.parseInt(words[1]);
        int number = Integer.parseInt(words[2]);
        if (number != last[writer] + 1) {
          throw new IllegalStateException("Out of order: " + change.encode());
        }
        last[writer] = number;
      }
    }
  }
}
