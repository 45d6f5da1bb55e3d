package org.callboard.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Fields of a foreign source, asked by what they may be called there: case, hyphens and underscores
 * make no difference. XML stands in it as fields, too: an attribute beside the children, the text
 * of an element that has either under {@link #TEXT}.
 */
final class Piece {
  static final String TEXT = "_text";

  private static final Set<String> TEXTS =
      Set.of(TEXT, "_", "#text", "$t", "_cdata", "@value", "value");
  private static final List<String> ATTRIBUTES = List.of("$", "_attributes", "@attributes");
  private static final List<String> NAMES =
      List.of("publicname", "name", "fullname", "fullpublicname", "displayname", "title", "label");
  private static final int DEEPEST = 4;

  private final Node.Fields fields;
  private final Map<String, Node> byKey = new LinkedHashMap<>();

  Piece(Node.Fields fields) {
    this.fields = fields;
    fields.nodes().forEach((key, node) -> byKey.putIfAbsent(folded(key), node));
    for (String attributes : ATTRIBUTES) {
      if (fields.nodes().get(attributes) instanceof Node.Fields inner) {
        inner.nodes().forEach((key, node) -> byKey.putIfAbsent(folded(key), node));
      }
    }
  }

  static String folded(String key) {
    StringBuilder folded = new StringBuilder(key.length());
    key.chars().filter(Character::isLetterOrDigit).forEach(c -> folded.append((char) c));
    return folded.isEmpty() ? key : folded.toString().toLowerCase(Locale.ROOT);
  }

  int line() {
    return fields.line();
  }

  Node.Fields fields() {
    return fields;
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The first of these fields that holds a text, as it is; else empty. */
  String text(String... keys) {
    for (String key : keys) {
      String text = node(key).map(node -> textOf(node, DEEPEST)).orElse("");
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  /** Whether a field says yes. */
  boolean isTrue(String key) {
    return text(key).equals("true");
  }

  Optional<Piece> piece(String key) {
    return node(key).flatMap(node -> pieces(node).stream().findFirst());
  }

  /** The mappings in the first of these fields that has any, whether in a list or alone. */
  List<Piece> pieces(String... keys) {
    for (String key : keys) {
      List<Piece> pieces = node(key).map(Piece::pieces).orElse(List.of());
      if (!pieces.isEmpty()) {
        return pieces;
      }
    }
    return List.of();
  }

  /** The nodes of the first of these fields that is there, one by one. */
  List<Node> nodes(String... keys) {
    for (String key : keys) {
      List<Node> nodes = node(key).map(Piece::items).orElse(List.of());
      if (!nodes.isEmpty()) {
        return nodes;
      }
    }
    return List.of();
  }

  static List<Piece> pieces(Node node) {
    List<Piece> pieces = new ArrayList<>();
    for (Node each : items(node)) {
      if (each instanceof Node.Fields inner) {
        pieces.add(new Piece(inner));
      }
    }
    return pieces;
  }

  static List<Node> items(Node node) {
    return node instanceof Node.Items items ? items.nodes() : List.of(node);
  }

  /** What a node says in words: a text, the name of a thing, or a text in the first language. */
  static String textOf(Node node) {
    return textOf(node, DEEPEST);
  }

  private static String textOf(Node node, int depth) {
    if (node instanceof Node.Text text) {
      return text.value();
    }
    if (depth == 0) {
      return "";
    }
    if (node instanceof Node.Items items) {
      return first(items.nodes().stream(), depth);
    }
    return textOf((Node.Fields) node, depth);
  }

  private static String textOf(Node.Fields fields, int depth) {
    Map<String, Node> nodes = fields.nodes();
    String own =
        first(
            nodes.entrySet().stream()
                .filter(entry -> TEXTS.contains(entry.getKey()))
                .map(Map.Entry::getValue),
            depth);
    if (!own.isBlank()) {
      return own;
    }
    Piece piece = new Piece(fields);
    String named = first(NAMES.stream().map(piece.byKey::get).filter(node -> node != null), depth);
    if (!named.isBlank()) {
      return named;
    }
    boolean isTranslated = !nodes.isEmpty() && nodes.keySet().stream().allMatch(Piece::isLanguage);
    return isTranslated ? first(nodes.values().stream(), depth) : "";
  }

  private static String first(Stream<Node> nodes, int depth) {
    return nodes
        .map(node -> textOf(node, depth - 1))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /**
   * Whether a key is a language, such as "en" or "zh-TW"; "id" is far more often something else.
   */
  static boolean isLanguage(String key) {
    int mark = Math.max(key.indexOf('-'), key.indexOf('_'));
    int letters = mark < 0 ? key.length() : mark;
    return letters == 2
        && !key.equals("id")
        && Character.isLowerCase(key.charAt(0))
        && Character.isLowerCase(key.charAt(1));
  }

  Map<String, Node> raw() {
    return fields.nodes();
  }
}
