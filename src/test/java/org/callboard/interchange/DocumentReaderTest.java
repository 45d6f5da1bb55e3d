package org.callboard.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.callboard.programme.Programme;
import org.callboard.programme.Session;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static final Optional<ZoneId> ZONE = Optional.of(ZoneId.of("Europe/Brussels"));
  private static final List<String> TEXT =
      List.of(
          "Thursday 16 November 2017",
          "09:00 - 10:15 Room: Auditorium (English-French)",
          "Welcoming remarks",
          "Bart Somers, Mayor of Mechelen",
          "10:15 - 10:30 Break",
          "10:30 - 12:00 Room: Dijlezaal",
          "Guided discussion",
          "Speakers:",
          "Ann Baker, Director, City of Bread");

  @Test
  void a_docx_of_a_programme_text_gives_the_same_sessions() throws Exception {
    String markdown = Files.readString(Path.of("config/programme.md"));
    Programme text = read(markdown.getBytes(StandardCharsets.UTF_8)).programme();
    Reading reading = read(docx(markdown.lines().toList()));
    assertThat(reading.format()).isEqualTo("docx");
    assertThat(reading.programme().sessions()).isEqualTo(text.sessions());
    assertThat(reading.programme().rooms()).isEqualTo(text.rooms());
  }

  @Test
  void a_table_in_a_docx_gives_a_session_for_each_row() throws Exception {
    XWPFDocument document = new XWPFDocument();
    document.createParagraph().createRun().setText(TEXT.get(0));
    XWPFTable table = document.createTable(2, 3);
    String[][] cells = {
      {"09:00 – 10:00", "Bread", "Room 1"}, {"10:00 – 11:00", "Butter", "Room 2"}
    };
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 3; j++) {
        table.getRow(i).getCell(j).setText(cells[i][j]);
      }
    }
    assertThat(read(bytes(document)).programme().sessions())
        .extracting(Session::title, Session::rooms)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Bread", List.of("room-1")),
            org.assertj.core.groups.Tuple.tuple("Butter", List.of("room-2")));
  }

  @Test
  void a_pdf_of_a_programme_text_gives_the_same_sessions() throws Exception {
    Programme text = read(String.join("\n", TEXT).getBytes(StandardCharsets.UTF_8)).programme();
    Reading reading = read(pdf(TEXT));
    assertThat(reading.format()).isEqualTo("pdf");
    assertThat(reading.programme().sessions()).isEqualTo(text.sessions());
    assertThat(reading.programme().sessions()).hasSize(3);
  }

  @Test
  void a_scanned_pdf_says_that_it_has_no_text() throws Exception {
    byte[] scanned = pdf(List.of());
    assertThatThrownBy(() -> read(scanned))
        .isInstanceOf(UnreadableProgramme.class)
        .hasMessageContaining("no text");
  }

  @Test
  void a_locked_pdf_says_so() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      assertThatThrownBy(() -> read(out.toByteArray()))
          .isInstanceOf(UnreadableProgramme.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void a_pdf_of_too_many_pages_says_so() throws Exception {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i <= PdfReader.MOST_PAGES; i++) {
        document.addPage(new PDPage());
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      assertThatThrownBy(() -> read(out.toByteArray()))
          .isInstanceOf(UnreadableProgramme.class)
          .hasMessageContaining("401 pages");
    }
  }

  private static byte[] docx(List<String> lines) throws IOException {
    XWPFDocument document = new XWPFDocument();
    List<String> paragraph = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        paragraph.clear();
      } else {
        add(document.createParagraph(), line);
      }
    }
    return bytes(document);
  }

  private static void add(XWPFParagraph paragraph, String line) {
    String text = line.strip();
    int depth = text.length() - text.replaceFirst("^#+", "").length();
    boolean isList = text.startsWith("- ");
    boolean isBold = text.matches("\\*\\*[^*]+\\*\\*");
    if (depth > 0) {
      paragraph.setStyle("Heading" + depth);
    }
    if (isList) {
      paragraph.setNumID(java.math.BigInteger.ONE);
    }
    XWPFRun run = paragraph.createRun();
    run.setBold(isBold);
    run.setText(text.replaceFirst("^(?:#+|-) ", "").replaceAll("^\\*\\*([^*]+)\\*\\*$", "$1"));
  }

  private static byte[] bytes(XWPFDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.write(out);
    return out.toByteArray();
  }

  static byte[] pdf(List<String> lines) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.beginText();
        content.setLeading(14);
        content.newLineAtOffset(50, 700);
        for (String line : lines) {
          content.showText(line);
          content.newLine();
        }
        content.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static Reading read(byte[] bytes) throws UnreadableProgramme {
    return Programmes.read("x", bytes, ZONE);
  }
}
