package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a screen reports of itself, in bounds that no screen needs to exceed. */
final class ScreenReports {
  private static final int MOST_FIELDS = 16;
  private static final int MOST_TOPICS = 500;
  private static final int LONGEST_VALUE = 64;
  private static final String NAME = "[A-Za-z][A-Za-z0-9]{0,31}";

  private ScreenReports() {}

  static ScreenMessage.Painted painted(JsonObject json) {
    return new ScreenMessage.Painted(
        whole(json.getValue("revision"), "revision"),
        frames(json.getJsonObject("frame", new JsonObject())),
        json.getValue("paintedAt") == null ? 0 : millis(json.getValue("paintedAt")));
  }

  private static Map<String, Integer> frames(JsonObject json) {
    if (json == null) {
      return Map.of();
    }
    require(json.size() <= MOST_TOPICS, "frame names too many topics");
    Map<String, Integer> frames = new LinkedHashMap<>();
    json.forEach(entry -> frames.put(entry.getKey(), frame(entry.getValue())));
    return frames;
  }

  private static int frame(Object value) {
    long frame = whole(value, "frame");
    require(frame <= Integer.MAX_VALUE, "frame is too large");
    return (int) frame;
  }

  static ScreenMessage.Health health(JsonObject json) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String name : json.fieldNames()) {
      Object value = json.getValue(name);
      if (!name.equals("type") && value != null) {
        require(name.matches(NAME), "a field of health has a name of letters and digits");
        require(isSmall(value), name + " is not a short text, a number, true or false");
        fields.put(name, value);
      }
    }
    require(fields.size() <= MOST_FIELDS, "health has at most " + MOST_FIELDS + " fields");
    return new ScreenMessage.Health(fields);
  }

  private static boolean isSmall(Object value) {
    if (value instanceof String text) {
      return text.length() <= LONGEST_VALUE && text.chars().noneMatch(Character::isISOControl);
    }
    return value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Double number && Double.isFinite(number);
  }

  private static long whole(Object value, String what) {
    boolean isWhole = value instanceof Integer || value instanceof Long;
    require(isWhole && ((Number) value).longValue() >= 0, what + " is not a whole number from 0");
    return ((Number) value).longValue();
  }

  /** Milliseconds since the epoch; a screen may measure parts of one. */
  private static long millis(Object value) {
    require(
        value instanceof Number number && Math.abs(number.doubleValue()) < 1e13,
        "paintedAt is not a time in milliseconds");
    return ((Number) value).longValue();
  }

  private static void require(boolean isGood, String otherwise) {
    if (!isGood) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
