package org.callboard.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.Reading;

/**
 * A program that measures how time and memory grow with the sessions of a file that is read: CPU
 * time of the best of some runs, bytes allocated, and bytes that the reading keeps. Arguments: the
 * numbers of sessions, else 100, 1000, 10000 and 100000.
 */
final class ReadingBench {
  private static final int PER_DAY = 300;
  private static final int ROOMS = 30;
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 3);

  private ReadingBench() {}

  /** What one reading took. */
  private record Cost(int bytes, double cpuMillis, double allocated, double kept) {}

  public static void main(String[] args) throws Exception {
    int[] sizes =
        args.length > 0
            ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
            : new int[] {100, 1_000, 10_000, 100_000};
    byte[] first = xml(900);
    System.out.printf(
        Locale.ROOT,
        "first reading of 900 sessions after start: %.0f ms of CPU%n",
        cpuMillis(() -> read(first)));
    print("schedule.xml", ReadingBench::xml, sizes);
    print("schedule.json", ReadingBench::json, sizes);
  }

  private static void print(String format, IntFunction<byte[]> file, int[] sizes) throws Exception {
    System.out.println(format);
    System.out.println("sessions    file MB     CPU ms  µs/session  allocated MB    kept MB");
    for (int i = 0; i < 3; i++) {
      read(file.apply(sizes[0]));
    }
    for (int size : sizes) {
      Cost cost = cost(file.apply(size));
      System.out.printf(
          Locale.ROOT,
          "%8d %10.1f %10.1f %11.1f %13.1f %10.1f%n",
          size,
          cost.bytes() / 1e6,
          cost.cpuMillis(),
          cost.cpuMillis() * 1000 / size,
          cost.allocated() / 1e6,
          cost.kept() / 1e6);
    }
  }

  private static Cost cost(byte[] file) throws Exception {
    double best = Double.MAX_VALUE;
    for (int run = 0; run < 3; run++) {
      best = Math.min(best, cpuMillis(() -> read(file)));
    }
    long before = used();
    long allocatedBefore = threads().getThreadAllocatedBytes(Thread.currentThread().getId());
    Reading kept = read(file);
    long allocated =
        threads().getThreadAllocatedBytes(Thread.currentThread().getId()) - allocatedBefore;
    long after = used();
    if (kept.programme().sessions().isEmpty()) {
      throw new IllegalStateException("Nothing was read");
    }
    return new Cost(file.length, best, allocated, after - before);
  }

  /** Something that is timed. */
  private interface Work {
    void run() throws Exception;
  }

  private static double cpuMillis(Work work) throws Exception {
    long began = threads().getCurrentThreadCpuTime();
    work.run();
    return (threads().getCurrentThreadCpuTime() - began) / 1e6;
  }

  private static com.sun.management.ThreadMXBean threads() {
    return (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static Reading read(byte[] file) throws Exception {
    return Programmes.read("bench", file, Optional.empty());
  }

  private static byte[] xml(int sessions) {
    StringBuilder xml =
        new StringBuilder("<schedule><conference><title>Bench</title></conference>");
    for (int day = 0; day * PER_DAY < sessions; day++) {
      xml.append("\n<day index='").append(day + 1).append("' date='").append(FIRST.plusDays(day));
      xml.append("'>");
      for (int i = day * PER_DAY; i < Math.min(sessions, (day + 1) * PER_DAY); i++) {
        xml.append("\n<event id='").append(i + 1).append("'><date>").append(stamp(i));
        xml.append("</date><duration>00:30</duration><room>Room ").append(i % ROOMS);
        xml.append("</room><title>Session ").append(i).append(" of many</title>");
        xml.append("<abstract>&lt;p&gt;What it is &lt;b&gt;about&lt;/b&gt;.&lt;/p&gt;</abstract>");
        xml.append("<persons><person id='").append(i).append("'>Speaker ").append(word(i));
        xml.append("</person></persons></event>");
      }
      xml.append("</day>");
    }
    return xml.append("</schedule>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(int sessions) {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      events.add(
          "{\"guid\":\"%d\",\"start\":\"%s\",\"duration\":\"00:30\",\"room\":{\"name\":\"Room %d\"},\"title\":\"Session %d of many\",\"abstract\":\"<p>What it is <b>about</b>.</p>\",\"participants\":[{\"name\":\"Speaker %s\"}]}"
              .formatted(i + 1, stamp(i), i % ROOMS, i, word(i)));
    }
    String json =
        "{\"schedule\":{\"conference\":{\"title\":\"Bench\"},\"events\":[\n"
            + String.join(",\n", events)
            + "]}}";
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String stamp(int i) {
    int slot = i % PER_DAY / ROOMS;
    return "%sT%02d:%02d:00+02:00"
        .formatted(FIRST.plusDays(i / PER_DAY), 9 + slot / 2, slot % 2 * 30);
  }

  private static String word(int i) {
    return Integer.toString(i * 7919 + 46_656, 36);
  }
}
