package org.callboard.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check as people read it: how much was read, what to do about it, and what the reader said.
 *
 * @param source what was read, and as which format
 * @param when from when to when the event lasts
 */
public record Report(
    String event,
    String source,
    String when,
    List<Fact> facts,
    List<Chapter> chapters,
    List<Remark> remarks) {

  public Report {
    facts = List.copyOf(facts);
    chapters = List.copyOf(chapters);
    remarks = List.copyOf(remarks);
  }

  /** A figure with what it counts. */
  public record Fact(long figure, String word) {

    public static Fact of(long figure, String one, String several) {
      return new Fact(figure, figure == 1 ? one : several);
    }
  }

  /** All that is as urgent. */
  public record Chapter(Urgency urgency, int count, List<Group> groups) {}

  /**
   * All that is about one topic.
   *
   * @param count how many there are, those that are not told included
   */
  public record Group(Topic topic, int count, List<Item> items) {

    /** How many are not told. */
    public int more() {
      return count - items.size();
    }
  }

  /**
   * A finding with where it stands in the source.
   *
   * @param line from 1; 0 where that is not known
   */
  public record Item(Finding finding, int line) {}

  /** What the reader of the source remarked at a line. */
  public record Remark(int line, String code, String message) {}

  /** Whether nothing has to be mended. */
  public boolean isSound() {
    return chapters.stream().noneMatch(chapter -> chapter.urgency() == Urgency.MEND);
  }

  /** The chapters of some findings, each with a line where one is known. */
  public static List<Chapter> chapters(Findings findings, Lines lines) {
    return Stream.of(Urgency.values())
        .filter(urgency -> findings.count(urgency) > 0)
        .map(
            urgency ->
                new Chapter(urgency, findings.count(urgency), groups(findings, urgency, lines)))
        .toList();
  }

  /** Where a session stands in the source. */
  @FunctionalInterface
  public interface Lines {

    /** A line from 1, or 0. */
    int of(String session);
  }

  private static List<Group> groups(Findings findings, Urgency urgency, Lines lines) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.urgency() == urgency && findings.count(topic) > 0)
        .map(
            topic ->
                new Group(
                    topic,
                    findings.count(topic),
                    findings.told(topic).stream().map(each -> item(each, lines)).toList()))
        .toList();
  }

  private static Item item(Finding finding, Lines lines) {
    return new Item(finding, finding.sessions().stream().findFirst().map(lines::of).orElse(0));
  }
}
