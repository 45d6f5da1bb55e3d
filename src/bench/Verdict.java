import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a bench and says what they show: medians of each server, and of ours the median of the ratios
 * within a repetition, with its 95 % interval (bootstrap). A goal inside the interval is UNRESOLVED.
 */
final class Verdict {
  private static final Pattern TEXT = Pattern.compile("\"server\":\"([^\"]*)\"");
  private static final int SAMPLES = 10_000;

  /** A goal: at most so much of another server's. */
  private record Goal(String metric, String other, double most) {}

  private static final List<Goal> GOALS =
      List.of(
          new Goal("p99", "floor", 1.25),
          new Goal("p99", "nchan", 0.9),
          new Goal("p99", "ws", 0.8),
          new Goal("first", "floor", 1.5),
          new Goal("cpu", "floor", 1.3),
          new Goal("burst", "floor", 0.25),
          new Goal("burst", "nchan", 0.15),
          new Goal("burst", "ws", 0.15),
          new Goal("storm", "floor", 2.2),
          new Goal("storm", "nchan", 0.9),
          new Goal("rssPerScreen", "nchan", 0.65),
          new Goal("kernel", "nchan", 0.1),
          new Goal("p99", "before", 1),
          new Goal("last", "before", 1),
          new Goal("cpu", "before", 1),
          new Goal("first", "before", 1),
          new Goal("burst", "before", 1),
          new Goal("storm", "before", 1),
          new Goal("connect", "before", 1),
          new Goal("rssPerScreen", "before", 1),
          new Goal("kernel", "before", 1));

  private final Map<Integer, Map<String, String>> pairs = new TreeMap<>();

  public static void main(String[] arguments) throws IOException {
    Verdict verdict = new Verdict();
    for (String file : arguments) {
      Files.readAllLines(Path.of(file)).forEach(verdict::take);
    }
    verdict.print();
  }

  private void take(String line) {
    Matcher server = TEXT.matcher(line);
    if (server.find()) {
      pairs.computeIfAbsent((int) number(line, "pair"), first -> new TreeMap<>()).put(server.group(1), line);
    }
  }

  private static double number(String line, String name) {
    if (name.equals("kernel")) {
      return Math.max(1, number(line, "kernelAfter") - number(line, "kernelBefore"));
    }
    Matcher found = Pattern.compile("\"" + name + "\":(-?[0-9.]+)").matcher(line);
    return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
  }

  private void print() {
    List<String> servers =
        pairs.values().stream().flatMap(pair -> pair.keySet().stream()).distinct().toList();
    for (String server : servers) {
      System.out.printf(Locale.ROOT, "%-8s", server);
      for (String name :
          List.of("connect", "first", "p50", "p99", "last", "burst", "burstMessages", "storm", "cpu",
              "rssPerScreen", "rssEnd", "kernel", "missing", "wrong")) {
        System.out.printf(Locale.ROOT, " %s %.1f", name, median(values(server, name)));
      }
      System.out.println();
    }
    GOALS.forEach(this::judge);
  }

  private double[] values(String server, String name) {
    return pairs.values().stream()
        .filter(pair -> pair.containsKey(server))
        .mapToDouble(pair -> number(pair.get(server), name))
        .toArray();
  }

  private void judge(Goal goal) {
    List<Double> ratios = new ArrayList<>();
    for (Map<String, String> pair : pairs.values()) {
      if (pair.containsKey("ours") && pair.containsKey(goal.other())) {
        double other = number(pair.get(goal.other()), goal.metric());
        double ours = number(pair.get("ours"), goal.metric());
        if (other > 0 && ours > 0) {
          ratios.add(ours / other);
        }
      }
    }
    if (ratios.isEmpty()) {
      return;
    }
    double[] all = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    double[] medians = new double[SAMPLES];
    Random random = new Random(7);
    for (int i = 0; i < SAMPLES; i++) {
      medians[i] = median(random.ints(all.length, 0, all.length).mapToDouble(j -> all[j]).toArray());
    }
    Arrays.sort(medians);
    double low = medians[SAMPLES / 40];
    double high = medians[SAMPLES - SAMPLES / 40 - 1];
    String word = high <= goal.most() ? "PASS" : low > goal.most() ? "FAIL" : "UNRESOLVED";
    System.out.printf(
        Locale.ROOT,
        "%-12s / %-7s %.2f (%.2f-%.2f; %d pairs)  goal %.2f  %s%n",
        goal.metric(), goal.other(), median(all), low, high, all.length, goal.most(), word);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? Double.NaN : (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
  }
}
