package org.callboard.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
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
import org.callboard.api.ClusterState;
import org.callboard.api.Connections;
import org.callboard.api.Front;
import org.callboard.api.Operations;
import org.callboard.api.Presence;
import org.callboard.api.Readiness;
import org.callboard.api.WebVerticle;
import org.callboard.board.Boards;
import org.callboard.claims.Claims;
import org.callboard.claims.ClaimsUnavailable;
import org.callboard.cluster.Membership;
import org.callboard.cluster.Neighbourhood;
import org.callboard.desk.Desk;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Outcome;
import org.callboard.desk.Replica;
import org.callboard.desk.Snapshot;
import org.callboard.journal.WriteProbe;
import org.callboard.live.ClockAlarm;
import org.callboard.live.ClockCheck;
import org.callboard.live.ClockVerticle;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Neighbours;
import org.callboard.live.PaintTimes;
import org.callboard.live.Screens;
import org.callboard.live.Scripts;
import org.callboard.live.SelfTest;
import org.callboard.live.SelfTestResult;
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

  /**
   * So long a node that others can stand in for goes on, so that load balancers hear of its end.
   */
  private static final long NOTICE_MILLIS = 2_000;

  private static final int EVENT_LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors());

  private final Vertx vertx;
  private final Optional<Membership> membership;
  private final NodeSettings settings;
  private final String name = UUID.randomUUID().toString();
  private final WorkerExecutor journalWorker;
  private final Meters meters;
  private final Readiness readiness;
  private final List<WebVerticle> web = new CopyOnWriteArrayList<>();
  private Records records;
  private Desk desk;
  private Screens screens;
  private Optional<Neighbourhood> neighbourhood = Optional.empty();
  private PaintTimes paintTimes;
  private SelfTest selfTest;
  private volatile SelfTestResult tested = SelfTestResult.NONE;
  private volatile Optional<Watcher> watcher = Optional.empty();

  private Node(NodeSettings settings, Vertx vertx, Optional<Membership> membership) {
    this.settings = settings;
    this.vertx = vertx;
    this.membership = membership;
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
    return settings
        .cluster()
        .map(
            cluster ->
                Membership.join(cluster)
                    .map(joined -> new Node(settings, joined.vertx(), Optional.of(joined))))
        .orElseGet(
            () -> Future.succeededFuture(new Node(settings, Vertx.vertx(), Optional.empty())))
        .compose(node -> open(node, settings));
  }

  private static Future<Node> open(Node node, NodeSettings settings) {
    return node.journalWorker
        .executeBlocking(() -> Records.open(settings))
        .compose(node::begin)
        .map(ready -> node)
        .onFailure(failure -> node.stop());
  }

  private Future<?> begin(Records opened) {
    records = opened;
    long found = records.replica().present().revision();
    screens =
        new Screens(
            settings.time(),
            found,
            membership.map(joined -> "-" + joined.node().substring(0, 4)).orElse(""));
    paintTimes = new PaintTimes(settings.time()::moment, found, meters::painted);
    desk =
        new Desk(
            vertx,
            journalWorker,
            meters.measured(records.journal()),
            records.replica(),
            settings.time(),
            this::show,
            meters::answered);
    neighbourhood =
        membership.map(
            joined ->
                new Neighbourhood(
                    joined, records.journal().id(), desk, screens, settings.time()::moment));
    Front front = front();
    mindClocks(new ClockCheck(settings.time(), neighbours()));
    return takeEdition()
        .compose(taken -> vertx.deployVerticle(() -> webVerticle(front), perLoop()))
        .compose(deployed -> vertx.deployVerticle(clockVerticle()))
        .compose(deployed -> meetNeighbours())
        .compose(deployed -> vertx.deployVerticle(selfTest(front)))
        .compose(deployed -> vertx.deployVerticle(courier()))
        .compose(deployed -> watch());
  }

  private Neighbours neighbours() {
    return neighbourhood.map(Neighbourhood::neighbours).orElse(Neighbours.NONE);
  }

  private void mindClocks(ClockCheck clocks) {
    desk.mind(clocks::verdict);
    readiness.among(
        new ClusterState(neighbours(), desk::standing, clocks, settings.time()::moment));
    meters.watch(neighbours(), desk::standing, clocks);
    ClockAlarm.watch(vertx, clocks);
  }

  private Future<?> meetNeighbours() {
    return neighbourhood.isPresent()
        ? vertx.deployVerticle(neighbourhood.get())
        : Future.succeededFuture();
  }

  private SelfTest selfTest(Front front) {
    selfTest =
        new SelfTest(
            front.scripts(),
            settings.time()::moment,
            settings.web().host(),
            port(),
            settings.selfTest(),
            this::tested);
    return selfTest;
  }

  private void tested(SelfTestResult result) {
    tested = result;
    meters.selfTested(result);
  }

  /** Tests the way to a virtual screen now. */
  Future<SelfTestResult> testItself() {
    return selfTest.run();
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
    return new Claims(records.database(), this::wall, name);
  }

  private Outbox outbox() {
    return new Outbox(records.database(), this::wall);
  }

  private Courier courier() {
    return new Courier(
        outbox(), claims(), records.replica(), Courier.Pace.USUAL, settings.time()::moment);
  }

  /**
   * A programme that differs from the journal's edition is the next edition, if it may be; where a
   * source is watched, that alone says what the next one is.
   */
  private Future<?> takeEdition() {
    Programme current = records.replica().present().prefix().agenda().programme();
    Optional<Programme> next = settings.programme().filter(programme -> !programme.equals(current));
    if (next.isEmpty() || settings.watch().isPresent()) {
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
    paintTimes.published(before.revision(), after.revision(), changed.topics());
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
            settings.web().trustsProxy(),
            settings.time()::moment),
        records.pairings(),
        connections,
        presence(),
        new Operations(meters, traffic, paintTimes, readiness, () -> tested),
        outbox(),
        this::watched);
  }

  private Presence presence() {
    Presence presence = new Presence(() -> settings.time().moment().nanos());
    neighbourhood.ifPresent(
        joined -> joined.share("presence", presence::whenNoted, presence::heard));
    return presence;
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

  /** What its wall clock shows. */
  Instant wall() {
    return settings.time().moment().wall();
  }

  /** Drains, tells every screen when to come back, then stops and closes its records. */
  public Future<Void> stop() {
    drain();
    return notice().compose(told -> vertx.close()).onComplete(closed -> close());
  }

  /** It belongs to no event loop, since those end before whoever waits for it is told. */
  private Future<Void> notice() {
    Promise<Void> given = Promise.promise();
    if (readiness.hasOthers()) {
      vertx.setTimer(NOTICE_MILLIS, over -> given.complete());
    } else {
      given.complete();
    }
    return given.future();
  }

  private void close() {
    if (records != null) {
      letGo();
      records.close();
    }
  }

  /** Others need not wait for what this node has claimed; without a database it runs out. */
  private void letGo() {
    try {
      claims().release();
    } catch (ClaimsUnavailable gone) {
      LOG.info("What this node has claimed runs out by itself: {}", gone.getMessage());
    }
  }
}
