package org.callboard.live;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import java.util.function.Consumer;

/** The event bus address on which the clock gives its cues; it does not leave the node. */
public final class Cues {
  private static final String ADDRESS = "callboard.clock";
  private static final DeliveryOptions LOCAL =
      new DeliveryOptions().setCodecName(CueCodec.INSTANCE.name()).setLocalOnly(true);

  private Cues() {}

  /** Registers the codec; once for each Vert.x. */
  public static void register(Vertx vertx) {
    vertx.eventBus().registerCodec(CueCodec.INSTANCE);
  }

  /** Hears every cue of this node, on the caller's event loop. */
  public static void consume(Vertx vertx, Consumer<Cue> handler) {
    vertx.eventBus().<Cue>localConsumer(ADDRESS, message -> handler.accept(message.body()));
  }

  public static void publish(Vertx vertx, Cue cue) {
    vertx.eventBus().publish(ADDRESS, cue, LOCAL);
  }
}
