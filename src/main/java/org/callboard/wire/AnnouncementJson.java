package org.callboard.wire;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.agenda.Agenda;
import org.callboard.agenda.LiveAnnouncement;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;

/** An announcement as anybody may read it: what it says, to whom and until when; never by whom. */
public final class AnnouncementJson {

  private AnnouncementJson() {}

  /** Those open at an instant and those still to come, for readers of the API. */
  public static JsonArray notOver(Agenda agenda, Instant at) {
    return notOver(agenda, at, Stamp.TEXT);
  }

  /**
   * With those still to come, so that a screen that is cut off opens and ends them by itself; one
   * whose next version opens before it is among neither.
   */
  static JsonArray notOver(Agenda agenda, Instant at, Stamp stamp) {
    JsonArray announcements = new JsonArray();
    agenda.announcements().stream()
        .filter(live -> !live.isOverAt(at) && live.isOpenAt(live.announcement().from()))
        .forEach(live -> announcements.add(of(live, stamp)));
    return announcements;
  }

  private static JsonObject of(LiveAnnouncement live, Stamp stamp) {
    Announcement announcement = live.announcement();
    return new JsonObject()
        .put("id", announcement.id())
        .put("thread", announcement.thread())
        .put("level", announcement.level().word())
        .put("mode", announcement.mode().word())
        .put("headline", announcement.text().headline())
        .put("detail", announcement.text().detail())
        .put("texts", texts(announcement.translations()))
        .put("targets", targets(announcement.targets()))
        .put("from", stamp.of(announcement.from()))
        .put("until", orNull(announcement.until(), stamp))
        .put("end", orNull(live.end(), stamp))
        .put("reviewBy", orNull(announcement.reviewBy(), stamp))
        .put("allClear", announcement.isAllClear());
  }

  static JsonObject texts(Map<String, Text> translations) {
    JsonObject texts = new JsonObject();
    translations.forEach(
        (language, text) ->
            texts.put(
                language,
                new JsonObject().put("headline", text.headline()).put("detail", text.detail())));
    return texts;
  }

  static JsonArray targets(List<Target> targets) {
    JsonArray array = new JsonArray();
    targets.forEach(target -> array.add(target(target)));
    return array;
  }

  private static JsonObject target(Target target) {
    JsonObject json = new JsonObject();
    putNamed(json, "room", target.room());
    putNamed(json, "zone", target.zone());
    putNamed(json, "screen", target.screen());
    putNamed(json, "role", target.role());
    return json.isEmpty() ? json.put("venue", true) : json;
  }

  private static void putNamed(JsonObject json, String selector, String name) {
    if (!name.isEmpty()) {
      json.put(selector, name);
    }
  }

  private static Object orNull(Optional<Instant> instant, Stamp stamp) {
    return instant.map(stamp::of).orElse(null);
  }
}
