package org.callboard.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.callboard.clock.Moment;

/** The program on a machine whose wall clock is wrong by the seconds that the environment says. */
public final class SkewedServer {
  public static final String SKEW_SECONDS = "SKEW_SECONDS";

  /** By how many milliseconds Hazelcast takes the machine's clock to be wrong. */
  private static final String CLOCK_OF_HAZELCAST = "com.hazelcast.clock.offset";

  private SkewedServer() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    Duration skew = Duration.ofSeconds(Long.parseLong(System.getenv(SKEW_SECONDS)));
    System.setProperty(CLOCK_OF_HAZELCAST, Long.toString(skew.toMillis()));
    Moment.Source clocks = () -> new Moment(Instant.now().plus(skew), System.nanoTime());
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = Main.run(args, out, err, System.getenv(), clocks);
    if (code != Main.OK) {
      System.exit(code);
    }
  }
}
