package org.callboard.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads ODS workbooks. */
final class OdsReader implements ProgrammeReader {
  static final String FORMAT = "ods";
  private static final String TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String CONTENT = "content.xml";

  @Override
  public boolean recognises(Source source) {
    return ZipFolder.mentions(source, TYPE) && ZipFolder.mentions(source, CONTENT);
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    ZipFolder zip = ZipFolder.of(source.bytes());
    return new TableReading(FORMAT, tables(zip), source.name(), options).read();
  }

  private static List<Table> tables(ZipFolder zip) throws UnreadableProgramme {
    try (InputStream in = zip.open(CONTENT).orElseThrow(IOException::new)) {
      return OdsSheets.of(OfficeXml.open(in));
    } catch (IOException | XMLStreamException e) {
      throw new UnreadableProgramme(
          0,
          "this workbook is damaged or locked by a password: save it again, or export the sheet as CSV");
    }
  }
}
