package org.callboard.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.callboard.journal.Entries;
import org.callboard.journal.HeadMoved;
import org.callboard.journal.JdbcJournal;
import org.callboard.journal.Journal;
import org.callboard.store.Database;
import org.callboard.store.TestPostgres;

/**
 * A program that measures how fast entries become durable. Arguments: a folder on the disk to be
 * measured (else the temporary one), and the milliseconds for each line (else 3000).
 */
final class JournalBench {
  private static final int[] BATCHES = {1, 10, 100};
  private static final int MOST_APPENDS = 1_000_000;

  private JournalBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args.length > 0 ? args[0] : System.getProperty("java.io.tmpdir"));
    long millis = args.length > 1 ? Long.parseLong(args[1]) : 3_000;
    System.out.println("database    batch  entries/s     p50 ms     p99 ms     max ms");
    measure("sqlite", Database.url(Files.createTempDirectory(folder, "bench").toString()), millis);
    measure("postgresql", TestPostgres.freshUrl(), millis);
  }

  private static void measure(String name, String url, long millis) throws HeadMoved {
    try (Database database = Database.open(url)) {
      Journal journal = new JdbcJournal(database);
      times(journal, 10, millis);
      for (int batch : BATCHES) {
        print(name, batch, times(journal, batch, millis));
      }
    }
  }

  /** Nanoseconds of each append. */
  private static long[] times(Journal journal, int batch, long millis) throws HeadMoved {
    long[] times = new long[MOST_APPENDS];
    int count = 0;
    long head = journal.head();
    long end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end && count < MOST_APPENDS) {
      var entries = Entries.entries(head + 1, head + batch);
      long start = System.nanoTime();
      journal.append(head, entries);
      times[count] = System.nanoTime() - start;
      count++;
      head += batch;
    }
    return Arrays.copyOf(times, count);
  }

  private static void print(String name, int batch, long[] times) {
    double seconds = Arrays.stream(times).sum() / 1e9;
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-10s %6d %10.0f %10.3f %10.3f %10.3f%n",
        name,
        batch,
        times.length * batch / seconds,
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6);
  }
}
