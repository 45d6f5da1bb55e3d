package org.callboard.interchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** XML elements as nodes: attributes and children are fields, a repeated child is a list. */
final class XmlNodes {

  private XmlNodes() {}

  static Node of(
      int line, Map<String, Node> attributes, Map<String, List<Node>> children, String text) {
    if (attributes.isEmpty() && children.isEmpty()) {
      return new Node.Text(line, text);
    }
    Map<String, Node> fields = new LinkedHashMap<>(attributes);
    children.forEach(
        (name, nodes) ->
            fields.put(name, nodes.size() == 1 ? nodes.get(0) : new Node.Items(line, nodes)));
    if (!text.isBlank()) {
      fields.put(Piece.TEXT, new Node.Text(line, text));
    }
    return new Node.Fields(line, fields);
  }

  /** A name without its prefix, in lower case. */
  static String local(String name) {
    return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }
}
