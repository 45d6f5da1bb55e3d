package org.callboard.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.callboard.interchange.Reading;
import org.callboard.pages.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: reads a programme and says what was found and what to look at. */
@Command(
    name = "check",
    description = "Reads a programme and reports counts and warnings.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> env;

  @Spec private CommandSpec spec;
  @Mixin private ZoneOption zone;

  @Parameters(paramLabel = "FILE", description = "The programme.")
  private Path file;

  @Option(names = "--json", description = "Reports as JSON.")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "PAGE",
      description = "Writes the report as a page to a file as well.")
  private Path html;

  CheckCommand(Map<String, String> env) {
    this.env = env;
  }

  @Override
  public Integer call() {
    Reading reading = Sources.file(file, zone.options(env));
    CheckReport report = CheckReport.of(reading, Sources.textOf(file));
    if (html != null) {
      Targets.write(html, new Pages().check(report.page(file.getFileName().toString())));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(report.json().encodePrettily());
    } else {
      report.lines(file.toString()).forEach(out::println);
    }
    return Main.OK;
  }
}
