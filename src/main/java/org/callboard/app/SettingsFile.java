package org.callboard.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings as they are found: defaults, then a file, then the environment; each overrides the
 * one before.
 */
final class SettingsFile {
  static final Path USUAL = Path.of("config", "callboard.yaml");

  private static final String PREFIX = "CALLBOARD_";
  private static final long LARGEST_BYTES = 1024 * 1024;

  private final Map<String, String> values = Settings.defaults();

  private SettingsFile() {}

  /**
   * Loads the settings of a file that someone named, else of the usual one where it exists.
   *
   * @param env the environment, of which variables such as {@code CALLBOARD_PORT} count
   */
  static Settings load(Optional<Path> named, Map<String, String> env) {
    SettingsFile settings = new SettingsFile();
    Optional<Path> file = named.or(() -> Optional.of(USUAL).filter(Files::isRegularFile));
    file.ifPresent(settings::file);
    settings.environment(env);
    return Settings.of(settings.values);
  }

  private void file(Path file) {
    values.put("programme", "programme.md");
    flatten(file, "", tree(file));
    if (!values.get("programme").isBlank()) {
      values.put("programme", file.resolveSibling(values.get("programme")).toString());
    }
  }

  private void environment(Map<String, String> env) {
    for (String key : Settings.defaults().keySet()) {
      String value = env.getOrDefault(variable(key), "");
      if (!value.isBlank()) {
        values.put(key, value);
      }
    }
  }

  static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private void flatten(Path file, String prefix, JsonNode node) {
    for (var field : node.properties()) {
      String key = prefix + field.getKey();
      if (field.getValue().isObject()) {
        flatten(file, key + ".", field.getValue());
      } else {
        put(file, key, field.getValue());
      }
    }
  }

  private void put(Path file, String key, JsonNode value) {
    if (!values.containsKey(key)) {
      throw new BadInput(
          file
              + ": "
              + key
              + ": \""
              + value.asText()
              + "\" is set, but there is no such key; allowed are "
              + String.join(", ", values.keySet()));
    }
    if (!value.isValueNode()) {
      throw new BadInput(
          file + ": " + key + ": \"" + value + "\" is not allowed; allowed is one value");
    }
    values.put(key, value.isNull() ? "" : value.asText());
  }

  private static JsonNode tree(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new BadInput(file + ": it is too large for settings; the limit is 1 MB");
      }
      JsonNode root = new YAMLMapper().readTree(Files.readString(file));
      if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
        throw new BadInput(file + ":1: this is no list of settings; write lines like port: 8080");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new BadInput(
          file + ":" + e.getLocation().getLineNr() + ": this is no YAML; correct this line");
    } catch (IOException e) {
      throw new BadInput(file + ": the settings cannot be read, check the path: " + e.getMessage());
    }
  }
}
