package org.callboard.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.callboard.programme.Programme;

/**
 * All that was found in a programme, the most urgent first. Of each topic the first are told, and
 * all are counted.
 */
public final class Findings {
  static final int MOST_TOLD = 200;

  private final List<Finding> told = new ArrayList<>();
  private final Map<Topic, Integer> counts = new EnumMap<>(Topic.class);

  private Findings() {}

  /** Time grows with the number of sessions, and of those that overlap. */
  public static Findings of(Programme programme) {
    Findings findings = new Findings();
    Sayings say = new Sayings(programme);
    new Overlaps(programme, say).tell(findings);
    new SessionRules(programme, say).tell(findings);
    new LikelyAlike(programme).tell(findings);
    findings.told.sort(Comparator.comparing(Finding::topic));
    return findings;
  }

  void add(Topic topic, List<String> sessions, String what, String remedy) {
    if (counts.merge(topic, 1, Integer::sum) <= MOST_TOLD) {
      told.add(new Finding(topic, sessions, what, remedy));
    }
  }

  public List<Finding> told() {
    return List.copyOf(told);
  }

  public List<Finding> told(Topic topic) {
    return told.stream().filter(finding -> finding.topic() == topic).toList();
  }

  /** How many there are, those that are not told included. */
  public int count(Topic topic) {
    return counts.getOrDefault(topic, 0);
  }

  public int count(Urgency urgency) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getKey().urgency() == urgency)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
