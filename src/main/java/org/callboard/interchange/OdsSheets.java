package org.callboard.interchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The sheets of an OpenDocument spreadsheet (ISO 26300 part 1 §9), as a stream: a row that says
 * that it stands there a million times is kept once if it is blank, and never more often than the
 * bounds of a table allow.
 */
final class OdsSheets {
  private static final int MOST_SHEETS = 60;
  private static final int MOST_REPEATS = 1_000;

  private final XMLStreamReader xml;
  private final List<Table> tables = new ArrayList<>();
  private TableRows rows = new TableRows();
  private Map<Integer, List<Table.Merge>> merges = new HashMap<>();
  private int number;
  private int merged;

  private OdsSheets(XMLStreamReader xml) {
    this.xml = xml;
  }

  static List<Table> of(XMLStreamReader xml) throws XMLStreamException, UnreadableProgramme {
    OdsSheets sheets = new OdsSheets(xml);
    while (OfficeXml.nextStart(xml) && sheets.tables.size() < MOST_SHEETS) {
      if (xml.getLocalName().equals("table")) {
        sheets.readTable();
      }
    }
    return sheets.tables;
  }

  private void readTable() throws XMLStreamException, UnreadableProgramme {
    String name = OfficeXml.attribute(xml, "name");
    rows = new TableRows();
    merges = new HashMap<>();
    number = 0;
    merged = 0;
    while (!isEnd("table")) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("table-row")) {
        readRow();
      }
    }
    tables.add(new Table(name, rows.rows(), merges));
  }

  private boolean isEnd(String element) throws XMLStreamException {
    boolean isOver = xml.getEventType() == XMLStreamConstants.END_DOCUMENT;
    if (isOver) {
      throw new XMLStreamException("The document ends inside of an element: element=" + element);
    }
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT
        && xml.getLocalName().equals(element);
  }

  private void readRow() throws XMLStreamException, UnreadableProgramme {
    int repeats = OfficeXml.number(xml, "number-rows-repeated", 1, 2_000_000);
    List<String> cells = new ArrayList<>();
    while (!isEnd("table-row")) {
      boolean isStart = xml.next() == XMLStreamConstants.START_ELEMENT;
      if (isStart && xml.getLocalName().equals("table-cell")) {
        readCell(cells);
      } else if (isStart && xml.getLocalName().equals("covered-table-cell")) {
        add(cells, "", OfficeXml.number(xml, "number-columns-repeated", 1, TableRows.MOST_COLUMNS));
        skip("covered-table-cell");
      }
    }
    boolean isBlank = cells.stream().allMatch(String::isBlank);
    for (int i = 0; i < Math.min(repeats, MOST_REPEATS) && !isBlank; i++) {
      rows.add(number + 1 + i, cells);
    }
    number += repeats;
  }

  private void readCell(List<String> cells) throws XMLStreamException {
    int repeats = OfficeXml.number(xml, "number-columns-repeated", 1, TableRows.MOST_COLUMNS);
    int wide = OfficeXml.number(xml, "number-columns-spanned", 1, TableRows.MOST_COLUMNS);
    int high = OfficeXml.number(xml, "number-rows-spanned", 1, TableRows.MOST_ROWS);
    String value = value();
    String text = textUntil("table-cell");
    if ((wide > 1 || high > 1) && merged++ < Table.Merge.MOST) {
      merges
          .computeIfAbsent(number + 1, row -> new ArrayList<>())
          .add(new Table.Merge(number + 1, cells.size(), high, wide));
    }
    add(cells, value.isEmpty() ? text : value, repeats);
  }

  private static void add(List<String> cells, String text, int repeats) {
    for (int i = 0; i < repeats && cells.size() < TableRows.MOST_COLUMNS; i++) {
      cells.add(text);
    }
  }

  /** The value behind what a cell shows, for dates, times and numbers. */
  private String value() {
    return switch (OfficeXml.attribute(xml, "value-type")) {
      case "date" -> OfficeXml.attribute(xml, "date-value").replaceFirst("\\.\\d+$", "");
      case "time" -> clock(OfficeXml.attribute(xml, "time-value"));
      case "float" -> OfficeXml.attribute(xml, "value").replaceFirst("\\.0+$", "");
      default -> "";
    };
  }

  private static String clock(String time) {
    try {
      long seconds = Math.round(Duration.parse(time).toMillis() / 1000.0);
      return seconds < 0
          ? ""
          : String.format(
              Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** The paragraphs of a cell, without notes. */
  private String textUntil(String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (!isEnd(element)) {
      int event = xml.next();
      boolean isStart = event == XMLStreamConstants.START_ELEMENT;
      if (event == XMLStreamConstants.CHARACTERS && text.length() < TableRows.LONGEST_CELL) {
        text.append(xml.getText());
      } else if (isStart && xml.getLocalName().equals("annotation")) {
        skip("annotation");
      } else if (isStart && xml.getLocalName().equals("s")) {
        text.append(' ');
      } else if (isStart && xml.getLocalName().matches("p|line-break") && text.length() > 0) {
        text.append('\n');
      }
    }
    return text.substring(0, Math.min(text.length(), TableRows.LONGEST_CELL));
  }

  private void skip(String element) throws XMLStreamException {
    while (!isEnd(element)) {
      xml.next();
    }
  }
}
