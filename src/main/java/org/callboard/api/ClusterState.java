package org.callboard.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.clock.Moment;
import org.callboard.desk.Standing;
import org.callboard.live.ClockCheck;
import org.callboard.live.Neighbour;
import org.callboard.live.Neighbours;

/**
 * How a node stands among the others, for whoever sends people there or looks after it.
 *
 * @param standing how far the node has come along the journal
 */
public record ClusterState(
    Neighbours neighbours, Supplier<Standing> standing, ClockCheck clocks, Moment.Source time) {
  /** A node that is a moment behind is no reason to send people elsewhere. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  boolean isClustered() {
    return neighbours.isClustered();
  }

  /** What is missing for this node to take changes, by the words of readiness. */
  List<String> missing() {
    List<String> missing = behind();
    if (!neighbours.isJoined()) {
      missing.add("cluster");
    }
    return missing;
  }

  /** What is missing for its boards to be what there is to show. */
  List<String> missingOnBoards() {
    List<String> missing = behind();
    if (isCut()) {
      missing.add("cut");
    }
    return missing;
  }

  private List<String> behind() {
    List<String> missing = new ArrayList<>();
    Standing now = standing.get();
    if (now.halted().isPresent()) {
      missing.add("history");
    }
    if (now.behindFor().filter(behind -> behind.compareTo(PATIENCE) > 0).isPresent()) {
      missing.add("lag");
    }
    if (clocks.isWrong()) {
      missing.add("clock");
    }
    return missing;
  }

  /** Who neither reads the journal nor hears another node cannot know of changes. */
  private boolean isCut() {
    return isClustered() && standing.get().unreadFor().compareTo(PATIENCE) > 0 && !hearsOthers();
  }

  /** Whether at least one other node was heard just now. */
  boolean hearsOthers() {
    return neighbours.all().stream().anyMatch(each -> !each.isSilent(time.now()));
  }

  /** What a load balancer or an operator may read without being anybody. */
  JsonObject json() {
    Standing now = standing.get();
    JsonArray nodes = new JsonArray();
    neighbours.all().forEach(each -> nodes.add(json(each)));
    return new JsonObject()
        .put("node", neighbours.self())
        .put("members", neighbours.members())
        .put("revision", now.head())
        .put("lag", now.lag())
        .put("halted", now.halted().orElse(null))
        .put("others", nodes);
  }

  private JsonObject json(Neighbour neighbour) {
    Moment now = time.now();
    return new JsonObject()
        .put("node", neighbour.name())
        .put("revision", neighbour.head())
        .put("silent", neighbour.isSilent(now))
        .put("lastHeardMillis", neighbour.silence(now).toMillis())
        .put("clockAheadMillis", neighbour.clock().map(ClusterState::ahead).orElse(null))
        .put("roundTripMillis", neighbour.clock().map(ClusterState::roundTrip).orElse(null));
  }

  /** Puts in which clocks differ, for whoever looks after the node. */
  void putClocks(JsonObject json) {
    JsonArray differing = new JsonArray();
    clocks.differing().forEach(each -> differing.add(json(each)));
    json.put("clocks", differing).put("clockWrong", clocks.isWrong());
  }

  private static JsonObject json(ClockCheck.Voice voice) {
    return new JsonObject().put("of", voice.of()).put("aheadMillis", voice.ahead().toMillis());
  }

  /** The database's clock beside this node's; empty where there is none to read. */
  Optional<JsonObject> databaseClock() {
    Moment now = time.now();
    return clocks
        .reading()
        .map(
            reading ->
                new JsonObject()
                    .put("aheadMillis", reading.ahead(now).toMillis())
                    .put("roundTripMillis", millis(reading.roundTrip())));
  }

  private static long ahead(Neighbour.Comparison clock) {
    return clock.difference().toMillis();
  }

  private static double roundTrip(Neighbour.Comparison clock) {
    return millis(clock.roundTrip());
  }

  private static double millis(Duration time) {
    return Math.round(time.toNanos() / 1e4) / 100.0;
  }
}
