package org.callboard.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.callboard.clock.Moment;
import org.callboard.live.Publications.Publication;

/**
 * How long changes take from being sent out to the word that they are painted, one time for each
 * screen that a change concerns. Any thread may call it.
 */
public final class PaintTimes {
  private final Supplier<Moment> time;
  private final BiConsumer<String, Duration> measured;
  private final Publications publications;

  /**
   * Times from a node's start.
   *
   * @param measured is told the role of the screen, and the time
   */
  public PaintTimes(Supplier<Moment> time, long revision, BiConsumer<String, Duration> measured) {
    this.time = time;
    this.measured = measured;
    this.publications = new Publications(revision, time.get());
  }

  /** Revisions are being sent out; these topics differ. */
  public void published(long before, long after, Set<String> topics) {
    Moment now = time.get();
    synchronized (publications) {
      publications.add(before, after, topics, now);
    }
  }

  /** A screen showed one revision before, and shows another now. */
  void painted(String role, Set<String> watched, long before, long after) {
    Moment now = time.get();
    List<Publication> shown;
    synchronized (publications) {
      shown = publications.between(before, after);
    }
    shown.stream()
        .filter(each -> each.topics().stream().anyMatch(watched::contains))
        .forEach(each -> measured.accept(role, now.since(each.at())));
  }
}
