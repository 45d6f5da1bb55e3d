package org.callboard.interchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.programme.Programme;

/** The one way in and out for programmes: finds the format by content, and bounds what is read. */
public final class Programmes {
  /** The largest source that is read, as people are told. */
  public static final int LARGEST_MEGABYTES = 64;

  public static final int LARGEST_BYTES = LARGEST_MEGABYTES * 1024 * 1024;

  /** Where a session is that no room is known for, as its source and every export write it. */
  public static final String ROOM_UNKNOWN = "Room to be announced";

  /** The formats that {@link #write} knows. */
  public static final List<String> WRITTEN =
      List.of(
          NativeReader.YAML,
          NativeReader.JSON,
          "schedule.xml",
          "schedule.json",
          "schedule2.json",
          "csv");

  static final String READ =
      String.join(
          ", ",
          "programme text",
          "native YAML and JSON",
          "schedule.xml",
          "schedule.json",
          "iCalendar",
          "tables (CSV, XLSX, ODS)",
          "programme text in DOCX and PDF",
          "other XML and JSON whose sessions have a title and a start",
          "web pages with JSON-LD");

  private static final List<ProgrammeReader> READERS =
      List.of(
          new XlsxReader(),
          new OdsReader(),
          new DocxReader(),
          new PdfReader(),
          new XmlReader(),
          new HtmlReader(),
          new ICalendarReader(),
          NativeReader.json(),
          new JsonReader(),
          NativeReader.yaml(),
          new CsvReader(),
          new ProgrammeText());

  private Programmes() {}

  /** Reads a file of any known format. */
  public static Reading read(Path file, Optional<ZoneId> zone)
      throws UnreadableProgramme, IOException {
    return read(file, ReadingOptions.inZone(zone));
  }

  /** Reads a file of any known format. */
  public static Reading read(Path file, ReadingOptions options)
      throws UnreadableProgramme, IOException {
    if (Files.notExists(file)) {
      throw new UnreadableProgramme(0, "there is no such file; check the path");
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableProgramme(0, "this is a folder; name the programme's file in it");
    }
    requireSize(Files.size(file));
    return read(file.toString(), bounded(file), options);
  }

  /** Reads bytes of any known format; the name is used in no decision, only content is. */
  public static Reading read(String name, byte[] bytes, Optional<ZoneId> zone)
      throws UnreadableProgramme {
    return read(name, bytes, ReadingOptions.inZone(zone));
  }

  /** Reads bytes of any known format; the name is used in no decision, only content is. */
  public static Reading read(String name, byte[] bytes, ReadingOptions options)
      throws UnreadableProgramme {
    requireSize(bytes.length);
    Source source = new Source(name, bytes);
    if (source.head().isEmpty() && source.text().isBlank()) {
      throw new UnreadableProgramme(0, "the file is empty; read are " + READ);
    }
    Reading reading = reader(source).read(source, options);
    List<Warning> warnings = new ArrayList<>(source.warnings());
    warnings.addAll(reading.warnings());
    return new Reading(reading.format(), reading.programme(), warnings);
  }

  /** The programme in one of the formats {@link #WRITTEN}. */
  public static String write(Programme programme, String format) {
    return write(Outgoing.plan(programme), format);
  }

  /** A programme with how it stands, as far as one of the formats {@link #WRITTEN} holds that. */
  public static String write(Outgoing outgoing, String format) {
    return switch (format) {
      case NativeReader.YAML -> NativeWriter.yaml(outgoing.programme()).write(outgoing);
      case NativeReader.JSON -> NativeWriter.json().write(outgoing);
      case "schedule.xml" -> ScheduleXmlWriter.write(outgoing);
      case "schedule.json" -> ScheduleJsonWriter.write(outgoing);
      case "schedule2.json" -> Schedule2Writer.write(outgoing);
      case "csv" -> CsvWriter.write(outgoing);
      default -> throw new IllegalArgumentException("No such format to write: format=" + format);
    };
  }

  private static ProgrammeReader reader(Source source) throws UnreadableProgramme {
    for (ProgrammeReader reader : READERS) {
      if (reader.recognises(source)) {
        return reader;
      }
    }
    throw unknown(Likeness.ofText(source.text()));
  }

  private static UnreadableProgramme unknown(String likeness) {
    return new UnreadableProgramme(1, "this looks like " + likeness + "; read are " + READ);
  }

  /** A pipe or a growing file has no size that can be trusted. */
  private static byte[] bounded(Path file) throws IOException, UnreadableProgramme {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      requireSize(bytes.length);
      return bytes;
    }
  }

  private static void requireSize(long bytes) throws UnreadableProgramme {
    if (bytes > LARGEST_BYTES) {
      long megabytes = Math.max((bytes + 500_000) / 1_000_000, LARGEST_BYTES / 1_000_000 + 1);
      throw new UnreadableProgramme(
          0,
          "the file is "
              + megabytes
              + " MB, the limit is "
              + LARGEST_MEGABYTES
              + " MB: leave out what is no programme");
    }
  }
}
