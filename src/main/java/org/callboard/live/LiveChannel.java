package org.callboard.live;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.board.Board;
import org.callboard.board.Boards;
import org.callboard.wire.Messages;
import org.callboard.wire.ScreenMessage;
import org.callboard.wire.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live channel of one event loop: its sockets, and what the clock's cues send them. A cue is
 * encoded once for each set of topics and the same text goes to every subscriber of that set.
 */
public final class LiveChannel {
  private static final Logger LOG = LoggerFactory.getLogger(LiveChannel.class);

  /** Characters in a message from a screen; a subscription to every room of a large venue fits. */
  static final int LONGEST_MESSAGE = 8 * 1024;

  private static final short POLICY_VIOLATION = 1008;
  private static final short TOO_BIG = 1009;
  private static final short GOING_AWAY = 1001;
  private static final long RETRY_AFTER_MILLIS = 2_000;
  private static final long SOONEST_RETRY_MILLIS = 250;

  /** So many of one event loop may come to other nodes in a millisecond. */
  private static final int SCREENS_A_MILLISECOND = 2;

  private final Scripts scripts;
  private final Screens screens;
  private final PaintTimes times;
  private final Traffic traffic;
  private final Proof proof;
  private final String build;
  private final Set<ServerWebSocket> sockets = new LinkedHashSet<>();
  private final Map<ServerWebSocket, Subscriber> subscribers = new LinkedHashMap<>();
  private final Map<Subscriber, Reporter> reporters = new HashMap<>();
  private final Map<Subscriber, String> proven = new HashMap<>();
  private final Map<Subscriber, Object> proving = new HashMap<>();

  public LiveChannel(
      Vertx vertx,
      Scripts scripts,
      Screens screens,
      PaintTimes times,
      Traffic traffic,
      Proof proof,
      String build) {
    this.scripts = scripts;
    this.screens = screens;
    this.times = times;
    this.traffic = traffic;
    this.proof = proof;
    this.build = build;
    Cues.consume(vertx, this::hear);
  }

  /**
   * Takes over an accepted socket; calls back when it has gone.
   *
   * @param address whence it came, as far as a proxy of ours tells
   */
  public void accept(ServerWebSocket socket, String address, Runnable gone) {
    sockets.add(socket);
    Subscriber subscriber = new Subscriber(socket, scripts, traffic);
    Reporter reporter = new Reporter(screens, times, address);
    socket.closeHandler(
        closed -> {
          forget(socket);
          reporter.leave();
          gone.run();
        });
    socket.exceptionHandler(
        broken -> refuse(socket, codeFor(broken), "the line broke RFC 6455 or is too long"));
    socket.frameHandler(frame -> refuseBinary(socket, frame));
    socket.textMessageHandler(text -> receive(socket, subscriber, reporter, text));
  }

  /**
   * Tells every screen when to come back, then closes.
   *
   * @param hasOthers whether other nodes can take them meanwhile
   */
  public Future<Void> drain(boolean hasOthers) {
    String bye = Messages.bye(hasOthers ? retryElsewhere() : RETRY_AFTER_MILLIS);
    Set<ServerWebSocket> open = Set.copyOf(sockets);
    return Future.join(
            open.stream()
                .map(
                    socket ->
                        socket
                            .writeTextMessage(bye)
                            .eventually(() -> socket.close(GOING_AWAY, "draining")))
                .collect(Collectors.toList()))
        .otherwiseEmpty()
        .mapEmpty();
  }

  /** Few may come at once; many are spread over as long as they are told to wait. */
  private long retryElsewhere() {
    long millis = sockets.size() / SCREENS_A_MILLISECOND;
    return Math.max(SOONEST_RETRY_MILLIS, Math.min(RETRY_AFTER_MILLIS, millis));
  }

  private void forget(ServerWebSocket socket) {
    sockets.remove(socket);
    leave(socket);
  }

  private void receive(
      ServerWebSocket socket, Subscriber subscriber, Reporter reporter, String text) {
    if (text.length() > LONGEST_MESSAGE) {
      refuse(socket, TOO_BIG, "a message is at most " + LONGEST_MESSAGE + " characters");
      return;
    }
    try {
      ScreenMessage message = ScreenMessage.read(text);
      obey(socket, subscriber, message);
      note(subscriber, reporter, message);
    } catch (IllegalArgumentException malformed) {
      refuse(socket, POLICY_VIOLATION, malformed.getMessage());
    }
  }

  private void obey(ServerWebSocket socket, Subscriber subscriber, ScreenMessage message) {
    if (message instanceof ScreenMessage.Subscribe subscribe) {
      requireKnown(subscribe.topics());
      leave(socket);
      subscribers.put(socket, subscriber);
      subscriber.subscribe(subscribe.topics());
      traffic.joined(subscriber.topics());
    } else if (message instanceof ScreenMessage.Time time) {
      subscriber.sendIfReady(Messages.time(time.t0(), scripts.now()));
    }
  }

  private void leave(ServerWebSocket socket) {
    Subscriber gone = subscribers.remove(socket);
    if (gone != null) {
      reporters.remove(gone);
      proven.remove(gone);
      proving.remove(gone);
      traffic.left(gone.topics());
    }
  }

  /**
   * Keeps what the screen says of itself. Where it is still owed something, a receipt is of half a
   * revision and does not count; it gives another when it has the rest.
   */
  private void note(Subscriber subscriber, Reporter reporter, ScreenMessage message) {
    if (message instanceof ScreenMessage.Subscribe subscribe) {
      reporters.put(subscriber, reporter);
      boolean isReserved = proof.isReserved(subscribe.screen());
      reporter.join(isReserved ? subscribe.nameless() : subscribe, subscriber.topics());
      if (isReserved) {
        prove(subscriber, reporter, subscribe);
      }
    } else if (message instanceof ScreenMessage.Painted painted && subscriber.isSettled()) {
      reporter.painted(painted, scripts.boards().revision());
    } else if (message instanceof ScreenMessage.Health health) {
      reporter.healthy(health);
    } else {
      reporter.heard();
    }
  }

  /**
   * Until its secret is looked up, and where it is not right, it is a screen without a name; it is
   * then said to be unknown.
   */
  private void prove(Subscriber subscriber, Reporter reporter, ScreenMessage.Subscribe said) {
    Object turn = new Object();
    proving.put(subscriber, turn);
    proof
        .proves(said.screen(), said.secret())
        .onSuccess(
            isItsOwn -> {
              if (proving.remove(subscriber, turn)) {
                proved(subscriber, reporter, said.screen(), isItsOwn);
              }
            })
        .onFailure(trouble -> LOG.warn("A screen could not prove its name.", trouble));
  }

  private void proved(Subscriber subscriber, Reporter reporter, String name, boolean isItsOwn) {
    if (isItsOwn) {
      proven.put(subscriber, name);
      reporter.name(name);
    } else {
      reporter.unknown();
    }
  }

  private void requireKnown(Set<String> topics) {
    for (String topic : topics) {
      boolean known =
          topic.equals(Topic.ALL)
              || topic.equals(Topic.VENUE)
              || Topic.roomOf(topic).flatMap(scripts.boards()::board).isPresent();
      if (!known) {
        throw new IllegalArgumentException("no such topic; topics are venue, room:<id> and *");
      }
    }
  }

  private void refuseBinary(ServerWebSocket socket, WebSocketFrame frame) {
    if (frame.isBinary()) {
      refuse(socket, POLICY_VIOLATION, "messages are JSON text, not binary");
    }
  }

  /**
   * Netty names the code for a frame beyond its bound; Vert.x tells a message of many by its type.
   */
  private static short codeFor(Throwable broken) {
    if (broken instanceof CorruptedWebSocketFrameException frame) {
      return (short) frame.closeStatus().code();
    }
    boolean tooBig =
        broken instanceof TooLongFrameException || broken instanceof IllegalStateException;
    return tooBig ? TOO_BIG : POLICY_VIOLATION;
  }

  private static void refuse(ServerWebSocket socket, short code, String reason) {
    socket.close(code, reason);
  }

  private void hear(Cue cue) {
    if (cue instanceof Cue.Tick tick) {
      String text = Messages.tick(tick.now(), tick.speed(), tick.revision(), build);
      subscribers.values().forEach(subscriber -> subscriber.sendIfReady(text));
    } else if (cue instanceof Cue.Turn turn) {
      announce(turn);
    } else if (cue instanceof Cue.Changed changed) {
      publish(changed);
    } else if (cue instanceof Cue.Command command) {
      tell(command);
    } else if (cue instanceof Cue.Probe probe) {
      send(probe);
    }
  }

  private void send(Cue.Probe probe) {
    reporters.forEach(
        (subscriber, reporter) -> {
          if (reporter.isSelfTest()) {
            subscriber.sendIfReady(Messages.probe(probe.id()));
          }
        });
  }

  /** A command goes to whoever has proved to be the screen, and to nobody else. */
  private void tell(Cue.Command command) {
    String text = Messages.command(command.what());
    proven.forEach(
        (subscriber, screen) -> {
          if (screen.equals(command.screen())) {
            subscriber.sendIfReady(text);
          }
        });
  }

  /**
   * Every subscriber is owed the new state of what it watches; a slow one gets it when it drains.
   */
  private void publish(Cue.Changed changed) {
    Set<String> topics = changed.topics();
    if (changed.isVenueTouched()) {
      subscribers.values().forEach(this::lookAround);
    }
    subscribers.values().forEach(subscriber -> subscriber.owe(topics));
  }

  private void lookAround(Subscriber subscriber) {
    Set<String> before = subscriber.topics();
    subscriber.lookAround();
    if (!before.equals(subscriber.topics())) {
      traffic.left(before);
      traffic.joined(subscriber.topics());
      reporters.get(subscriber).watches(subscriber.topics());
    }
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
    Map<Map<String, Integer>, String> texts = new HashMap<>();
    for (Subscriber subscriber : subscribers.values()) {
      Map<String, Integer> frames = subscriber.turns(newest.values(), turn.at());
      if (!frames.isEmpty()) {
        subscriber.turn(
            texts.computeIfAbsent(
                frames, all -> Messages.frames(boards.revision(), turn.at(), all)),
            frames);
      }
      subscriber.owe(subscriber.missing(newest.values()));
    }
  }
}
