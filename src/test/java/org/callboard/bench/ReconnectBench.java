package org.callboard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.callboard.api.Organiser;
import org.callboard.app.ChildServer;

/**
 * What a server that was killed and started again does with all its screens at once: lines that
 * fail after its return, the time until all hold the board again, and its memory. Arguments:
 * screens (500), kills (3).
 */
public final class ReconnectBench {
  private static final String AT = "2017-11-17T10:50";
  private static final long PATIENCE_MILLIS = 60_000;

  private ReconnectBench() {}

  public static void main(String[] args) throws Exception {
    int screens = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    int kills = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    Path data = Files.createTempDirectory("callboard-bench");
    ChildServer server = ChildServer.start(data, 0, AT);
    try (ScreenCrowd crowd = new ScreenCrowd(server.port(), screens)) {
      hold(crowd, screens);
      System.out.printf("%d screens hold the board; %s%n", screens, memory(server));
      for (int kill = 1; kill <= kills; kill++) {
        server.kill();
        server = ChildServer.start(data, server.port(), AT);
        crowd.serverIsBack();
        System.out.printf("kill %d, back: %s%n", kill, memory(server));
        hold(crowd, screens);
        print(crowd, server);
      }
    } finally {
      server.close();
    }
  }

  private static void hold(ScreenCrowd crowd, int screens) throws InterruptedException {
    if (!crowd.awaitAll(PATIENCE_MILLIS)) {
      throw new IllegalStateException(
          "Only " + crowd.holding() + " of " + screens + " hold a board");
    }
  }

  private static void print(ScreenCrowd crowd, ChildServer server) throws Exception {
    long[] after = crowd.backAfterMillis();
    System.out.printf(
        Locale.ROOT,
        "  %d lines failed; boards held after ms: first %d, p50 %d, p99 %d, last %d; %s%n",
        crowd.failedAfterReturn(),
        after[0],
        after[after.length / 2],
        after[(int) (after.length * 0.99)],
        after[after.length - 1],
        memory(server));
  }

  /** After a full collection, so that what is counted is what is kept. */
  private static String memory(ChildServer server) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    new ProcessBuilder(jcmd, "" + server.pid(), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    double heap =
        Organiser.at(server.url())
            .text("/metrics")
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
            .sum();
    return String.format(Locale.ROOT, "heap %.1f MB, RSS %d MB", heap / 1e6, rss(server.pid()));
  }

  private static long rss(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
