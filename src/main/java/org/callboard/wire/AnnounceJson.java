package org.callboard.wire;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Level;
import org.callboard.change.Announcement.Mode;
import org.callboard.change.Announcement.Target;
import org.callboard.change.Announcement.Text;
import org.callboard.change.Change;

/** An announcement as it is asked for over the API. */
public final class AnnounceJson {
  private static final int LONGEST = 1_000; // the planner says how long each may be, in its words
  private static final int MOST_TARGETS = 100;
  private static final String SELECTORS = "a list of selectors such as {\"room\": \"hall\"}";

  private AnnounceJson() {}

  /**
   * Reads the fields of an announcement.
   *
   * @param now from when it holds where nothing else is said
   */
  static Change read(Fields fields, Instant now) {
    Announcement draft =
        new Announcement(
            "",
            "",
            fields.word("level", Level.values(), Level::word),
            fields.has("mode") ? fields.word("mode", Mode.values(), Mode::word) : Mode.LIVE,
            text(fields),
            translations(fields),
            targets(fields),
            fields.has("from") ? fields.instant("from") : now,
            fields.optional("until", fields::instant),
            fields.optional("reviewBy", fields::instant),
            false);
    return new Change.Announce(draft, fields.optional("supersedes", fields::text));
  }

  private static Text text(Fields fields) {
    String headline = fields.text("headline", LONGEST).strip();
    return new Text(headline, fields.textOrNothing("detail", LONGEST).strip());
  }

  private static Map<String, Text> translations(Fields fields) {
    Map<String, Text> translations = new LinkedHashMap<>();
    if (fields.has("texts")) {
      Fields texts = fields.object("texts");
      for (String language : texts.names()) {
        Fields each = texts.object(language);
        translations.put(language.toLowerCase(Locale.ROOT), text(each));
        each.requireNoMore();
      }
    }
    return translations;
  }

  /** Whom it is for, where nothing is said the whole venue. */
  public static List<Target> targets(Fields fields) {
    if (!fields.has("targets")) {
      return List.of(Target.VENUE);
    }
    List<Target> targets = fields.items("targets", SELECTORS, AnnounceJson::target);
    if (targets.isEmpty() || targets.size() > MOST_TARGETS) {
      throw fields.refused("targets", "1 to " + MOST_TARGETS + " selectors");
    }
    return targets;
  }

  /** A selector is an object, or short {@code venue} and {@code room:hall}. */
  private static Target target(Object item) {
    if (item instanceof String text) {
      String[] parts = text.split(":", 2);
      JsonObject json = new JsonObject();
      return target(
          new Fields(parts.length == 2 ? json.put(parts[0], parts[1]) : json.put(text, true)));
    }
    if (item instanceof JsonObject json) {
      return target(new Fields(json));
    }
    throw new IllegalArgumentException(
        "The field targets is not readable; it takes " + SELECTORS + ".");
  }

  private static Target target(Fields fields) {
    boolean venue = fields.flagOr("venue", false);
    Target target =
        new Target(
            fields.textOr("room", ""),
            fields.textOr("zone", ""),
            fields.textOr("screen", ""),
            fields.textOr("role", ""));
    fields.requireNoMore();
    if (!venue && target.equals(Target.VENUE)) {
      throw fields.refused("venue", "true, or name a room, zone, screen or role beside it");
    }
    return target;
  }
}
