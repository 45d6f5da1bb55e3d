package org.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.callboard.api.Organiser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the server was killed in the middle of a write. */
class CrashTest {
  /** How often it is killed; more by {@code -Dcallboard.crashes=200}. */
  private static final int CRASHES = Integer.getInteger("callboard.crashes", 3);

  private static final List<String> SESSIONS =
      List.of("social-integration", "migrant-smuggling-and-human-trafficking", "closing-plenary");

  @TempDir Path data;

  @Test
  void every_acknowledged_revision_survives_a_kill_and_the_head_never_goes_back() throws Exception {
    ConcurrentSkipListSet<Long> acknowledged = new ConcurrentSkipListSet<>();
    long head = 1;
    for (int crash = 0; crash < CRASHES; crash++) {
      try (ChildServer server = ChildServer.start(data)) {
        Organiser organiser = Organiser.login(server.url(), "organiser", TestNode.PASSWORD);
        assertThat(revisions(organiser)).containsAll(acknowledged);
        head = grown(head, organiser);
        killInTheMiddle(server, organiser, acknowledged);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(CRASHES);
    assertThat(verify()).isEqualTo(Main.OK);
  }

  private static long grown(long head, Organiser organiser) {
    long now = organiser.get("/api/event").json().getLong("revision");
    assertThat(now).isGreaterThanOrEqualTo(head);
    return now;
  }

  private static void killInTheMiddle(
      ChildServer server, Organiser organiser, ConcurrentSkipListSet<Long> acknowledged)
      throws InterruptedException {
    CountDownLatch some = new CountDownLatch(5 + ThreadLocalRandom.current().nextInt(20));
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 4)
            .mapToObj(i -> CompletableFuture.runAsync(() -> write(organiser, acknowledged, some)))
            .toList();
    assertThat(some.await(30, TimeUnit.SECONDS)).isTrue();
    server.kill();
    writers.forEach(writer -> writer.exceptionally(cut -> null).join());
  }

  private static void write(
      Organiser organiser, ConcurrentSkipListSet<Long> acknowledged, CountDownLatch some) {
    Random random = ThreadLocalRandom.current();
    for (int i = 0; i < 10_000; i++) {
      String session = SESSIONS.get(random.nextInt(SESSIONS.size()));
      int minutes = random.nextBoolean() ? 5 : -5;
      Organiser.Answer answer =
          organiser.change(
              "{'type':'delay','ripple':'none','session':'"
                  + session
                  + "','minutes':"
                  + minutes
                  + "}");
      if (answer.status() == 201) {
        acknowledged.add(answer.revision());
        some.countDown();
      }
    }
  }

  private static List<Long> revisions(Organiser organiser) {
    List<Long> revisions = new java.util.ArrayList<>();
    List<Long> page;
    do {
      long after = revisions.isEmpty() ? 0 : revisions.get(revisions.size() - 1);
      page =
          organiser.get("/api/changes?after=" + after).objects("changes").stream()
              .map(change -> change.getLong("revision"))
              .toList();
      revisions.addAll(page);
    } while (!page.isEmpty());
    assertThat(revisions)
        .isEqualTo(IntStream.rangeClosed(1, revisions.size()).mapToObj(Long::valueOf).toList());
    return revisions;
  }

  private int verify() throws IOException {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    return Main.run(new String[] {"journal", "verify", data.toString()}, writer, writer, Map.of());
  }
}
