package org.callboard.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.callboard.clock.Moment;
import org.callboard.interchange.Reading;
import org.callboard.programme.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: works out what to serve, and hands over to the server. */
@Command(
    name = "serve",
    description = "Serves the boards of a programme.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  static final String REHEARSE = "--rehearse";
  static final Duration REHEARSAL_LEAD = Duration.ofMinutes(5);
  static final double REHEARSAL_SPEED = 30;

  private final Map<String, String> env;
  private final Moment.Source clocks;

  @Spec private CommandSpec spec;
  @Mixin private ZoneOption zone;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings; default config/callboard.yaml.")
  private Path config;

  @Option(names = "--programme", paramLabel = "FILE", description = "The programme to serve.")
  private Path programme;

  @Option(names = "--port", paramLabel = "N", description = "Port, 0 for a free one.")
  private Integer port;

  @Option(names = "--host", paramLabel = "H", description = "Address to listen on.")
  private String host;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for the journal and the accounts; without it they end with the server.")
  private Path data;

  @Option(names = "--at", paramLabel = "INSTANT", description = "Starts a rehearsal at this time.")
  private String at;

  @Option(names = "--speed", paramLabel = "X", description = "Pace of the rehearsal; default 1.")
  private Double speed;

  @Option(
      names = REHEARSE,
      description = "Rehearses from 5 minutes before the first session, 30 times as fast.")
  private boolean rehearse;

  @Option(
      names = "--cluster",
      description = "Joins the other nodes of a cluster; see cluster in the settings.")
  private boolean cluster;

  ServeCommand(Map<String, String> env, Moment.Source clocks) {
    this.env = env;
    this.clocks = clocks;
  }

  @Override
  public Integer call() {
    requireUsable();
    Settings settings = overridden(SettingsFile.load(Optional.ofNullable(config), env));
    if (cluster) {
      requireSharedDatabase(settings);
    }
    new Server(clocks).run(settings, options(settings), spec.commandLine().getOut());
    return Main.OK;
  }

  ServeOptions options(Settings settings) {
    Optional<Path> file =
        Optional.ofNullable(programme).or(() -> settings.programme().map(Path::of));
    Reading reading =
        file.map(path -> Sources.file(path, zone.options(settings.timezone())))
            .orElseGet(() -> Sources.example(settings.timezone()));
    String source = file.map(Path::toString).orElse(Sources.EXAMPLE);
    return new ServeOptions(
        source,
        reading,
        file.isPresent(),
        rehearsal(settings, reading.programme()),
        Optional.ofNullable(env.get("CALLBOARD_PASSWORD")).filter(text -> !text.isEmpty()),
        cluster);
  }

  private Settings overridden(Settings settings) {
    return new Settings(
        Optional.ofNullable(host).orElse(settings.host()),
        Optional.ofNullable(port).orElse(settings.port()),
        settings.programme(),
        zone.given().or(settings::timezone),
        settings.language(),
        settings.maxConnectionsPerAddress(),
        settings.maxConnections(),
        Optional.ofNullable(at).or(settings::rehearsalAt),
        Optional.ofNullable(speed).orElse(settings.rehearsalSpeed()),
        Optional.ofNullable(data).map(Path::toString).or(settings::data),
        data == null ? settings.database() : Optional.empty(),
        settings.trustsProxy(),
        settings.publicUrl(),
        settings.cluster(),
        settings.watch());
  }

  private Optional<ServeOptions.Rehearsal> rehearsal(Settings settings, Programme programme) {
    ZoneId eventZone = programme.event().zone();
    Optional<Instant> asked =
        settings.rehearsalAt().map(text -> Instants.parse("rehearsal start", text, eventZone));
    if (asked.isPresent() || !rehearse) {
      return asked.map(start -> new ServeOptions.Rehearsal(start, settings.rehearsalSpeed()));
    }
    double pace = Optional.ofNullable(speed).orElse(REHEARSAL_SPEED);
    return programme
        .extent()
        .map(extent -> new ServeOptions.Rehearsal(extent.start().minus(REHEARSAL_LEAD), pace));
  }

  private void requireUsable() {
    Instants.requireReadable(spec.commandLine(), Optional.ofNullable(at));
    if (port != null && (port < 0 || port > Settings.HIGHEST_PORT)) {
      throw refused(
          "--port", String.valueOf(port), "a whole number from 0 to " + Settings.HIGHEST_PORT);
    }
    if (speed != null && !Settings.isSpeed(speed)) {
      throw refused("--speed", String.valueOf(speed), "a number above 0, at most 3600");
    }
    if (data != null && Files.exists(data) && !Files.isDirectory(data)) {
      throw refused("--data", data.toString(), "a folder");
    }
    if (host != null && host.isBlank()) {
      throw refused("--host", host, "a name or address such as 127.0.0.1 or 0.0.0.0");
    }
  }

  private void requireSharedDatabase(Settings settings) {
    if (settings.database().isEmpty()) {
      throw new BadInput(
          "serve --cluster: the nodes of a cluster share one PostgreSQL database, and "
              + (data == null ? "none is set" : "--data names a folder of this node alone")
              + "; set database in callboard.yaml or CALLBOARD_DATABASE to a URL such as"
              + " jdbc:postgresql://db.example/callboard?user=callboard&password=…");
    }
  }

  private ParameterException refused(String option, String value, String allowed) {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for option '" + option + "': '" + value + "'; allowed is " + allowed);
  }
}
