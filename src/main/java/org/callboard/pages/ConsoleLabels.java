package org.callboard.pages;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The console's words in one language, merged from one file for each of its parts. The parts stand
 * in {@code labels/console/parts.txt}, one a line.
 */
final class ConsoleLabels {
  private static final String FOLDER = "/labels/console/";

  private final Map<String, String> words;

  private ConsoleLabels(Map<String, String> words) {
    this.words = words;
  }

  static ConsoleLabels of(String language) {
    Map<String, String> words = new TreeMap<>();
    for (String part : parts()) {
      read(part, language)
          .forEach(
              (key, word) -> {
                if (words.put(key, word) != null) {
                  throw new IllegalStateException("Two parts have one label: key=" + key);
                }
              });
    }
    return new ConsoleLabels(words);
  }

  static List<String> parts() {
    return text("parts.txt").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  static Map<String, String> read(String part, String language) {
    Properties properties = new Properties();
    try (Reader file = open(part + "." + language + ".properties")) {
      properties.load(file);
    } catch (IOException broken) {
      throw new UncheckedIOException("Labels are not readable: part=" + part, broken);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }

  private static String text(String name) {
    try (Reader file = open(name)) {
      List<String> read = new ArrayList<>();
      char[] buffer = new char[1024];
      for (int count = file.read(buffer); count >= 0; count = file.read(buffer)) {
        read.add(new String(buffer, 0, count));
      }
      return String.join("", read);
    } catch (IOException broken) {
      throw new UncheckedIOException("Labels are not readable: name=" + name, broken);
    }
  }

  private static Reader open(String name) {
    InputStream file = ConsoleLabels.class.getResourceAsStream(FOLDER + name);
    if (file == null) {
      throw new IllegalStateException("Labels are missing: name=" + name);
    }
    return new InputStreamReader(file, StandardCharsets.UTF_8);
  }

  String say(String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalArgumentException("No such label: key=" + key);
    }
    return word;
  }

  Set<String> keys() {
    return words.keySet();
  }

  String asJson() {
    return new JsonObject(new TreeMap<>(words)).encode();
  }
}
