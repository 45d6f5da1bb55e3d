package org.callboard.interchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Reads DOCX documents as programme text: headings, lists and bold words as Markdown has them. */
final class DocxReader implements ProgrammeReader {
  static final String FORMAT = "docx";
  private static final String DOCUMENT = "word/document.xml";
  private static final long LARGEST_DOCUMENT = 16L * 1024 * 1024;
  private static final long LARGEST = 64L * 1024 * 1024;
  private static final Pattern HEADING =
      Pattern.compile("(?i).{0,20}?(?:heading|titre|kop|berschrift|ttulo|balk)\\s?([1-6])");

  @Override
  public boolean recognises(Source source) {
    return ZipFolder.mentions(source, DOCUMENT);
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    ZipFolder zip = ZipFolder.of(source.bytes());
    if (zip.size(DOCUMENT) > LARGEST_DOCUMENT || zip.size() > LARGEST) {
      throw new UnreadableProgramme(
          0, "the document is far larger than a programme: take the pictures out of it");
    }
    Reading reading = new ProgrammeText().read(text(source), options.zone());
    return new Reading(FORMAT, reading.programme(), reading.warnings());
  }

  /** All that it says, in the order of the document. */
  static String text(Source source) throws UnreadableProgramme {
    try (XWPFDocument document = new XWPFDocument(source.stream())) {
      List<String> lines = new ArrayList<>();
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) {
          lines.add(line(paragraph));
        } else if (element instanceof XWPFTable table) {
          table.getRows().forEach(row -> lines.addAll(lines(row)));
        }
      }
      return String.join("\n\n", lines);
    } catch (IOException
        | POIXMLException
        | OpenXML4JRuntimeException
        | IllegalArgumentException e) {
      throw new UnreadableProgramme(
          0,
          "this document cannot be read: save it again as DOCX, or copy its text into a text file");
    }
  }

  private static String line(XWPFParagraph paragraph) {
    String text = paragraph.getText().strip();
    String style = String.valueOf(paragraph.getStyle());
    Matcher heading = HEADING.matcher(style);
    if (text.isEmpty()) {
      return "";
    }
    if (heading.matches()) {
      return "#".repeat(Integer.parseInt(heading.group(1))) + " " + text;
    }
    return paragraph.getNumID() != null ? "- " + text : marked(paragraph, text);
  }

  private static String marked(XWPFParagraph paragraph, String text) {
    List<XWPFRun> runs = paragraph.getRuns().stream().filter(run -> !run.text().isBlank()).toList();
    return !runs.isEmpty() && runs.stream().allMatch(XWPFRun::isBold) && !text.contains("\n")
        ? "**" + text + "**"
        : text;
  }

  /** The first lines of all cells in one, as "09:00 – 10:15 | Opening | Hall"; then all others. */
  private static List<String> lines(XWPFTableRow row) {
    List<List<String>> cells = row.getTableCells().stream().map(DocxReader::lines).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        cells.stream()
            .filter(cell -> !cell.isEmpty())
            .map(cell -> cell.get(0))
            .collect(Collectors.joining(" | ")));
    cells.stream()
        .filter(cell -> cell.size() > 1)
        .forEach(cell -> lines.addAll(cell.subList(1, cell.size())));
    return lines;
  }

  private static List<String> lines(XWPFTableCell cell) {
    return cell.getParagraphs().stream()
        .map(paragraph -> paragraph.getText().strip())
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .toList();
  }
}
