package org.callboard.interchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One mapping of a source, read field by field; what it does not understand becomes a warning. */
final class Entry {
  private final String place;
  private final Node.Fields fields;
  private final List<Warning> warnings;
  private final Set<String> asked = new HashSet<>();

  Entry(String place, Node.Fields fields, List<Warning> warnings) {
    this.place = place;
    this.fields = fields;
    this.warnings = warnings;
  }

  /** The text of a field, empty where it is absent. */
  String text(String key) {
    return node(key).map(node -> scalar(key, node)).orElse("");
  }

  List<String> texts(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && node.get() instanceof Node.Items items) {
      return items.nodes().stream().map(item -> scalar(key, item)).toList();
    }
    return node.map(one -> List.of(scalar(key, one))).orElse(List.of());
  }

  /** A whole number that is not negative; 0 where it is absent or none. */
  int count(String key) {
    String text = text(key);
    if (text.isEmpty() || text.matches("\\d{1,9}")) {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
    warn("bad-value", key, quoted(key, text) + " is no number; write a whole number from 0");
    return 0;
  }

  boolean flag(String key) {
    String text = text(key);
    if (!Set.of("", "true", "false").contains(text)) {
      warn("bad-value", key, quoted(key, text) + " is taken as false; write true or false");
    }
    return text.equals("true");
  }

  /** An instant; absent both where nothing stands and, with a warning, where it is no time. */
  Optional<Instant> time(String key, ZoneId zone) {
    String text = text(key);
    Optional<Instant> time = Times.instant(text, zone);
    if (time.isEmpty() && !text.isEmpty()) {
      warn("bad-time", key, quoted(key, text) + " is no time; " + Times.ALLOWED);
    }
    return time;
  }

  /** The mappings of a list field, each named by what one of them is called. */
  List<Entry> entries(String key, String each) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!(node.get() instanceof Node.Items items)) {
      warn("bad-value", key, key + " is no list; write each " + each + " after a dash");
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    IntStream.range(0, items.nodes().size())
        .forEach(
            i -> entry(within(each + " " + (i + 1)), items.nodes().get(i)).ifPresent(entries::add));
    return entries;
  }

  Optional<Entry> entry(String key) {
    return node(key).flatMap(node -> entry(within(key), node));
  }

  /** Warns about every field that nobody asked for. */
  void close() {
    for (String key : fields.nodes().keySet()) {
      if (!asked.contains(key)) {
        warn(
            "unknown-field",
            key,
            key + " is not a field here and is left out; known are " + known());
      }
    }
  }

  void warn(String code, String key, String message) {
    int line = Optional.ofNullable(fields.nodes().get(key)).map(Node::line).orElse(fields.line());
    warnings.add(new Warning(line, code, place.isEmpty() ? message : place + ": " + message));
  }

  static String quoted(String key, String value) {
    String shown = value.length() <= 60 ? value : value.substring(0, 60) + "…";
    return key + " \"" + shown.replaceAll("\\s", " ") + "\"";
  }

  private Optional<Node> node(String key) {
    asked.add(key);
    return Optional.ofNullable(fields.nodes().get(key));
  }

  private Optional<Entry> entry(String name, Node node) {
    if (node instanceof Node.Fields inner) {
      return Optional.of(new Entry(name, inner, warnings));
    }
    warnings.add(new Warning(node.line(), "bad-value", name + " has no fields and is left out"));
    return Optional.empty();
  }

  private String scalar(String key, Node node) {
    if (node instanceof Node.Text text) {
      return text.value();
    }
    warn("bad-value", key, key + " holds more than one text and is left out; write one text");
    return "";
  }

  private String within(String name) {
    return place.isEmpty() ? name : place + ", " + name;
  }

  private String known() {
    return String.join(", ", asked.stream().sorted().toList());
  }
}
