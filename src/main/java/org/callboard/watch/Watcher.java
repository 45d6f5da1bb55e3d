package org.callboard.watch;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.change.Change;
import org.callboard.change.Effect;
import org.callboard.change.Offer;
import org.callboard.claims.Claims;
import org.callboard.desk.Desk;
import org.callboard.desk.FirstEdition;
import org.callboard.desk.Outcome;
import org.callboard.desk.Prefix;
import org.callboard.desk.Proposal;
import org.callboard.interchange.Programmes;
import org.callboard.interchange.Reading;
import org.callboard.interchange.ReadingOptions;
import org.callboard.interchange.UnreadableProgramme;
import org.callboard.programme.Event;
import org.callboard.programme.Programme;
import org.callboard.wire.ChangeRequest;
import org.callboard.wire.ImportJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the watched source now and then, where this node has claimed to; a new edition there is
 * offered to organisers, or imported. What fails leaves the day as it is, and is said. Its state is
 * owned by its event loop; its {@link WatchState} may be read by any thread.
 *
 * <p>A node that dies is followed by another within half a minute, however seldom is looked. What
 * both have read is one entry, since the second finds in the journal that nothing would change.
 */
public final class Watcher extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
  private static final String CLAIM = "watch";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Renewed every few seconds, also while a source is slow. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final long LONGEST_BEAT_MILLIS = 5_000;
  private static final int MOST_WARNINGS = 100;

  private final WatchSettings settings;
  private final Desk desk;
  private final Claims claims;
  private final InstantSource clock;
  private WorkerExecutor worker;
  private Source source;
  private String digest = "";
  private long beat;
  private boolean isRenewing;
  private boolean isDue = true;
  private boolean isStopped;
  private volatile WatchState state;

  public Watcher(WatchSettings settings, Desk desk, Claims claims, InstantSource clock) {
    this.settings = settings;
    this.desk = desk;
    this.claims = claims;
    this.clock = clock;
    this.state = WatchState.idle(settings.shown());
  }

  public WatchState state() {
    return state;
  }

  @Override
  public Future<?> start() {
    worker = vertx.createSharedWorkerExecutor("callboard-watch", 1);
    source =
        settings.isWeb()
            ? new WebSource(vertx, settings.source(), PATIENCE)
            : new FileSource(vertx, settings.source());
    beat = vertx.setPeriodic(Math.min(LONGEST_BEAT_MILLIS, everyMillis()), beat -> renew());
    renew();
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    isStopped = true;
    vertx.cancelTimer(beat);
    return Future.succeededFuture();
  }

  private long everyMillis() {
    return settings.every().toMillis();
  }

  /** Renews the claim, or takes it where nobody holds it any more. */
  private void renew() {
    if (isStopped || isRenewing) {
      return;
    }
    isRenewing = true;
    Future<Boolean> asked = worker.executeBlocking(() -> claims.hold(CLAIM, LEASE));
    asked.onComplete(
        answer -> {
          isRenewing = false;
          if (isDue && !isStopped && (answer.failed() || answer.result())) {
            look(asked);
          }
        });
  }

  /** Who could not even ask whether it may look has failed to. */
  private void look(Future<Boolean> asked) {
    isDue = false;
    asked.compose(ours -> read()).onFailure(this::troubled).onComplete(done -> aim());
  }

  private void aim() {
    vertx.setTimer(
        everyMillis(),
        due -> {
          isDue = true;
          renew();
        });
  }

  private Future<Void> read() {
    return source
        .read()
        .compose(bytes -> bytes.isPresent() ? take(bytes.get()) : Future.succeededFuture())
        .onSuccess(done -> state = state.well(clock.instant()));
  }

  private void troubled(Throwable failure) {
    String why = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ");
    if (state.isWell()) {
      LOG.warn("The watched source is not well: source={} reason={}", settings.shown(), why);
    }
    source.forget();
    state = state.troubled(clock.instant(), why);
  }

  /** The same bytes again, whatever the server says of them, make nothing. */
  private Future<Void> take(Buffer bytes) {
    byte[] content = bytes.getBytes();
    return worker
        .executeBlocking(() -> read(content))
        .compose(edition -> edition.isPresent() ? make(edition.get()) : Future.succeededFuture());
  }

  /** An edition that was read. */
  private record Edition(String digest, Reading reading, Programme programme) {}

  private Optional<Edition> read(byte[] content) throws UnreadableProgramme {
    String found = ImportJson.digest(content);
    if (found.equals(digest)) {
      return Optional.empty();
    }
    Prefix prefix = desk.replica().present().prefix();
    Event event = prefix.agenda().programme().event();
    ReadingOptions options =
        new ReadingOptions(
            settings.zone().or(() -> Optional.of(event.zone())), settings.localTimes(), Map.of());
    Reading reading = Programmes.read(settings.source(), content, options);
    Programme programme = ImportJson.named(reading.programme(), event);
    digest = found;
    boolean isKnown = isKnown(prefix, programme);
    return isKnown ? Optional.empty() : Optional.of(new Edition(found, reading, programme));
  }

  /** Whether it was the last that came, so that what an organiser declined is not offered again. */
  private static boolean isKnown(Prefix prefix, Programme programme) {
    for (int i = prefix.entries().size() - 1; i >= 0; i--) {
      for (Effect effect : prefix.entries().get(i).effects()) {
        if (effect instanceof Effect.Offered offered && offered.to().isPresent()) {
          return offered.to().get().programme().equals(programme);
        }
      }
    }
    return prefix.agenda().programme().equals(programme);
  }

  private Future<Void> make(Edition edition) {
    return settings.isTaken() ? publish(edition) : offer(edition);
  }

  private Future<Void> publish(Edition edition) {
    Change change = new Change.Import(edition.programme(), false);
    return desk.publish(proposal("import", change, edition))
        .compose(
            outcome ->
                outcome instanceof Outcome.Refused refused && !isNothing(refused)
                    ? offer(edition)
                    : settled(outcome));
  }

  /** One that may not come by itself waits for an organiser, who sees why. */
  private Future<Void> offer(Edition edition) {
    List<String> warnings =
        edition.reading().warnings().stream()
            .limit(MOST_WARNINGS)
            .map(each -> (each.line() > 0 ? each.line() + ": " : "") + each.message())
            .toList();
    Offer offer = new Offer(settings.shown(), edition.programme(), warnings);
    Change take = new Change.Import(edition.programme(), true);
    if (desk.preview(proposal("import", take, edition)) instanceof Outcome.Refused) {
      return withdraw(edition); // it is what holds already
    }
    Change change = new Change.Propose(Optional.of(offer));
    return desk.publish(proposal("propose", change, edition)).compose(this::settled);
  }

  /** What was offered is out of date when the source is as the day again. */
  private Future<Void> withdraw(Edition edition) {
    if (desk.replica().present().prefix().agenda().offer().isEmpty()) {
      return Future.succeededFuture();
    }
    Change change = new Change.Propose(Optional.empty());
    return desk.publish(proposal("propose", change, edition)).compose(this::settled);
  }

  private static boolean isNothing(Outcome.Refused refused) {
    return refused.reason().contains("nothing would change");
  }

  /** What was not saved is tried again at the next look. */
  private Future<Void> settled(Outcome outcome) {
    if (outcome instanceof Outcome.NotSaved notSaved) {
      digest = "";
      return Future.failedFuture(notSaved.reason());
    }
    return Future.succeededFuture();
  }

  private Proposal proposal(String type, Change change, Edition edition) {
    JsonObject text =
        new JsonObject()
            .put("type", type)
            .put("source", settings.shown())
            .put("format", edition.reading().format())
            .put("sha256", edition.digest());
    return new Proposal(
        FirstEdition.AUTHOR,
        "",
        new ChangeRequest(change, type, text.encode(), "", false, Optional.empty()));
  }
}
