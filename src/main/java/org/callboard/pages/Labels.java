package org.callboard.pages;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The pages' own words in one language. */
final class Labels {
  private final String language;
  private final Map<String, String> words;

  private Labels(String language, Map<String, String> words) {
    this.language = language;
    this.words = words;
  }

  /** Reads the labels of a language that ships with the program. */
  static Labels of(String language) {
    return new Labels(language, read(language));
  }

  /** These and those that only some pages have, in a folder of their own. */
  Labels and(String folder) {
    Map<String, String> all = new TreeMap<>(words);
    read(folder + "/" + language)
        .forEach(
            (key, word) -> {
              if (all.put(key, word) != null) {
                throw new IllegalStateException("A label stands twice: key=" + key);
              }
            });
    return new Labels(language, all);
  }

  private static Map<String, String> read(String name) {
    Properties properties = new Properties();
    try (InputStream file = Labels.class.getResourceAsStream("/labels/" + name + ".properties");
        InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException broken) {
      throw new UncheckedIOException("Labels are not readable: name=" + name, broken);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }

  String language() {
    return language;
  }

  /** A label with {0}, {1} … filled in. */
  String say(String key, Object... values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No such label: language=" + language + " key=" + key);
    }
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  String weekday(DayOfWeek day) {
    return say("weekdays").split(",")[day.getValue() - 1];
  }

  String asJson() {
    return new JsonObject(new TreeMap<>(words)).encode();
  }

  Map<String, String> words() {
    return words;
  }
}
