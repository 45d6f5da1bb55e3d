package org.callboard.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.wire.Messages;

/**
 * The live channel of one event loop: its callers, and what the clock's cues send them. A cue is
 * encoded once for each set of topics and the same bytes go to every subscriber of that set.
 */
public final class LiveChannel {
  private static final int GOING_AWAY = 1001;
  private static final long RETRY_AFTER_MILLIS = 2_000;
  private static final long SOONEST_RETRY_MILLIS = 250;

  /** So many of one event loop may come to other nodes in a millisecond. */
  private static final int SCREENS_A_MILLISECOND = 2;

  private static final long LATER_MILLIS = 2_000;

  private final Vertx vertx;
  private final Scripts scripts;
  private final Screens screens;
  private final PaintTimes times;
  private final Traffic traffic;
  private final Proof proof;
  private final String build;
  private final Round round;
  private final Audience.All audiences = new Audience.All();
  private final Set<Caller> callers = new LinkedHashSet<>();

  /** The channel of the event loop that runs this. */
  public LiveChannel(
      Vertx vertx,
      Scripts scripts,
      Screens screens,
      PaintTimes times,
      Traffic traffic,
      Proof proof,
      String build) {
    this.vertx = vertx;
    this.scripts = scripts;
    this.screens = screens;
    this.times = times;
    this.traffic = traffic;
    this.proof = proof;
    this.build = build;
    this.round = new Round(Loop.current(vertx));
    Cues.consume(vertx, this::hear);
  }

  Scripts scripts() {
    return scripts;
  }

  Traffic traffic() {
    return traffic;
  }

  Proof proof() {
    return proof;
  }

  Subscriber subscriber(Line line) {
    return new Subscriber(line, scripts, audiences, traffic);
  }

  /**
   * Takes over an accepted socket; calls back when it has gone.
   *
   * @param connection what the socket was before the handshake
   * @param address whence it came, as far as a proxy of ours tells
   */
  public void accept(
      HttpConnection connection, ServerWebSocket socket, String address, Runnable gone) {
    Reporter reporter = new Reporter(screens, times, address);
    callers.add(new Caller(this, caller -> Line.of(connection, socket, caller), reporter, gone));
  }

  /** Tries something again that failed, on this event loop. */
  void later(Runnable again) {
    vertx.setTimer(LATER_MILLIS, timer -> again.run());
  }

  void forget(Caller caller) {
    callers.remove(caller);
  }

  /**
   * Tells every screen when to come back, then closes.
   *
   * @param hasOthers whether other nodes can take them meanwhile
   */
  public Future<Void> drain(boolean hasOthers) {
    WireText bye =
        WireText.forMany(Messages.bye(hasOthers ? retryElsewhere() : RETRY_AFTER_MILLIS));
    List<Future<Void>> closed =
        List.copyOf(callers).stream().map(caller -> dismiss(caller.line(), bye)).toList();
    return Future.join(closed).otherwiseEmpty().mapEmpty();
  }

  /** Few may come at once; many are spread over as long as they are told to wait. */
  private long retryElsewhere() {
    long millis = callers.size() / SCREENS_A_MILLISECOND;
    return Math.max(SOONEST_RETRY_MILLIS, Math.min(RETRY_AFTER_MILLIS, millis));
  }

  private static Future<Void> dismiss(Line line, WireText bye) {
    line.write(bye);
    return line.close(GOING_AWAY, "draining");
  }

  private void hear(Cue cue) {
    if (cue instanceof Cue.Tick tick) {
      tell(Messages.tick(tick.now(), tick.speed(), tick.revision(), build), anybody -> true);
    } else if (cue instanceof Cue.Turn turn) {
      announce(turn);
    } else if (cue instanceof Cue.Changed changed) {
      publish(changed);
    } else if (cue instanceof Cue.Command command) {
      tell(Messages.command(command.what()), caller -> caller.is(command.screen()));
    } else if (cue instanceof Cue.Probe probe) {
      tell(Messages.probe(probe.id()), Caller::isSelfTest);
    }
  }

  /** A command, for one, goes to whoever has proved to be the screen, and to nobody else. */
  private void tell(String text, Predicate<Caller> isMeant) {
    WireText encoded = WireText.forMany(text);
    round.visit(subscribers(isMeant), subscriber -> subscriber.sendIfReady(encoded));
  }

  /** Every subscriber is owed the new state of what it watches; a slow one gets it as it drains. */
  private void publish(Cue.Changed changed) {
    if (changed.isVenueTouched()) {
      callers.stream().filter(Caller::isSubscribed).forEach(Caller::lookAround);
    }
    round.owe(subscribers(), changed.topics());
  }

  /**
   * The index of a frame means something only beside its film. A change may be known here before
   * its cue, and a turn come from before a change: so frames are looked up in the newest film, for
   * those who hold it, and who does not is owed it.
   */
  private void announce(Cue.Turn turn) {
    Boards boards = scripts.boards();
    Map<String, Board> newest = new LinkedHashMap<>();
    turn.frames()
        .keySet()
        .forEach(room -> boards.board(room).ifPresent(board -> newest.put(room, board)));
    Map<Subscription, Turning> turnings = new HashMap<>();
    round.visit(
        subscribers(),
        subscriber -> {
          subscriber.settle();
          Turning turning =
              turnings.computeIfAbsent(
                  subscriber.subscription(),
                  from -> Turning.of(from, newest.values(), boards.revision(), turn.at()));
          subscriber.turn(turning);
          round.owe(List.of(subscriber), turning.missing());
        });
  }

  private Collection<Subscriber> subscribers() {
    return subscribers(anybody -> true);
  }

  private Collection<Subscriber> subscribers(Predicate<Caller> isMeant) {
    return callers.stream()
        .filter(Caller::isSubscribed)
        .filter(isMeant)
        .map(Caller::subscriber)
        .toList();
  }
}
