package org.callboard.interchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The longest list of mappings in a JSON tree, as a table whose headings are their keys: so a sheet
 * that a tool has turned into JSON, with its times in words, is read like the sheet itself.
 */
final class JsonTable {
  private static final int DEEPEST = 4;

  private JsonTable() {}

  static Optional<Table> of(Node tree) throws UnreadableProgramme {
    Optional<Node.Items> longest =
        lists(tree, 0).max(Comparator.comparingInt(list -> mappings(list).size()));
    return longest.isEmpty() ? Optional.empty() : Optional.of(table(mappings(longest.get())));
  }

  private static Stream<Node.Items> lists(Node node, int depth) {
    if (depth > DEEPEST || node instanceof Node.Text) {
      return Stream.empty();
    }
    if (node instanceof Node.Items items && !mappings(items).isEmpty()) {
      return Stream.of(items);
    }
    Collection<Node> inner =
        node instanceof Node.Fields fields ? fields.nodes().values() : ((Node.Items) node).nodes();
    return inner.stream().flatMap(each -> lists(each, depth + 1));
  }

  private static List<Node.Fields> mappings(Node.Items list) {
    return list.nodes().stream()
        .filter(Node.Fields.class::isInstance)
        .map(Node.Fields.class::cast)
        .toList();
  }

  private static Table table(List<Node.Fields> mappings) throws UnreadableProgramme {
    Set<String> keys = new LinkedHashSet<>();
    mappings.forEach(each -> keys.addAll(each.nodes().keySet()));
    TableRows rows = new TableRows();
    rows.add(mappings.get(0).line(), new ArrayList<>(keys));
    for (Node.Fields each : mappings) {
      rows.add(each.line(), keys.stream().map(key -> cell(each.nodes().get(key))).toList());
    }
    return new Table("", rows.rows());
  }

  private static String cell(Node node) {
    return node == null
        ? ""
        : Piece.items(node).stream()
            .map(Piece::textOf)
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(", "));
  }
}
