package org.callboard.pages;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pages' own words in one language. */
final class Labels {
  private static final String BETWEEN = " / ";

  private final List<String> languages;
  private final Map<String, String> words;

  private Labels(List<String> languages, Map<String, String> words) {
    this.languages = languages;
    this.words = words;
  }

  /** Reads the labels of a language that ships with the program. */
  static Labels of(String language) {
    return new Labels(List.of(language), read(language));
  }

  /** The labels of several languages beside each other; what they say alike stands once. */
  static Labels of(List<String> languages) {
    Map<String, String> stacked = new TreeMap<>(read(languages.get(0)));
    for (String language : languages.subList(1, languages.size())) {
      read(language).forEach((key, word) -> stacked.merge(key, word, beside(key)));
    }
    return new Labels(languages, stacked);
  }

  /** The names of weekdays are a list. */
  private static BinaryOperator<String> beside(String key) {
    return key.equals("weekdays") ? Labels::pairwise : Labels::beside;
  }

  private static String pairwise(String these, String those) {
    String[] left = these.split(",");
    String[] right = those.split(",");
    return IntStream.range(0, left.length)
        .mapToObj(i -> beside(left[i], right[i]))
        .collect(Collectors.joining(","));
  }

  private static String beside(String these, String those) {
    boolean isSaid = these.equals(those) || List.of(these.split(BETWEEN)).contains(those);
    return isSaid ? these : these + BETWEEN + those;
  }

  /** These and those that only some pages have, in a folder of their own. */
  Labels and(String folder) {
    Map<String, String> all = new TreeMap<>(words);
    read(folder + "/" + language())
        .forEach(
            (key, word) -> {
              if (all.put(key, word) != null) {
                throw new IllegalStateException("A label stands twice: key=" + key);
              }
            });
    return new Labels(languages, all);
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
    return languages.get(0);
  }

  List<String> languages() {
    return languages;
  }

  /** What is said in each of the languages, as labels are. */
  String beside(Function<String, String> text) {
    return languages.stream().map(text).distinct().collect(Collectors.joining(BETWEEN));
  }

  /** A label with {0}, {1} … filled in. */
  String say(String key, Object... values) {
    String text = words.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No such label: language=" + language() + " key=" + key);
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
