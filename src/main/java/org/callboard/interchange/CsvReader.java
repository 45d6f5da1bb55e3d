package org.callboard.interchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads CSV of any delimiter. */
final class CsvReader implements ProgrammeReader {
  static final String FORMAT = "csv";
  private static final int LOOK = 16_384;
  private static final Pattern MARKUP = Pattern.compile("^\\s*(?:<[!?a-zA-Z]|[{\\[]|BEGIN:|%PDF)");
  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  @Override
  public boolean recognises(Source source) throws UnreadableProgramme {
    String text = source.text();
    if (MARKUP.matcher(source.head()).lookingAt()) {
      return false;
    }
    String start = text.substring(0, Math.min(LOOK, text.length()));
    CsvDialect dialect = CsvDialect.of(start);
    return dialect.isEven()
        || (dialect.isTable() && TableReading.looksLike(new Table("", lenient(start, dialect))));
  }

  @Override
  public Reading read(Source source, ReadingOptions options) throws UnreadableProgramme {
    String text = source.text();
    CsvDialect dialect = CsvDialect.of(text.substring(0, Math.min(LOOK, text.length())));
    Table table = new Table("", rows(text, dialect));
    return new TableReading(FORMAT, List.of(table), source.name(), options).read();
  }

  private static List<Table.Row> lenient(String text, CsvDialect dialect) {
    try {
      return rows(text, dialect);
    } catch (UnreadableProgramme e) {
      return List.of();
    }
  }

  /** Quotes that are not closed as they should be count as letters. */
  private static List<Table.Row> rows(String text, CsvDialect dialect) throws UnreadableProgramme {
    String body = dialect.body(text);
    CsvSchema schema =
        CsvSchema.emptySchema().withColumnSeparator(dialect.delimiter()).withoutEscapeChar();
    try {
      return rows(body, schema, dialect.skipped());
    } catch (JsonProcessingException e) {
      return unquoted(body, schema.withoutQuoteChar(), dialect.skipped());
    }
  }

  private static List<Table.Row> unquoted(String body, CsvSchema schema, int skipped)
      throws UnreadableProgramme {
    try {
      return rows(body, schema, skipped);
    } catch (JsonProcessingException e) {
      throw new UnreadableProgramme(
          e.getLocation().getLineNr(), "this line is no CSV: check its quotes");
    }
  }

  private static List<Table.Row> rows(String body, CsvSchema schema, int skipped)
      throws JsonProcessingException, UnreadableProgramme {
    TableRows rows = new TableRows();
    ObjectReader reader = MAPPER.readerFor(String[].class).with(schema);
    try (MappingIterator<String[]> cells = reader.readValues(body)) {
      while (cells.hasNextValue()) {
        int line = cells.getCurrentLocation().getLineNr() + skipped;
        rows.add(line, Arrays.stream(cells.nextValue()).map(CsvReader::said).toList());
      }
      return rows.rows();
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String said(String cell) {
    return cell == null ? "" : CsvWriter.bare(cell);
  }
}
