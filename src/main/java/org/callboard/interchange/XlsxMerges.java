package org.callboard.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The merged cells of the sheets of a workbook, which the library that reads the cells leaves out.
 */
final class XlsxMerges {
  private static final Pattern AREA =
      Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  private final ZipFolder zip;
  private final Map<String, String> paths = new HashMap<>();

  private XlsxMerges(ZipFolder zip) {
    this.zip = zip;
  }

  /** Knows where each sheet lies, by the id of its relation. */
  static XlsxMerges of(ZipFolder zip) throws IOException, XMLStreamException {
    XlsxMerges merges = new XlsxMerges(zip);
    Optional<InputStream> relations = zip.open("xl/_rels/workbook.xml.rels");
    if (relations.isPresent()) {
      try (InputStream in = relations.get()) {
        merges.readPaths(OfficeXml.open(in));
      }
    }
    return merges;
  }

  private void readPaths(XMLStreamReader xml) throws XMLStreamException {
    while (OfficeXml.nextStart(xml)) {
      if (xml.getLocalName().equals("Relationship")) {
        String target = OfficeXml.attribute(xml, "Target");
        paths.put(
            OfficeXml.attribute(xml, "Id"),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
  }

  Map<Integer, List<Table.Merge>> ofSheet(String relation) throws IOException, XMLStreamException {
    Optional<InputStream> sheet = zip.open(paths.getOrDefault(relation, ""));
    Map<Integer, List<Table.Merge>> merges = new HashMap<>();
    if (sheet.isPresent()) {
      try (InputStream in = sheet.get()) {
        read(OfficeXml.open(in), merges);
      }
    }
    return merges;
  }

  private static void read(XMLStreamReader xml, Map<Integer, List<Table.Merge>> merges)
      throws XMLStreamException {
    int count = 0;
    while (OfficeXml.nextStart(xml) && count < Table.Merge.MOST) {
      Matcher area = AREA.matcher(OfficeXml.attribute(xml, "ref"));
      if (xml.getLocalName().equals("mergeCell") && area.matches()) {
        Table.Merge merge = merge(area);
        merges.computeIfAbsent(merge.row(), row -> new ArrayList<>()).add(merge);
        count++;
      }
    }
  }

  private static Table.Merge merge(Matcher area) {
    int row = Integer.parseInt(area.group(2));
    int column = column(area.group(1));
    return new Table.Merge(
        row,
        column,
        Math.max(1, Integer.parseInt(area.group(4)) - row + 1),
        Math.max(1, column(area.group(3)) - column + 1));
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }
}
