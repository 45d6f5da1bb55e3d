package org.callboard.app;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.callboard.interchange.Programmes;
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
      description = "yaml or json; without it, the ending of OUT decides.")
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
    String text = Programmes.write(reading.programme(), format);
    if (out.equals(STDOUT)) {
      spec.commandLine().getOut().print(text);
    } else {
      write(Path.of(out), text);
    }
    return Main.OK;
  }

  private String format() {
    String word = Optional.ofNullable(to).orElse(ending()).toLowerCase(Locale.ROOT);
    String format = word.equals("yml") ? "yaml" : word;
    if (!Programmes.WRITTEN.contains(format)) {
      throw new ParameterException(
          spec.commandLine(),
          "this build writes "
              + String.join(" and ", Programmes.WRITTEN)
              + ", not '"
              + format
              + "'; say --to "
              + Programmes.WRITTEN.get(0));
    }
    return format;
  }

  private String ending() {
    return out.substring(out.lastIndexOf('.') + 1);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
  }

  /** A reader of the target sees the old file or the new one, never half of it. */
  private static void write(Path target, String text) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      Path half = Files.createTempFile(folder, ".callboard", ".part");
      try {
        Files.writeString(half, text);
        move(half, target);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException e) {
      throw new BadInput(target + ": it cannot be written, check the folder: " + e);
    }
  }

  private static void move(Path half, Path target) throws IOException {
    try {
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
