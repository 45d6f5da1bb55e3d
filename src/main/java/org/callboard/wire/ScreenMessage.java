package org.callboard.wire;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a screen may say on the live channel. */
public sealed interface ScreenMessage {
  /** The role of a node's own virtual screen. */
  String SELF_TEST = "selftest";

  /** What a page may be; a console watches the channel and is no screen. */
  List<String> ROLES = List.of("lobby", "door", "phone", "console", SELF_TEST);

  /**
   * The screen wants the state of these topics now, and whenever it changes.
   *
   * @param screen the name that it goes by; empty when it says none
   * @param role one of {@link #ROLES}; empty when it says none
   * @param language of its labels; empty when it says none
   * @param secret by which a paired screen proves that the name is its own; empty when it says none
   */
  record Subscribe(Set<String> topics, String screen, String role, String language, String secret)
      implements ScreenMessage {
    public Subscribe {
      topics = Set.copyOf(topics);
    }

    /** The same from a screen that says no name. */
    public Subscribe nameless() {
      return new Subscribe(topics, "", role, language, "");
    }

    @Override
    public String toString() {
      return "Subscribe[topics=%s, screen=%s]".formatted(topics, screen);
    }
  }

  /** The screen measures its clock; the stamp is its own and comes back as it went. */
  record Time(double t0) implements ScreenMessage {}

  /**
   * The screen's word that it has painted a revision.
   *
   * @param frames the frame that it shows, by topic
   * @param paintedAt when, in milliseconds of event time as the screen has it
   */
  record Painted(long revision, Map<String, Integer> frames, long paintedAt)
      implements ScreenMessage {
    public Painted {
      frames = Map.copyOf(frames);
    }
  }

  /** How the screen says it is: a few small values under names of its own. */
  record Health(Map<String, Object> fields) implements ScreenMessage {
    public Health {
      fields = Map.copyOf(fields);
    }
  }

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
    return switch (json.getString("type", "")) {
      case "subscribe" -> subscribe(json);
      case "time" -> new Time(number(json, "t0"));
      case "painted" -> ScreenReports.painted(json);
      case "health" -> ScreenReports.health(json);
      default -> throw new IllegalArgumentException("unknown message type");
    };
  }

  private static Subscribe subscribe(JsonObject json) {
    return new Subscribe(
        topics(json.getJsonArray("topics", new JsonArray())),
        said(json, "screen", "[\\p{L}\\p{N}][\\p{L}\\p{N} ._:-]{0,63}"),
        said(json, "role", String.join("|", ROLES)),
        said(json, "lang", "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}"),
        said(json, "secret", "[A-Za-z0-9_-]{1,100}"));
  }

  private static String said(JsonObject json, String key, String pattern) {
    String text = json.getString(key);
    if (text != null && !text.matches(pattern)) {
      throw new IllegalArgumentException(key + " is not readable");
    }
    return text == null ? "" : text;
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
