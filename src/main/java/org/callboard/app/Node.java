package org.callboard.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.callboard.api.AccountAccess;
import org.callboard.api.Connections;
import org.callboard.api.Front;
import org.callboard.api.Presence;
import org.callboard.api.WebVerticle;
import org.callboard.board.Boards;
import org.callboard.desk.Desk;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Outcome;
import org.callboard.desk.Replica;
import org.callboard.desk.Snapshot;
import org.callboard.live.Audience;
import org.callboard.live.ClockVerticle;
import org.callboard.live.Cue;
import org.callboard.live.Cues;
import org.callboard.live.Scripts;
import org.callboard.programme.Programme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running node: its Vert.x, its records, its desk, its clock and its web server. */
public final class Node {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);
  private static final int EVENT_LOOPS = Math.max(1, Runtime.getRuntime().availableProcessors());

  private final Vertx vertx;
  private final NodeSettings settings;
  private final WorkerExecutor journalWorker;
  private final List<WebVerticle> web = new CopyOnWriteArrayList<>();
  private Records records;
  private Desk desk;

  private Node(NodeSettings settings) {
    this.settings = settings;
    this.vertx = Vertx.vertx();
    this.journalWorker = vertx.createSharedWorkerExecutor("callboard-journal", 1);
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
    desk =
        new Desk(
            vertx,
            journalWorker,
            records.journal(),
            records.replica(),
            settings.time(),
            this::show);
    Front front = front();
    return takeEdition()
        .compose(taken -> vertx.deployVerticle(() -> webVerticle(front), perLoop()))
        .compose(deployed -> vertx.deployVerticle(clockVerticle()));
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
    Cues.publish(
        vertx,
        new Cue.Changed(
            after.revision(),
            boards.changedSince(before.boards()),
            boards.venueChangedSince(before.boards())));
  }

  private Front front() {
    return new Front(
        new Scripts(records.replica()::boards, settings.time()),
        desk,
        new Audience(),
        new AccountAccess(
            records.accounts(), records.tokens(), records.guard(), settings.web().trustsProxy()),
        new Connections(settings.maxConnectionsPerAddress(), settings.maxConnections()),
        new Presence(() -> settings.time().moment().nanos()));
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

  /** Tells every screen when to come back, then stops and closes its records. */
  public Future<Void> stop() {
    return vertx.close().onComplete(closed -> close());
  }

  private void close() {
    if (records != null) {
      records.close();
    }
  }
}
