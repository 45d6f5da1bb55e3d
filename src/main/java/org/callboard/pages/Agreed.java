package org.callboard.pages;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.change.Announcement;
import org.callboard.change.Announcement.Text;

/**
 * What was agreed beforehand to be said in danger, in every language of the screens. Each page
 * brings it to its device, so that whoever says it in one language says it in all.
 */
public final class Agreed {
  static final List<String> LANGUAGES = List.of("en", "fr", "es", "tr", "nl");
  private static final List<String> OCCASIONS = List.of("leave", "stay", "drill", "clear");
  private static final Map<Action, List<String>> TOLD =
      Map.of(Action.LEAVE, List.of("leave", "drill"), Action.STAY, List.of("stay"));
  private static final Map<String, Map<String, Text>> TEXTS = texts();
  private static final String JSON = written();

  private Agreed() {}

  /** A JSON object: by occasion and language, headline and detail. */
  public static String json() {
    return JSON;
  }

  /** The words of an announcement in a language: its own, else the agreed ones, else any. */
  static Text in(Announcement announcement, String language) {
    Text own = announcement.textIn(language);
    if (announcement.translations().containsKey(language)) {
      return own;
    }
    return TEXTS.values().stream()
        .filter(texts -> texts.values().stream().anyMatch(agreed -> says(own, agreed)))
        .filter(texts -> texts.containsKey(language))
        .map(texts -> texts.get(language))
        .map(agreed -> new Text(agreed.headline(), own.detail().isEmpty() ? "" : agreed.detail()))
        .findFirst()
        .orElse(own);
  }

  /** The agreed headlines, in all languages, that tell people to do something. */
  static List<String> headlines(Action action) {
    return TOLD.getOrDefault(action, List.of()).stream()
        .flatMap(occasion -> TEXTS.get(occasion).values().stream())
        .map(Text::headline)
        .toList();
  }

  static boolean says(Action action, String headline) {
    return headlines(action).contains(headline);
  }

  /** Just what was agreed, or its headline; who adds something of their own has said more. */
  private static boolean says(Text own, Text agreed) {
    return own.headline().equals(agreed.headline())
        && (own.detail().isEmpty() || own.detail().equals(agreed.detail()));
  }

  private static Map<String, Map<String, Text>> texts() {
    Map<String, Map<String, Text>> texts = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      Labels words = Labels.of(language).and("safety");
      OCCASIONS.forEach(
          occasion ->
              texts
                  .computeIfAbsent(occasion, each -> new LinkedHashMap<>())
                  .put(language, new Text(words.say(occasion), words.say(occasion + ".detail"))));
    }
    return texts;
  }

  private static String written() {
    JsonObject all = new JsonObject();
    TEXTS.forEach(
        (occasion, texts) -> {
          JsonObject written = new JsonObject();
          texts.forEach(
              (language, text) ->
                  written.put(language, new JsonArray().add(text.headline()).add(text.detail())));
          all.put(occasion, written);
        });
    return all.encode();
  }
}
