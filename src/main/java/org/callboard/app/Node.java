package org.callboard.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.callboard.api.AccountAccess;
import org.callboard.api.Connections;
import org.callboard.api.Front;
import org.callboard.api.Operations;
import org.callboard.api.Presence;
import org.callboard.api.Readiness;
import org.callboard.api.WebVerticle;
import org.callboard.board.Boards;
import org.callboard.claims.Claims;
import org.callboard.desk.Desk;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Outcome;
import org.callboard.desk.Replica;
import org.callboard.desk.Snapshot;
import org.callboard.journal.WriteProbe;
import org.callboard.live.ClockVerticle;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Screens;
import org.callboard.live.Scripts;
import org.callboard.live.Traffic;
import org.callboard.metrics.Meters;
import org.callboard.outgoing.Courier;
import org.callboard.outgoing.Outbox;
import org.callboard.programme.Programme;
import org.callboard.watch.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running node: its Vert.x, its records, its desk, its clock and its web server. */
public final class Node {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final int EVENT_LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors());

  private final Vertx vertx;
  private final NodeSettings settings;
  private final String name = UUID.randomUUID().toString();
  private final WorkerExecutor journalWorker;
  private final Meters meters;
  private final Readiness readiness;
  private final List<WebVerticle> web = new CopyOnWriteArrayList<>();
  private Records records;
  private Desk desk;
  private Screens screens;
  private volatile Optional<Watcher> watcher = Optional.empty();

  private Node(NodeSettings settings) {
    this.settings = settings;
    this.vertx = Vertx.vertx();
    this.journalWorker = vertx.createSharedWorkerExecutor("callboard-journal", 1);
    this.meters = new Meters(settings.time()::moment);
    this.readiness = new Readiness(this::tryJournal, meters::nanos);
    Cues.register(vertx);
  }

  /**
   * Starts a node; the future is that of being ready, and a node that cannot be is closed behind
   * it.
   */
  public static Future<Node> start(NodeSettings settings) {
    Node node = new Node(settings);
    return node.journalWorker
        .executeBlocking(() -> Records.open(settings))
        .compose(node::begin)
        .map(ready -> node)
        .onFailure(failure -> node.stop());
  }

  private Future<?> begin(Records opened) {
    records = opened;
    screens = new Screens(settings.time(), records.replica().present().revision());
    desk =
        new Desk(
            vertx,
            journalWorker,
            meters.measured(records.journal()),
            records.replica(),
            settings.time(),
            this::show,
            meters::answered);
    Front front = front();
    return takeEdition()
        .compose(taken -> vertx.deployVerticle(() -> webVerticle(front), perLoop()))
        .compose(deployed -> vertx.deployVerticle(clockVerticle()))
        .compose(deployed -> vertx.deployVerticle(courier()))
        .compose(deployed -> watch());
  }

  private Future<?> watch() {
    watcher = settings.watch().map(watch -> new Watcher(watch, desk, claims(), this::wall));
    watcher.ifPresent(each -> meters.watching(() -> each.state().failures()));
    return watcher.isPresent() ? vertx.deployVerticle(watcher.get()) : Future.succeededFuture();
  }

  /** How the watched source is; nothing where none is. */
  private Optional<JsonObject> watched() {
    return watcher.map(each -> each.state().json());
  }

  private Claims claims() {
    return new Claims(records.database().source(), this::wall, name);
  }

  private Outbox outbox() {
    return new Outbox(records.database().source());
  }

  private Courier courier() {
    return new Courier(outbox(), claims(), records.replica(), this::wall, Courier.Pace.USUAL);
  }

  /** A programme that differs from the journal's edition is the next edition, if it may be. */
  private Future<?> takeEdition() {
    Programme current = records.replica().present().prefix().agenda().programme();
    Optional<Programme> next = settings.programme().filter(programme -> !programme.equals(current));
    if (next.isEmpty()) {
      return Future.succeededFuture();
    }
    return desk.publish(FirstEdition.later(next.get())).onSuccess(Node::report);
  }

  private static void report(Outcome outcome) {
    if (outcome instanceof Outcome.Planned planned) {
      LOG.info("The programme is a new edition: revision={}", planned.revision());
      planned.cautions().forEach(caution -> LOG.warn("{}", caution.message()));
    } else if (outcome instanceof Outcome.Refused refused) {
      LOG.warn("The programme was not taken, and the journal's is shown: {}", refused.reason());
    } else {
      LOG.warn("The programme was not taken, and the journal's is shown: {}", outcome);
    }
  }

  private void show(Snapshot before, Snapshot after) {
    Boards boards = after.boards();
    Cue.Changed changed =
        new Cue.Changed(
            after.revision(),
            boards.changedSince(before.boards()),
            boards.venueChangedSince(before.boards()));
    screens.published(before.revision(), after.revision(), changed.topics());
    Cues.publish(vertx, changed);
  }

  private Future<Void> tryJournal() {
    WriteProbe probe = new WriteProbe(records.database());
    return journalWorker.executeBlocking(
        () -> {
          probe.write();
          return null;
        });
  }

  private Front front() {
    Connections connections =
        new Connections(settings.maxConnectionsPerAddress(), settings.maxConnections());
    Traffic traffic = new Traffic();
    meters.watch(records.replica());
    meters.watch(traffic, connections::all);
    return new Front(
        new Scripts(records.replica()::boards, settings.time()),
        desk,
        screens,
        new AccountAccess(
            records.accounts(),
            records.tokens(),
            records.links(),
            records.guard(),
            settings.web().trustsProxy()),
        connections,
        new Presence(() -> settings.time().moment().nanos()),
        new Operations(meters, traffic, readiness),
        outbox(),
        this::watched);
  }

  private WebVerticle webVerticle(Front front) {
    WebVerticle verticle = new WebVerticle(settings.web(), front);
    web.add(verticle);
    return verticle;
  }

  private ClockVerticle clockVerticle() {
    Supplier<Boards> boards = records.replica()::boards;
    return new ClockVerticle(settings.time(), boards);
  }

  private static DeploymentOptions perLoop() {
    return new DeploymentOptions()
        .setThreadingModel(ThreadingModel.EVENT_LOOP)
        .setInstances(EVENT_LOOPS);
  }

  /** The port it listens on, also where the system picked it. */
  public int port() {
    return web.get(0).port();
  }

  /** The password of the first account, where it was made up at this start. */
  public Optional<String> firstPassword() {
    return records.firstPassword();
  }

  public Replica replica() {
    return records.replica();
  }

  /** What its web server answers, as {@code GET /api/event}. */
  public List<String> routes() {
    return web.get(0).routes();
  }

  /** Is not ready from now on, and goes on serving. */
  public void drain() {
    readiness.drain();
  }

  /** What its wall clock shows, by which sessions and links end. */
  Instant wall() {
    return settings.time().moment().wall();
  }

  /** Drains, tells every screen when to come back, then stops and closes its records. */
  public Future<Void> stop() {
    drain();
    return vertx.close().onComplete(closed -> close());
  }

  private void close() {
    if (records != null) {
      records.close();
    }
  }
}
