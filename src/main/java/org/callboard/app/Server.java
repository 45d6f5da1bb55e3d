package org.callboard.app;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.WebSettings;
import org.callboard.clock.EventClock;
import org.callboard.clock.EventTime;
import org.callboard.clock.Moment;
import org.callboard.cluster.UnusableCluster;
import org.callboard.interchange.Warning;
import org.callboard.live.SelfTest;
import org.callboard.store.UnusableDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: a node for as long as the process lives, drained when it is told to end. */
final class Server {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  static final Moment.Source SYSTEM = () -> new Moment(Instant.now(), System.nanoTime());
  private static final long START_SECONDS = 60;
  private static final long DRAIN_SECONDS = 10;

  private final Moment.Source clocks;

  /** One that takes time from these clocks. */
  Server(Moment.Source clocks) {
    this.clocks = clocks;
  }

  /** Starts, says so on {@code out}, and returns; the node's own threads keep the process alive. */
  void run(Settings settings, ServeOptions options, PrintWriter out) {
    options.reading().warnings().forEach(warning -> log(options.source(), warning));
    DataPlace place = DataPlace.of(settings);
    Node node = started(Node.start(nodeSettings(settings, options, place)), settings, place);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> drain(node, place), "drain"));
    announce("http://" + settings.host() + ":" + node.port(), node, place, out);
  }

  private NodeSettings nodeSettings(Settings settings, ServeOptions options, DataPlace place) {
    // The example is for a journal that has nothing else to show.
    boolean isOffered = options.isNamed() || place.isNew();
    return new NodeSettings(
        isOffered ? Optional.of(options.reading().programme()) : Optional.empty(),
        place.url(),
        options.password(),
        new EventTime(clock(options), clocks),
        new WebSettings(
            settings.host(),
            settings.port(),
            settings.language(),
            build(),
            settings.trustsProxy(),
            settings.publicUrl()),
        settings.maxConnectionsPerAddress(),
        settings.maxConnections(),
        options.isClustered() ? Optional.of(settings.cluster().settings()) : Optional.empty(),
        settings.watch(),
        SelfTest.SOON);
  }

  private EventClock clock(ServeOptions options) {
    return options
        .rehearsal()
        .map(rehearsal -> EventClock.rehearsal(rehearsal.at(), rehearsal.speed(), clocks.now()))
        .orElseGet(EventClock::real);
  }

  private static void announce(String url, Node node, DataPlace place, PrintWriter out) {
    out.println("callboard ready " + url);
    out.println("  lobby      " + url + "/");
    node.replica().boards().rooms().stream()
        .limit(1)
        .forEach(room -> out.println("  a door     " + url + "/rooms/" + room.roomId()));
    out.println("  phone      " + url + "/programme");
    out.println("  console    " + url + "/console");
    node.firstPassword()
        .ifPresent(
            password ->
                out.println("  account    organiser, password " + password + " (shown only now)"));
    if (place.isTemporary()) {
      out.println("  changes are kept until the server ends; --data DIR keeps them for good");
    }
    out.flush();
  }

  private static Node started(Future<Node> starting, Settings settings, DataPlace place) {
    try {
      return starting
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      place.discard();
      throw new BadInput(reason(failed.getCause(), settings));
    } catch (InterruptedException | TimeoutException failed) {
      place.discard();
      throw new BadInput("serve: the server did not start within " + START_SECONDS + " s");
    }
  }

  private static String reason(Throwable failure, Settings settings) {
    String where = settings.host() + ":" + settings.port();
    if (failure instanceof UnusableDatabase
        || failure instanceof UnusableCluster
        || failure instanceof BadInput) {
      return "serve: " + failure.getMessage();
    }
    return failure instanceof BindException
        ? "serve: "
            + where
            + " cannot be listened on ("
            + failure.getMessage()
            + "); end the program that uses it, or choose another --port or --host"
        : "serve: the server did not start on " + where + ": " + failure.getMessage();
  }

  /** A drained end is a good end, so the process says 0 and not that a signal killed it. */
  private static void drain(Node node, DataPlace place) {
    try {
      node.stop().toCompletionStage().toCompletableFuture().get(DRAIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException hurried) {
      LOG.warn("The server ended before it was drained", hurried);
    }
    place.discard();
    Runtime.getRuntime().halt(Main.OK);
  }

  private static void log(String source, Warning warning) {
    LOG.info("{}:{}: {}: {}", source, warning.line(), warning.code(), warning.message());
  }

  private static String build() {
    return new Main.Version().getVersion()[0];
  }
}
