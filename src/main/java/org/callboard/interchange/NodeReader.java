package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Turns a YAML or JSON text into nodes with lines; its factory bounds depth and size. */
final class NodeReader {
  private final JsonParser parser;
  private final List<Warning> warnings;

  private NodeReader(JsonParser parser, List<Warning> warnings) {
    this.parser = parser;
    this.warnings = warnings;
  }

  /** The one mapping that the text holds. */
  static Node.Fields read(JsonFactory factory, String text, List<Warning> warnings)
      throws UnreadableProgramme {
    if (tree(factory, text, warnings) instanceof Node.Fields fields) {
      return fields;
    }
    throw noMapping();
  }

  /** The one value that the text holds, whatever it is. */
  static Node tree(JsonFactory factory, String text, List<Warning> warnings)
      throws UnreadableProgramme {
    try (JsonParser parser = factory.createParser(text)) {
      return new NodeReader(parser, warnings).document();
    } catch (JsonProcessingException e) {
      throw syntaxError(e);
    } catch (YAMLException e) {
      throw new UnreadableProgramme(line(e), oneLine(e.getMessage()));
    } catch (IOException e) {
      throw new UnreadableProgramme(0, oneLine(String.valueOf(e.getMessage())));
    }
  }

  private Node document() throws IOException, UnreadableProgramme {
    parser.nextToken();
    Optional<Node> root = parser.currentToken() == null ? Optional.empty() : value();
    if (parser.nextToken() != null) {
      throw new UnreadableProgramme(line(), "a second document begins here; keep one per file");
    }
    return root.orElseThrow(NodeReader::noMapping);
  }

  private static UnreadableProgramme noMapping() {
    return new UnreadableProgramme(1, "the top is not a mapping; begin with event: and sessions:");
  }

  private Optional<Node> value() throws IOException, UnreadableProgramme {
    refuseAlias();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return Optional.of(fields());
    }
    if (token == JsonToken.START_ARRAY) {
      return Optional.of(items());
    }
    return token == JsonToken.VALUE_NULL
        ? Optional.empty()
        : Optional.of(new Node.Text(line(), parser.getText()));
  }

  private Node.Fields fields() throws IOException, UnreadableProgramme {
    int line = line();
    Map<String, Node> nodes = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      Optional<Node> node = value();
      if (node.isPresent() && nodes.putIfAbsent(key, node.get()) != null) {
        warnings.add(
            new Warning(
                keyLine, "duplicate-field", key + " stands twice; the first is used, remove one"));
      }
    }
    return new Node.Fields(line, nodes);
  }

  private Node.Items items() throws IOException, UnreadableProgramme {
    int line = line();
    List<Node> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      value().ifPresent(nodes::add);
    }
    return new Node.Items(line, nodes);
  }

  /** An alias can make a small file huge, and the format has no need of one. */
  private void refuseAlias() throws IOException, UnreadableProgramme {
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw new UnreadableProgramme(
          line(), "aliases (*name) are not read; write the value out here");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private static UnreadableProgramme syntaxError(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblem() != null) {
      return new UnreadableProgramme(
          line(yaml), oneLine(yaml.getProblem()) + "; correct this line");
    }
    int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    return new UnreadableProgramme(line, oneLine(e.getOriginalMessage()) + "; correct this line");
  }

  private static int line(YAMLException e) {
    return e instanceof MarkedYAMLException marked && marked.getProblemMark() != null
        ? marked.getProblemMark().getLine() + 1
        : 0;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s+", " ");
  }
}
