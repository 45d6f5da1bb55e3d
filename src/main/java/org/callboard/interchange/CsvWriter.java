package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.callboard.programme.Role;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;

/**
 * Writes a table (RFC 4180) with a row for each session in each of its rooms. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvWriter {
  private static final String SHIELD = "'";

  /**
   * A formula; or what looks as if it were shielded already, so that one shield comes off again.
   */
  private static final Pattern TAKEN = Pattern.compile("'*[=+@\\t\\r-]");

  private static final List<String> COLUMNS =
      List.of(
          "ID",
          "Title",
          "Type",
          "Start",
          "End",
          "Room",
          "Language",
          "Speakers",
          "Moderators",
          "Hosts",
          "Introduced by",
          "Organiser",
          "Label",
          "Status",
          "Description");

  private final Outgoing outgoing;
  private final Timetable timetable;

  private CsvWriter(Outgoing outgoing) {
    this.outgoing = outgoing;
    this.timetable = new Timetable(outgoing);
  }

  static String write(Outgoing outgoing) {
    CsvWriter writer = new CsvWriter(outgoing);
    CsvSchema schema = CsvSchema.builder().addColumns(COLUMNS, CsvSchema.ColumnType.STRING).build();
    ObjectWriter rows = new CsvMapper().writer(schema.withHeader().withLineSeparator("\r\n"));
    try {
      return rows.writeValueAsString(
          writer.timetable.appearances().stream().map(writer::row).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain maps could not be written", e);
    }
  }

  private Map<String, String> row(Timetable.Appearance appearance) {
    Session session = appearance.session();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("ID", session.id());
    row.put("Title", session.title());
    row.put("Type", session.kind().word());
    row.put("Start", timetable.stamp(session.span().start()));
    row.put("End", timetable.stamp(session.span().end()));
    row.put("Room", appearance.roomName());
    row.put("Language", String.join(", ", session.languages()));
    row.put("Speakers", people(session, Role.SPEAKER));
    row.put("Moderators", people(session, Role.MODERATOR));
    row.put("Hosts", people(session, Role.HOST));
    row.put("Introduced by", people(session, Role.INTRODUCED_BY));
    row.put("Organiser", session.organiser());
    row.put("Label", session.label());
    row.put("Status", outgoing.standing(session).word());
    row.put("Description", session.description());
    row.replaceAll((column, cell) -> shielded(cell));
    return row;
  }

  static String shielded(String cell) {
    return TAKEN.matcher(cell).lookingAt() ? SHIELD + cell : cell;
  }

  /** The cell as it was before it was shielded. */
  static String bare(String cell) {
    return cell.startsWith(SHIELD) && TAKEN.matcher(cell).region(1, cell.length()).lookingAt()
        ? cell.substring(1)
        : cell;
  }

  private static String people(Session session, Role role) {
    return session.people().stream()
        .filter(slot -> slot.role() == role)
        .map(CsvWriter::person)
        .collect(Collectors.joining("; "));
  }

  private static String person(Slot slot) {
    String name = slot.isOpen() ? "TBC" : slot.name();
    return slot.affiliation().isEmpty() ? name : name + " (" + slot.affiliation() + ")";
  }
}
