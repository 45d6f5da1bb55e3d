package org.callboard.live;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.clock.Reading;
import org.callboard.desk.OwnClock;

/**
 * What other clocks say of this node's: the database's, and those of the nodes that it hears. Any
 * thread may ask.
 */
public record ClockCheck(EventTime time, Neighbours neighbours) {
  /** Clocks that differ by more are an alarm: boards turn at different instants. */
  public static final Duration ALARMING = Duration.ofSeconds(1);

  private static final String DATABASE = "database";

  /** A clock that differs by more from most others is not gone by. */
  private static final Duration WRONG = Duration.ofSeconds(2);

  /** A database that was not asked for longer says nothing any more. */
  private static final Duration STALE = Duration.ofSeconds(10);

  /**
   * What one of the others says.
   *
   * @param of whose clock it is: {@code database}, or the name of a node
   * @param ahead how far it is ahead of this node's; negative when behind
   */
  public record Voice(String of, Duration ahead) {
    boolean differs(Duration limit) {
      return ahead.abs().compareTo(limit) > 0;
    }
  }

  /** All that can be heard now, the database first. */
  public List<Voice> voices() {
    List<Voice> voices = new ArrayList<>(database().stream().toList());
    voices.addAll(nodes());
    return voices;
  }

  /** Those that are an alarm. */
  public List<Voice> differing() {
    return voices().stream().filter(voice -> voice.differs(ALARMING)).toList();
  }

  /** How the database's clock was last read; empty where that was long ago, or it has none. */
  public Optional<Reading> reading() {
    Moment now = time.moment();
    return time.shared().filter(reading -> reading.age(now).compareTo(STALE) <= 0);
  }

  /**
   * Whether it is this node's clock that is wrong: both the database and most of all who can be
   * heard say so. Two that differ cannot tell which of them is right.
   */
  public boolean isWrong() {
    List<Voice> voices = voices();
    long against = voices.stream().filter(voice -> voice.differs(WRONG)).count();
    return voices.size() > 1
        && against * 2 > voices.size()
        && database().filter(voice -> voice.differs(WRONG)).isPresent();
  }

  /** What follows for whoever would go by it. */
  public OwnClock verdict() {
    Optional<Voice> database = database();
    if (database.isEmpty() || !isWrong()) {
      return OwnClock.GOOD;
    }
    Duration right = database.get().ahead();
    boolean isCovered =
        nodes().stream()
            .anyMatch(node -> !new Voice(node.of(), node.ahead().minus(right)).differs(WRONG));
    return new OwnClock(Optional.of(sentence(right)), isCovered);
  }

  private static String sentence(Duration ahead) {
    return "The clock of this node is "
        + words(ahead.abs())
        + (ahead.isNegative() ? " ahead of" : " behind")
        + " the database's and differs from most others, so it cannot tell when now is. Ask another"
        + " node, and set the clock of this one's machine by NTP.";
  }

  /** In two units, as far as anybody cares. */
  static String words(Duration time) {
    Duration seconds = time.plusMillis(500).truncatedTo(ChronoUnit.SECONDS);
    if (seconds.toHours() > 0) {
      return seconds.toHours() + " h " + seconds.toMinutesPart() + " min";
    }
    return seconds.toMinutes() > 0
        ? seconds.toMinutes() + " min " + seconds.toSecondsPart() + " s"
        : time.toSeconds() + "." + time.toMillisPart() / 100 + " s";
  }

  Optional<Voice> database() {
    Moment now = time.moment();
    return reading().map(reading -> new Voice(DATABASE, reading.ahead(now)));
  }

  private List<Voice> nodes() {
    Moment now = time.moment();
    return neighbours.all().stream()
        .filter(node -> !node.isSilent(now))
        .flatMap(node -> node.clock().map(clock -> voice(node, clock)).stream())
        .toList();
  }

  private static Voice voice(Neighbour node, Neighbour.Comparison clock) {
    return new Voice(node.name(), clock.difference());
  }
}
