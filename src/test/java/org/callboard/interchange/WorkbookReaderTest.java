package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.groups.Tuple;
import org.callboard.programme.Programme;
import org.callboard.programme.Room;
import org.callboard.programme.Session;
import org.callboard.programme.Slot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookReaderTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final LocalDateTime TEN = LocalDateTime.of(2025, 3, 31, 10, 0);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void dates_of_a_workbook_are_read_from_1900_or_1904(boolean isFrom1904) throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    if (isFrom1904) {
      book.getCTWorkbook().getWorkbookPr().setDate1904(true);
    }
    XSSFSheet sheet = book.createSheet("Talks");
    row(sheet, 0, "Title", "Start", "Length", "Room", "ID");
    Row row = row(sheet, 1, "Tea");
    cell(row, 1, "dd/mm/yy hh:mm").setCellValue(TEN);
    cell(row, 2, "[h]:mm").setCellValue(0.03125);
    row.createCell(3).setCellValue("Hall");
    row.createCell(4).setCellValue(1001);
    Reading reading = read(book);
    assertThat(reading.format()).isEqualTo("xlsx");
    Session tea = reading.programme().sessions().get(0);
    assertThat(tea.span())
        .hasToString("Span[start=2025-03-31T08:00:00Z, end=2025-03-31T08:45:00Z]");
    assertThat(tea.id()).isEqualTo("1001");
  }

  @Test
  void a_date_and_a_time_may_stand_apart_and_a_number_may_be_a_time() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("Talks");
    row(sheet, 0, "Titel", "Datum", "Beginn", "Ende");
    Row row = row(sheet, 1, "Tea");
    cell(row, 1, "yyyy-mm-dd").setCellValue(TEN.toLocalDate());
    cell(row, 2, "h:mm").setCellValue(0.41666666666667);
    row.createCell(3).setCellValue(1.0 / 24 * 11);
    assertThat(read(book).programme().sessions().get(0).span())
        .hasToString("Span[start=2025-03-31T08:00:00Z, end=2025-03-31T09:00:00Z]");
  }

  @Test
  void of_a_formula_only_the_saved_value_counts() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("Talks");
    row(sheet, 0, "Title", "Start");
    Row row = sheet.createRow(1);
    Cell title = row.createCell(0);
    title.setCellFormula("HYPERLINK(\"http://example.org\",\"x\")");
    title.setCellValue("Saved title");
    Cell start = cell(row, 1, "yyyy-mm-dd hh:mm");
    start.setCellFormula("1/0");
    start.setCellValue(45747.4166666667);
    Session session = read(book).programme().sessions().get(0);
    assertThat(session.title()).isEqualTo("Saved title");
    assertThat(session.span().start()).hasToString("2025-03-31T08:00:00Z");
  }

  @Test
  void a_merged_cell_reaches_down_and_a_wide_heading_over_numbers() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("Talks");
    row(sheet, 0, "Our conference", "", "", "", "Speakers");
    row(sheet, 1, "Room", "Date", "Time", "Title", "1", "2");
    row(sheet, 2, "Hall", "2025-03-31", "10:00-11:00", "Tea", "Ann Baker", "Bob Cook");
    row(sheet, 3, "", "", "11:00-12:00", "Jam");
    row(sheet, 4, "Cellar", "", "12:00-13:00", "Rum");
    sheet.addMergedRegion(CellRangeAddress.valueOf("A3:A4"));
    sheet.addMergedRegion(CellRangeAddress.valueOf("E1:F1"));
    Programme programme = read(book).programme();
    assertThat(programme.sessions())
        .extracting(Session::title, Session::rooms)
        .containsExactly(
            Tuple.tuple("Tea", List.of("hall")),
            Tuple.tuple("Jam", List.of("hall")),
            Tuple.tuple("Rum", List.of("cellar")));
    assertThat(programme.sessions().get(0).people())
        .extracting(Slot::name)
        .containsExactly("Ann Baker", "Bob Cook");
  }

  @Test
  void a_merged_cell_of_a_grid_reaches_over_rooms_and_times() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("Grid");
    row(sheet, 0, "Monday 31 March 2025");
    row(sheet, 1, "", "Red", "Blue", "Green");
    row(sheet, 2, "10:00", "Workshop", "Talk", "");
    row(sheet, 3, "11:00", "", "Other", "");
    row(sheet, 4, "12:00", "End", "End", "End");
    sheet.addMergedRegion(CellRangeAddress.valueOf("B3:B4"));
    sheet.addMergedRegion(CellRangeAddress.valueOf("C3:D3"));
    Programme programme = read(book).programme();
    Map<String, Session> byTitle =
        programme.sessions().stream()
            .collect(java.util.stream.Collectors.toMap(Session::title, session -> session));
    assertThat(byTitle.get("Workshop").span().end()).hasToString("2025-03-31T10:00:00Z");
    assertThat(byTitle.get("Talk").rooms()).containsExactly("blue", "green");
    assertThat(byTitle.get("End").rooms()).hasSize(3);
  }

  @Test
  void a_grid_may_have_its_rooms_down_the_side() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("Grid");
    row(sheet, 0, "Monday 31 March 2025", "10:00", "11:00", "12:00");
    row(sheet, 1, "Red", "Workshop", "", "End");
    row(sheet, 2, "Blue", "Talk", "Other", "End");
    sheet.addMergedRegion(CellRangeAddress.valueOf("B2:C2"));
    Reading reading = read(book);
    assertThat(reading.programme().sessions())
        .extracting(Session::title, each -> each.span().toString(), Session::rooms)
        .containsExactlyInAnyOrder(
            Tuple.tuple("Workshop", span("08:00", "10:00"), List.of("red")),
            Tuple.tuple("Talk", span("08:00", "09:00"), List.of("blue")),
            Tuple.tuple("Other", span("09:00", "10:00"), List.of("blue")),
            Tuple.tuple("End", span("10:00", "11:00"), List.of("red", "blue")));
    assertThat(reading.warnings())
        .extracting(Warning::message)
        .anyMatch(message -> message.startsWith("column 1, read down: "));
  }

  private static String span(String start, String end) {
    return "Span[start=2025-03-31T" + start + ":00Z, end=2025-03-31T" + end + ":00Z]";
  }

  @Test
  void the_sheet_that_reads_best_is_taken_and_others_give_names_for_ids() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    row(book.createSheet("Read me"), 0, "How to fill this in");
    XSSFSheet talks = book.createSheet("Talks");
    row(talks, 0, "ID", "Title", "Speaker IDs", "Start", "End", "Room ID");
    row(talks, 1, "1", "Tea", "AB, CD", "2025-03-31 10:00", "2025-03-31 11:00", "E");
    for (int i = 2; i < 1_015; i++) {
      row(talks, i, "", "", "");
    }
    XSSFSheet speakers = book.createSheet("Speakers");
    row(speakers, 0, "ID", "Name");
    row(speakers, 1, "AB", "Ann Baker");
    row(speakers, 2, "CD", "Cem Demir");
    XSSFSheet rooms = book.createSheet("Rooms");
    row(rooms, 0, "ID", "Name");
    row(rooms, 1, "E", "East wing");
    Reading reading = read(book);
    assertThat(reading.programme().rooms()).extracting(Room::name).containsExactly("East wing");
    assertThat(reading.programme().sessions().get(0).people())
        .extracting(Slot::name)
        .containsExactly("Ann Baker", "Cem Demir");
    assertThat(reading.warnings())
        .filteredOn(warning -> warning.code().equals("sheets"))
        .extracting(Warning::message)
        .singleElement()
        .asString()
        .contains("“Talks”", "“Read me”");
  }

  @Test
  void a_sheet_for_each_day_is_one_event() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    day(book, "Last year", "2024-03-31", "Old tea");
    day(book, "Monday", "2025-03-31", "Tea");
    day(book, "Tuesday", "2025-04-01", "Jam");
    day(book, "Tuesday, a draft", "2025-04-01", "Marmalade");
    row(book.createSheet("Helpers"), 0, "Who", "When");
    Reading reading = read(book);
    assertThat(reading.programme().sessions())
        .extracting(Session::title)
        .containsExactly("Tea", "More Tea", "Jam", "More Jam");
    assertThat(reading.programme().rooms()).extracting(Room::name).containsExactly("Hall");
    assertThat(reading.programme().days()).hasSize(2);
    assertThat(reading.warnings())
        .filteredOn(warning -> warning.code().equals("sheets"))
        .extracting(Warning::message)
        .singleElement()
        .asString()
        .contains("“Monday”, “Tuesday”, and", "“Last year”, “Tuesday, a draft”, “Helpers”");
  }

  private static void day(XSSFWorkbook book, String name, String date, String title) {
    XSSFSheet sheet = book.createSheet(name);
    row(sheet, 0, "Title", "Start", "End", "Room");
    row(sheet, 1, title, date + " 10:00", date + " 11:00", "Hall");
    if (!name.startsWith("Last")) {
      row(sheet, 2, "More " + title, date + " 11:00", date + " 12:00", "Hall");
    }
  }

  @Test
  void a_person_may_choose_the_sheet() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    for (String name : List.of("First", "Second")) {
      XSSFSheet sheet = book.createSheet(name);
      row(sheet, 0, "Title", "Start");
      row(sheet, 1, name + " talk", "2025-03-31 10:00");
    }
    assertThat(read(bytes(book), Map.of("sheet", "second")).programme().sessions())
        .extracting(Session::title)
        .containsExactly("Second talk");
    assertThatThrownBy(() -> read(bytes(book), Map.of("sheet", "third")))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("“First”, “Second”");
  }

  @Test
  void an_ods_workbook_is_read_by_its_values() throws Exception {
    byte[] ods =
        ods(
            "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
                + textRow("Title", "Datum", "Zeit", "Room")
                + "<table:table-row>"
                + text("Tea")
                + "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-03-31\"><text:p>31.03.</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"time\" office:time-value=\"PT10H00M00S\"><text:p>10 Uhr</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><office:annotation><text:p>note</text:p></office:annotation><text:p>Hall<text:s/>A</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated=\"1020\"/></table:table-row>"
                + textRow("Jam", "2025-03-31", "11:00")
                + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"1024\"/></table:table-row>");
    Reading reading = read(ods, Map.of());
    assertThat(reading.format()).isEqualTo("ods");
    assertThat(reading.programme().sessions())
        .extracting(Session::title, session -> session.span().start().toString(), Session::rooms)
        .containsExactly(
            Tuple.tuple("Tea", "2025-03-31T08:00:00Z", List.of("hall-a")),
            Tuple.tuple("Jam", "2025-03-31T09:00:00Z", List.of("hall-a")));
    assertThat(reading.warnings()).extracting(Warning::line).contains(3);
  }

  static byte[] ods(String rows) throws IOException {
    return zip(
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Plan\">"
                + rows
                + "</table:table></office:spreadsheet></office:body></office:document-content>"));
  }

  static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry stored = new ZipEntry(entry.getKey());
        if (entry.getKey().equals("mimetype")) {
          java.util.zip.CRC32 sum = new java.util.zip.CRC32();
          sum.update(bytes);
          stored.setMethod(ZipEntry.STORED);
          stored.setSize(bytes.length);
          stored.setCrc(sum.getValue());
        }
        zip.putNextEntry(stored);
        zip.write(bytes);
      }
    }
    return out.toByteArray();
  }

  private static String textRow(String... cells) {
    StringBuilder row = new StringBuilder("<table:table-row>");
    for (String cell : cells) {
      row.append(text(cell));
    }
    return row.append("</table:table-row>").toString();
  }

  private static String text(String words) {
    return "<table:table-cell office:value-type=\"string\"><text:p>"
        + words
        + "</text:p></table:table-cell>";
  }

  private static Row row(XSSFSheet sheet, int at, String... cells) {
    Row row = sheet.createRow(at);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
    return row;
  }

  private static Cell cell(Row row, int at, String format) {
    CellStyle style = row.getSheet().getWorkbook().createCellStyle();
    style.setDataFormat(row.getSheet().getWorkbook().createDataFormat().getFormat(format));
    Cell cell = row.createCell(at);
    cell.setCellStyle(style);
    return cell;
  }

  private static byte[] bytes(XSSFWorkbook book) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static Reading read(XSSFWorkbook book) throws Exception {
    return read(bytes(book), Map.of());
  }

  private static Reading read(byte[] bytes, Map<String, String> columns)
      throws UnreadableProgramme {
    return Programmes.read("x", bytes, new ReadingOptions(Optional.of(BRUSSELS), false, columns));
  }
}
