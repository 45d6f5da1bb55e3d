package org.callboard.interchange;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of PDF documents, sorted as it stands on the page, as programme text. */
final class PdfReader implements ProgrammeReader {
  static final String FORMAT = "pdf";
  static final int MOST_PAGES = 400;
  private static final long MOST_MEMORY = 128L * 1024 * 1024;

  @Override
  public boolean recognises(Source source) {
    return source.startsWith('%', 'P', 'D', 'F');
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    PdfStreams.requireBounds(source.bytes());
    String text = text(source);
    if (text.isBlank()) {
      throw new UnreadableProgramme(
          0,
          "this PDF holds pictures of pages and no text: export it from the program in which it was written, or have its text recognised (OCR)");
    }
    Reading reading = new ProgrammeText().read(text, options.zone());
    return new Reading(FORMAT, reading.programme(), reading.warnings());
  }

  private static String text(Source source) throws UnreadableProgramme {
    try (PDDocument document =
        Loader.loadPDF(
            source.bytes(),
            "",
            null,
            null,
            MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache)) {
      if (document.getNumberOfPages() > MOST_PAGES) {
        throw new UnreadableProgramme(
            0,
            "this PDF has "
                + document.getNumberOfPages()
                + " pages, the limit is "
                + MOST_PAGES
                + ": print the programme's pages into a file of their own");
      }
      return new Stripper().getText(document);
    } catch (InvalidPasswordException e) {
      throw new UnreadableProgramme(
          0, "this PDF is locked by a password: save it without one, and try again");
    } catch (TooMuch e) {
      throw new UnreadableProgramme(
          0, "this PDF draws far more than a programme: export the text alone");
    } catch (IOException | RuntimeException e) {
      throw new UnreadableProgramme(
          0, "this PDF is damaged or not of a usual kind: export it again, or copy its text");
    }
  }

  /** A document that goes on beyond all bounds. */
  private static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** The library's own, held to a bound of what it draws. */
  private static final class Stripper extends PDFTextStripper {
    private static final int MOST_OPERATORS = 4_000_000;
    private static final int MOST_LETTERS = 2_000_000;

    private int operators;
    private int letters;

    private Stripper() {
      setSortByPosition(true);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      if (operators++ > MOST_OPERATORS) {
        throw new TooMuch();
      }
      super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      if (letters++ < MOST_LETTERS) {
        super.processTextPosition(text);
      }
    }
  }
}
