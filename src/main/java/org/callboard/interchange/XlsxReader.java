package org.callboard.interchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads XLSX workbooks row by row; no formula is ever worked out. */
final class XlsxReader implements ProgrammeReader {
  static final String FORMAT = "xlsx";
  private static final int MOST_SHEETS = 60;

  @Override
  public boolean recognises(Source source) {
    return ZipFolder.mentions(source, "xl/workbook.xml");
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    ZipFolder zip = ZipFolder.of(source.bytes());
    return new TableReading(FORMAT, tables(source, zip), source.name(), options).read();
  }

  private static List<Table> tables(Source source, ZipFolder zip) throws UnreadableProgramme {
    try (ReadableWorkbook book =
        new ReadableWorkbook(
            source.stream(), new org.dhatim.fastexcel.reader.ReadingOptions(true, true))) {
      XlsxMerges merges = XlsxMerges.of(zip);
      List<Table> tables = new ArrayList<>();
      for (Sheet sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          tables.add(
              new Table(
                  sheet.getName(), rows(sheet, book.isDate1904()), merges.ofSheet(sheet.getId())));
        }
      }
      return tables;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw damaged();
    }
  }

  /** The library says in many ways that a workbook is not as it should be; none helps a person. */
  private static UnreadableProgramme damaged() {
    return new UnreadableProgramme(
        0, "this workbook cannot be read: save it again as XLSX, or export the sheet as CSV");
  }

  private static List<Table.Row> rows(Sheet sheet, boolean isFrom1904)
      throws IOException, UnreadableProgramme {
    TableRows rows = new TableRows();
    try (Stream<Row> all = sheet.openStream()) {
      Iterator<Row> each = all.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        rows.add(row.getRowNum(), cells(row, isFrom1904));
      }
    }
    return rows.rows();
  }

  private static List<String> cells(Row row, boolean isFrom1904) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      if (cell != null && cell.getColumnIndex() < TableRows.MOST_COLUMNS) {
        while (cells.size() <= cell.getColumnIndex()) {
          cells.add("");
        }
        cells.set(cell.getColumnIndex(), XlsxCell.text(cell, isFrom1904));
      }
    }
    return cells;
  }
}
