package org.callboard.cluster;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.clock.Moment;
import org.callboard.live.Crowd;
import org.callboard.live.Screen;
import org.callboard.wire.ScreenMessage;

/**
 * Screens as nodes tell each other of them. Instants go as ages in milliseconds, since every
 * machine counts from another beginning.
 *
 * @param now when this is written or read
 */
record ScreenWords(Moment now) {

  JsonObject crowd(Crowd crowd) {
    return screen(crowd.each()).put("count", crowd.count());
  }

  Crowd crowd(JsonObject json) {
    return new Crowd(screen(json), json.getInteger("count"));
  }

  JsonObject screen(Screen screen) {
    return new JsonObject()
        .put("id", screen.id())
        .put("named", screen.isNamed())
        .put("role", screen.role())
        .put("room", screen.room())
        .put("lang", screen.language())
        .put("topics", new JsonArray(screen.topics().stream().toList()))
        .put("address", screen.address())
        .put("since", age(screen.since()))
        .put("heard", age(screen.heard()))
        .put("painted", screen.painted().map(this::receipt).orElse(null))
        .put("health", new JsonObject(screen.health()))
        .put("gone", screen.gone().map(this::age).orElse(null))
        .put("pairing", screen.pairing().name());
  }

  Screen screen(JsonObject json) {
    Set<String> topics = new LinkedHashSet<>();
    json.getJsonArray("topics").forEach(topic -> topics.add((String) topic));
    return new Screen(
        json.getString("id"),
        json.getBoolean("named"),
        json.getString("role"),
        json.getString("room"),
        json.getString("lang"),
        topics,
        json.getString("address"),
        0,
        ago(json.getLong("since")),
        ago(json.getLong("heard")),
        Optional.ofNullable(json.getJsonObject("painted")).map(this::receipt),
        json.getJsonObject("health").getMap(),
        Optional.ofNullable(json.getLong("gone")).map(this::ago),
        Screen.Pairing.valueOf(json.getString("pairing")));
  }

  private JsonObject receipt(Screen.Receipt receipt) {
    JsonObject frames = new JsonObject();
    receipt.painted().frames().forEach(frames::put);
    return new JsonObject()
        .put("revision", receipt.painted().revision())
        .put("frames", frames)
        .put("paintedAt", receipt.painted().paintedAt())
        .put("at", age(receipt.at()));
  }

  private Screen.Receipt receipt(JsonObject json) {
    Map<String, Integer> frames = new LinkedHashMap<>();
    json.getJsonObject("frames")
        .forEach(each -> frames.put(each.getKey(), (Integer) each.getValue()));
    return new Screen.Receipt(
        new ScreenMessage.Painted(json.getLong("revision"), frames, json.getLong("paintedAt")),
        ago(json.getLong("at")));
  }

  private long age(Moment then) {
    return now.since(then).toMillis();
  }

  private Moment ago(long millis) {
    return new Moment(
        now.wall().minusMillis(millis), now.nanos() - Duration.ofMillis(millis).toNanos());
  }
}
