package org.callboard.app;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The file of {@code --columns}: which heading of a table stands for which field. */
final class ColumnsFile {
  private static final long LARGEST = 64 * 1024;
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private ColumnsFile() {}

  /** Reads YAML, and so JSON as well. */
  static Map<String, String> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new BadInput(
            file + ": a file for --columns is some lines long; this is another file");
      }
      Map<String, String> said = new YAMLMapper().readValue(Files.readString(file), TEXTS);
      return said.entrySet().stream()
          .filter(entry -> entry.getValue() != null)
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    } catch (JacksonException | NullPointerException e) {
      throw new BadInput(
          file + ": it says nothing about columns; write lines such as “title: Session name”");
    } catch (IOException e) {
      throw new BadInput(file + ": it cannot be read, check its path: " + e.getMessage());
    }
  }
}
