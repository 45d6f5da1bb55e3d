package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;

/** An announcement as the journal keeps it: every field, exactly. */
final class MessageJson {

  private MessageJson() {}

  static JsonObject of(Announcement announcement) {
    JsonObject translations = new JsonObject();
    announcement.translations().forEach((language, text) -> translations.put(language, text(text)));
    return new JsonObject()
        .put("id", announcement.id())
        .put("thread", announcement.thread())
        .put("level", announcement.level().word())
        .put("mode", announcement.mode().word())
        .put("text", text(announcement.text()))
        .put("translations", translations)
        .put("targets", PlanJson.array(announcement.targets(), MessageJson::target))
        .put("from", announcement.from().toString())
        .put("until", instant(announcement.until()))
        .put("reviewBy", instant(announcement.reviewBy()))
        .put("allClear", announcement.isAllClear());
  }

  static Announcement read(JsonObject json) {
    Map<String, Text> translations = new LinkedHashMap<>();
    JsonObject written = json.getJsonObject("translations");
    written
        .fieldNames()
        .forEach(language -> translations.put(language, text(written.getJsonObject(language))));
    return new Announcement(
        json.getString("id"),
        json.getString("thread"),
        Level.ofWord(json.getString("level")).orElseThrow(),
        Mode.ofWord(json.getString("mode")).orElseThrow(),
        text(json.getJsonObject("text")),
        translations,
        PlanJson.list(json, "targets", MessageJson::target),
        Instant.parse(json.getString("from")),
        instant(json, "until"),
        instant(json, "reviewBy"),
        json.getBoolean("allClear"));
  }

  static String instant(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }

  static Optional<Instant> instant(JsonObject json, String key) {
    return Optional.ofNullable(json.getString(key)).map(Instant::parse);
  }

  private static JsonObject text(Text text) {
    return new JsonObject().put("headline", text.headline()).put("detail", text.detail());
  }

  private static Text text(JsonObject json) {
    return new Text(json.getString("headline"), json.getString("detail"));
  }

  private static JsonObject target(Target target) {
    return new JsonObject()
        .put("room", target.room())
        .put("zone", target.zone())
        .put("screen", target.screen())
        .put("role", target.role());
  }

  private static Target target(JsonObject json) {
    return new Target(
        json.getString("room"),
        json.getString("zone"),
        json.getString("screen"),
        json.getString("role"));
  }
}
