package org.callboard.cluster;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.callboard.clock.Moment;
import org.callboard.live.ClockCheck;
import org.callboard.live.Neighbour;
import org.callboard.live.Neighbours;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes that a node hears, each until it has been silent for a minute. */
final class Circle implements Neighbours {
  private static final Logger LOG = LoggerFactory.getLogger(Circle.class);
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** A node that is silent for so long has lost its screens, or is about to. */
  private static final Duration LOST = Duration.ofSeconds(15);

  private final Membership membership;
  private final Moment.Source time;
  private final Consumer<String> lost;
  private final Map<String, Neighbour> neighbours = new ConcurrentHashMap<>();

  /**
   * A circle of which nobody is known yet.
   *
   * @param lost told, again and again, of each node that was silent for long
   */
  Circle(Membership membership, Moment.Source time, Consumer<String> lost) {
    this.membership = membership;
    this.time = time;
    this.lost = lost;
  }

  void forgetSilent() {
    Moment now = time.now();
    neighbours.values().stream()
        .filter(each -> each.silence(now).compareTo(LOST) > 0)
        .forEach(each -> lost.accept(each.id()));
    neighbours.values().removeIf(each -> each.silence(now).compareTo(REMEMBERED) > 0);
  }

  /** A node says that it is there, and what it shows. */
  void heard(String id, String name, long head) {
    Moment now = time.now();
    neighbours.compute(
        id,
        (same, known) ->
            known == null
                ? new Neighbour(id, name, head, now, Optional.empty())
                : known.heard(head, now));
  }

  /** Its clock was measured; that it differs by much is said once, and once that it does not. */
  void compared(String id, Neighbour.Comparison comparison) {
    neighbours.computeIfPresent(
        id,
        (same, known) -> {
          boolean was = known.clock().filter(Circle::isAlarming).isPresent();
          if (was != isAlarming(comparison)) {
            LOG.warn(
                "{}: node={} aheadMillis={}",
                was
                    ? "The clocks of the nodes agree again"
                    : "The clocks of two nodes differ, so their boards turn at different instants;"
                        + " see to NTP",
                known.name(),
                comparison.difference().toMillis());
          }
          return known.compared(comparison);
        });
  }

  private static boolean isAlarming(Neighbour.Comparison comparison) {
    return comparison.difference().abs().compareTo(ClockCheck.ALARMING) > 0;
  }

  @Override
  public boolean isClustered() {
    return true;
  }

  @Override
  public boolean isJoined() {
    return membership.isJoined();
  }

  @Override
  public int members() {
    return membership.members();
  }

  @Override
  public String self() {
    return membership.name();
  }

  @Override
  public List<Neighbour> all() {
    return neighbours.values().stream().sorted(Comparator.comparing(Neighbour::name)).toList();
  }
}
