package org.callboard.app;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.callboard.interchange.ReadingOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of every command that reads a programme: what its bytes do not say of themselves. */
final class ZoneOption {

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      converter = Converter.class,
      description = "Time zone for a programme that names none, such as Europe/Brussels.")
  private ZoneId zone;

  @Option(
      names = "--local-times",
      description = "Offsets in the file are false (local times marked Z): reads them as local.")
  private boolean localTimes;

  @Option(
      names = "--columns",
      paramLabel = "FILE",
      description = "For tables: YAML or JSON that says which column is which, as title: HEADING.")
  private Path columns;

  /** What is said about a source, in the zone that was given or else configured. */
  ReadingOptions options(Map<String, String> env) {
    return options(orConfigured(env));
  }

  ReadingOptions options(Optional<ZoneId> inZone) {
    return new ReadingOptions(
        inZone, localTimes, Optional.ofNullable(columns).map(ColumnsFile::read).orElse(Map.of()));
  }

  Optional<ZoneId> given() {
    return Optional.ofNullable(zone);
  }

  /** What was given, else what the configuration says. */
  Optional<ZoneId> orConfigured(Map<String, String> env) {
    return given().or(() -> SettingsFile.load(Optional.empty(), env).timezone());
  }

  /** Reads an IANA name. */
  static final class Converter implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String value) {
      try {
        return ZoneId.of(value);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + value + "' is no time zone; write one like Europe/Brussels");
      }
    }
  }
}
