package org.callboard.outgoing;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The shape in which a service takes a message. */
public enum Template {
  /** All that a message holds. */
  JSON,
  /** An incoming webhook of Slack: {@code text} with its three control characters escaped. */
  SLACK,
  /** An incoming webhook of Mattermost, which reads Markdown. */
  MATTERMOST,
  /** A message event of Matrix ({@code m.room.message}), as its bridges and hooks take it. */
  MATRIX;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Template> ofWord(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  JsonObject body(Message message) {
    String text = message.event() + "\n" + message.text();
    return switch (this) {
      case JSON -> message.json();
      case SLACK -> new JsonObject().put("text", escaped(text));
      case MATTERMOST -> new JsonObject().put("text", markdown(text));
      case MATRIX ->
          new JsonObject().put("msgtype", "m.notice").put("body", text).put("text", text);
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Programme text must make no link, mention or heading of itself. */
  private static String markdown(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]()#+!|<>~])", "\\\\$1").replace("@", "@\u200b");
  }
}
