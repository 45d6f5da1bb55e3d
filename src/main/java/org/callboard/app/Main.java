package org.callboard.app;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.callboard.clock.Moment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: one command line, where every failure is one line and an exit code. */
@Command(
    name = "callboard",
    description = "Live boards for an event day. Without a command it rehearses the example event.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  static final int OK = 0;
  static final int FAILED = 1;
  static final int BAD_USAGE = 2;

  private Main() {}

  /** Boards are drawn in memory, so that no window system is ever asked for. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    int code = run(args, writer(System.out), writer(System.err), System.getenv());
    if (code != OK) {
      System.exit(code);
    }
  }

  /** Runs one command and gives its exit code; nothing but these arguments is consulted. */
  static int run(String[] args, PrintWriter out, PrintWriter err, Map<String, String> env) {
    return run(args, out, err, env, Server.SYSTEM);
  }

  /** The same by other clocks. */
  static int run(
      String[] args,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> env,
      Moment.Source clocks) {
    int code =
        commands(env, clocks).setOut(out).setErr(err).execute(args.length == 0 ? example() : args);
    out.flush();
    err.flush();
    return code;
  }

  private static CommandLine commands(Map<String, String> env, Moment.Source clocks) {
    return new CommandLine(new Main())
        .addSubcommand(new ServeCommand(env, clocks))
        .addSubcommand(new CheckCommand(env))
        .addSubcommand(new BoardCommand(env))
        .addSubcommand(new ConvertCommand(env))
        .addSubcommand(new JournalCommand())
        .setParameterExceptionHandler((failure, args) -> badUsage(failure))
        .setExecutionExceptionHandler((failure, line, parsed) -> failed(failure, line, parsed));
  }

  private static String[] example() {
    return new String[] {"serve", ServeCommand.REHEARSE};
  }

  private static int badUsage(ParameterException failure) {
    failure.getCommandLine().getErr().println(oneLine(failure.getMessage()) + " (see --help)");
    return BAD_USAGE;
  }

  private static int failed(Exception failure, CommandLine line, ParseResult parsed) {
    if (failure instanceof BadInput input) {
      line.getErr().println(oneLine(input.getMessage()));
    } else {
      line.getErr()
          .println(
              "callboard: this went wrong inside, please report it: "
                  + oneLine(failure.toString()));
    }
    return FAILED;
  }

  private static String oneLine(String message) {
    return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"callboard " + (version == null ? "development" : version)};
    }
  }
}
