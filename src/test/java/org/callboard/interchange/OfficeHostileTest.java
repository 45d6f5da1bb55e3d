package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHostileTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String CELL =
      "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";

  @ParameterizedTest
  @ValueSource(strings = {"xl/workbook.xml"})
  void a_zip_that_unpacks_to_very_much_is_refused(String name) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("application/vnd.oasis.opendocument.spreadsheet"));
      zip.putNextEntry(new ZipEntry(name));
      byte[] chunk = new byte[1 << 20];
      for (int i = 0; i < 220; i++) {
        zip.write(chunk);
      }
    }
    refused(out.toByteArray(), "unpacks");
  }

  @Test
  void a_zip_of_very_many_entries_is_refused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      for (int i = 0; i < 5_000; i++) {
        zip.putNextEntry(new ZipEntry("../../etc/" + i));
      }
    }
    refused(out.toByteArray(), "unpacks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table:table-row table:number-rows-repeated=\"999999999\">" + CELL + "</table:table-row>",
        "<table:table-row table:number-rows-repeated=\"-5\">" + CELL + "</table:table-row>",
        "<table:table-row table:number-rows-repeated=\"99999999999999\"><table:table-cell table:number-columns-repeated=\"999999999\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row><table:table-cell table:number-columns-spanned=\"999999999\" table:number-rows-spanned=\"999999999\"><text:p>x</text:p></table:table-cell></table:table-row>",
        "<table:table-row>" + "<table:table-cell>",
      })
  void an_ods_that_repeats_its_cells_for_ever_takes_no_memory(String rows) throws Exception {
    refused(WorkbookReaderTest.ods(rows), "");
  }

  @Test
  void no_entity_is_ever_read() throws Exception {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"&a;&a;\">]>"
            + "<x>&b;</x>";
    refused(
        WorkbookReaderTest.zip(
            Map.of(
                "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", bomb)),
        "");
    refused(WorkbookReaderTest.zip(Map.of("xl/workbook.xml", bomb)), "");
    refused(WorkbookReaderTest.zip(Map.of("word/document.xml", bomb)), "");
  }

  @Test
  void elements_may_lie_ever_deeper() throws Exception {
    String deep = "<text:p>".repeat(100_000) + "</text:p>".repeat(100_000);
    refused(
        WorkbookReaderTest.ods(
            "<table:table-row><table:table-cell>" + deep + "</table:table-cell></table:table-row>"),
        "");
  }

  @Test
  void a_file_that_was_cut_or_changed_anywhere_never_breaks_it() throws Exception {
    byte[] xlsx = xlsx();
    byte[] pdf = DocumentReaderTest.pdf(List.of("16 November 2017", "09:00 - 10:00 Bread"));
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      for (byte[] whole : List.of(xlsx, pdf)) {
        byte[] changed = Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8));
        for (int i = 0; i < seed % 4; i++) {
          changed[8 + random.nextInt(changed.length - 8)] = (byte) random.nextInt(256);
        }
        never(changed, "seed=" + seed);
      }
    }
  }

  @Test
  void a_pdf_whose_streams_unpack_to_very_much_is_refused() throws Exception {
    refused(pdfWith("/Filter /FlateDecode", deflated(120)), "unpacks");
    refused(pdfWith("/Filter [/FlateDecode /FlateDecode]", deflated(1)), "unpacks");
    refused(pdfWith("/Filter [/Fl#61teDecode /Fl#61teDecode]", deflated(1)), "unpacks");
  }

  @Test
  void a_wrong_ending_or_nothing_behind_a_mark_is_refused() {
    refused("PK\u0003\u0004xl/workbook.xml".getBytes(StandardCharsets.ISO_8859_1), "damaged");
    refused("PK\u0003\u0004word/document.xml".getBytes(StandardCharsets.ISO_8859_1), "damaged");
    refused("%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1), "PDF");
  }

  private static byte[] xlsx() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    var sheet = book.createSheet("A");
    sheet.createRow(0).createCell(0).setCellValue("Title");
    sheet.getRow(0).createCell(1).setCellValue("Start");
    sheet.createRow(1).createCell(0).setCellValue("Tea");
    sheet.getRow(1).createCell(1).setCellValue("2025-03-31 10:00");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private static byte[] deflated(int megabytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      for (int i = 0; i < megabytes; i++) {
        deflater.write(new byte[1 << 20]);
      }
    }
    return out.toByteArray();
  }

  private static byte[] pdfWith(String filter, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
                + "4 0 obj<<"
                + filter
                + "/Length "
                + content.length
                + ">>stream\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(content);
    out.writeBytes(
        "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }

  private static void refused(byte[] bytes, String why) {
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          UnreadableProgramme refusal =
              Assertions.assertThrows(UnreadableProgramme.class, () -> read(bytes));
          assertThat(refusal).hasMessageContaining(why);
        });
  }

  private static void never(byte[] bytes, String about) {
    try {
      read(bytes);
    } catch (UnreadableProgramme expected) {
      assertThat(expected).as(about).hasMessageNotContaining("Exception");
    }
  }

  private static Reading read(byte[] bytes) throws UnreadableProgramme {
    return Programmes.read("x", bytes, Optional.of(ZoneOffset.UTC));
  }
}
