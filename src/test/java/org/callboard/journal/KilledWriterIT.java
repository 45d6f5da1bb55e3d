package org.callboard.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.callboard.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A writer that is killed without warning, again and again: nothing acknowledged is ever lost.
 * {@code -Dcallboard.kills=200} for the long run.
 */
class KilledWriterIT {
  private static final int KILLS = Integer.getInteger("callboard.kills", 10);
  private static final int MOST_LINES = 300;

  @TempDir Path folder;

  @Test
  void every_acknowledged_entry_survives_every_kill() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String url = Database.url(folder.toString());
    long head = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      String round = "seed=" + seed + " kill=" + kill;
      long acknowledged = killedAfter(url, random.nextInt(MOST_LINES));
      head = requireKept(url, Math.max(head, acknowledged), round);
    }
  }

  /** Lets a writer run until it has printed some lines, kills it, and gives its last revision. */
  private static long killedAfter(String url, int lines) throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                url)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long acknowledged = 0;
    try (BufferedReader out = writer.inputReader()) {
      String line = out.readLine();
      for (int read = 0; line != null; read++) {
        if (read == lines) {
          // By its handle: the process itself would close what it has already printed.
          writer.toHandle().destroyForcibly();
        }
        acknowledged = line.matches("\\d+") ? Long.parseLong(line) : acknowledged;
        line = out.readLine();
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  /** Opens what was left, as the next start does. */
  private static long requireKept(String url, long acknowledged, String round) {
    try (Database database = Database.open(url)) {
      Journal journal = new JdbcJournal(database);
      long head = journal.head();
      assertThat(head).as(round).isBetween(acknowledged, acknowledged + 1);
      assertThat(Verification.of(database, entry -> {}))
          .as(round)
          .isEqualTo(new Verification(head, List.of()));
      assertThat(journal.read(0, Integer.MAX_VALUE)).as(round).isEqualTo(Entries.entries(1, head));
      return head;
    }
  }
}
