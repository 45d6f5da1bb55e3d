package org.callboard.interchange;

import java.util.List;
import java.util.Map;

/**
 * A value in a YAML or JSON source that knows its line; an explicit null is left out of its parent.
 */
sealed interface Node {

  int line();

  /** A scalar, as it was written. */
  record Text(int line, String value) implements Node {}

  /** A list. */
  record Items(int line, List<Node> nodes) implements Node {}

  /** A mapping, in the order of the source. */
  record Fields(int line, Map<String, Node> nodes) implements Node {}
}
