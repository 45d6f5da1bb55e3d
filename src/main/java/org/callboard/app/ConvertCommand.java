package org.callboard.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.callboard.feeds.Calendars;
import org.callboard.interchange.Programmes;
import org.callboard.pages.Pages;
import org.callboard.programme.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: reads a programme and writes it in another format. */
@Command(
    name = "convert",
    description = "Writes a programme in another format.",
    mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
  private static final String STDOUT = "-";
  private static final String CALENDAR = "ics";
  private static final List<String> WRITTEN =
      Stream.concat(Programmes.WRITTEN.stream(), Stream.of(CALENDAR)).toList();
  private static final Map<String, String> OTHER_WORDS =
      Map.of("yml", "yaml", "xml", "schedule.xml", "ical", CALENDAR, "icalendar", CALENDAR);

  private final Map<String, String> env;

  @Spec private CommandSpec spec;
  @Mixin private ZoneOption zone;

  @Parameters(index = "0", paramLabel = "IN", description = "The programme to read.")
  private Path in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to write, - for standard output.")
  private String out;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description =
          "yaml, json, schedule.xml, schedule.json, schedule2.json, ics or csv; without it, the"
              + " ending of OUT decides.")
  private String to;

  ConvertCommand(Map<String, String> env) {
    this.env = env;
  }

  @Override
  public Integer call() {
    String format = format();
    if (!out.equals(STDOUT) && isSame(in, Path.of(out))) {
      throw new ParameterException(
          spec.commandLine(), "OUT is the same file as IN: '" + out + "'; name another file");
    }
    var reading = Sources.file(in, zone.options(env));
    String text = written(reading.programme(), format);
    if (out.equals(STDOUT)) {
      spec.commandLine().getOut().print(text);
    } else {
      Targets.write(Path.of(out), text);
    }
    return Main.OK;
  }

  private static String written(Programme programme, String format) {
    if (!format.equals(CALENDAR)) {
      return Programmes.write(programme, format);
    }
    Pages pages = new Pages();
    return Calendars.ofPlan(
        programme, Instant.now(), (key, values) -> pages.say("en", key, values));
  }

  private String format() {
    String word = Optional.ofNullable(to).orElseGet(this::ending).toLowerCase(Locale.ROOT);
    String format = OTHER_WORDS.getOrDefault(word, word);
    if (!WRITTEN.contains(format)) {
      throw new ParameterException(
          spec.commandLine(),
          "this build writes "
              + String.join(", ", WRITTEN)
              + ", not '"
              + format
              + "'; say --to "
              + WRITTEN.get(0));
    }
    return format;
  }

  /** The format that OUT is named after, such as {@code schedule.json}; else its ending. */
  private String ending() {
    String name = out.toLowerCase(Locale.ROOT);
    return WRITTEN.stream()
        .filter(format -> format.contains(".") && name.endsWith(format))
        .findFirst()
        .orElse(out.substring(out.lastIndexOf('.') + 1));
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }
}
