package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON of the field: schedule.json of both versions, and whatever else has sessions with a
 * title and a start.
 */
final class JsonReader implements ProgrammeReader {
  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Programmes.LARGEST_BYTES)
                  .build())
          .build();

  @Override
  public boolean recognises(Source source) {
    return source.head().startsWith("{") || source.head().startsWith("[");
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    return read(source.text(), options);
  }

  /** Reads JSON that may have stood in a document of another kind. */
  static Reading read(String text, ReadingOptions options) throws UnreadableProgramme {
    List<Warning> odd = new ArrayList<>();
    Node tree = NodeReader.tree(FACTORY, text, odd);
    Warnings warnings = new Warnings();
    odd.forEach(each -> warnings.add(each.line(), each.code(), each.message()));
    Piece root =
        new Piece(tree instanceof Node.Fields fields ? fields : new Node.Fields(1, Map.of()));
    Optional<Reading> known = JsonSchedule.read(root, options, warnings);
    known = known.isPresent() ? known : OntimeRundown.read(root, options, warnings);
    return known.isPresent() ? known.get() : guessed(tree, options, warnings);
  }

  /** Sessions wherever they stand; where none are found, the rows of a table. */
  private static Reading guessed(Node tree, ReadingOptions options, Warnings warnings)
      throws UnreadableProgramme {
    try {
      return JsonSessions.read(tree, options, warnings);
    } catch (UnreadableProgramme none) {
      return ofTable(tree, options).orElseThrow(() -> none);
    }
  }

  private static Optional<Reading> ofTable(Node tree, ReadingOptions options) {
    try {
      Optional<Table> table = JsonTable.of(tree);
      return table.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new TableReading(JsonEvent.UNKNOWN, List.of(table.get()), "", options).read());
    } catch (UnreadableProgramme none) {
      return Optional.empty();
    }
  }
}
