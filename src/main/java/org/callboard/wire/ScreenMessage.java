package org.callboard.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a screen may say on the live channel. */
public sealed interface ScreenMessage {

  /** The screen wants the state of these topics now, and whenever it changes. */
  record Subscribe(Set<String> topics) implements ScreenMessage {
    public Subscribe {
      topics = Set.copyOf(topics);
    }
  }

  /** The screen measures its clock; the stamp is its own and comes back as it went. */
  record Time(double t0) implements ScreenMessage {}

  /** The screen's word that it has painted, or how it is; heard, and nothing is kept of it yet. */
  record Report(String type) implements ScreenMessage {}

  /**
   * Reads one message.
   *
   * @throws IllegalArgumentException when it is no message of the contract; the text says why
   */
  static ScreenMessage read(String text) {
    try {
      return read(new JsonObject(text));
    } catch (DecodeException | ClassCastException malformed) {
      throw new IllegalArgumentException("not a JSON message of this channel", malformed);
    }
  }

  private static ScreenMessage read(JsonObject json) {
    String type = json.getString("type", "");
    return switch (type) {
      case "subscribe" -> new Subscribe(topics(json.getJsonArray("topics", new JsonArray())));
      case "time" -> new Time(number(json, "t0"));
      case "painted", "health" -> new Report(type);
      default -> throw new IllegalArgumentException("unknown message type");
    };
  }

  private static Set<String> topics(JsonArray array) {
    Set<String> topics = new LinkedHashSet<>();
    for (int i = 0; i < array.size(); i++) {
      topics.add(array.getString(i));
    }
    if (topics.isEmpty() || topics.contains(null)) {
      throw new IllegalArgumentException("subscribe needs topics");
    }
    return topics;
  }

  private static double number(JsonObject json, String key) {
    if (!(json.getValue(key) instanceof Number number)) {
      throw new IllegalArgumentException(key + " is not a number");
    }
    return number.doubleValue();
  }
}
