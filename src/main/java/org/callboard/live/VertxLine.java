package org.callboard.live;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;

/** A line over a WebSocket of Vert.x as it comes: for those that a {@link BareLine} cannot be. */
final class VertxLine implements Line {
  private final ServerWebSocket socket;

  VertxLine(ServerWebSocket socket, Listener listener) {
    this.socket = socket;
    socket.setWriteQueueMaxSize(WRITE_QUEUE_BYTES);
    socket.closeHandler(closed -> listener.gone());
    socket.drainHandler(drained -> listener.drained());
    socket.exceptionHandler(broken -> close(codeFor(broken), BROKEN));
    socket.frameHandler(this::refuseBinary);
    socket.textMessageHandler(listener::heard);
  }

  private void refuseBinary(WebSocketFrame frame) {
    if (frame.isBinary()) {
      close(POLICY_VIOLATION, BINARY);
    }
  }

  /**
   * Netty names the code for a frame beyond its bound; Vert.x tells a message of many by its type.
   */
  private static int codeFor(Throwable broken) {
    if (broken instanceof CorruptedWebSocketFrameException frame) {
      return frame.closeStatus().code();
    }
    boolean tooBig =
        broken instanceof TooLongFrameException || broken instanceof IllegalStateException;
    return tooBig ? TOO_BIG : POLICY_VIOLATION;
  }

  @Override
  public boolean isOpen() {
    return !socket.isClosed();
  }

  @Override
  public boolean isReady() {
    return isOpen() && !socket.writeQueueFull();
  }

  /**
   * A write fails only when the socket is going; its close handler then takes the subscriber away.
   */
  @Override
  public void write(WireText text) {
    socket.writeTextMessage(text.text());
  }

  @Override
  public void flush() {} // Vert.x does it

  @Override
  public Future<Void> close(int code, String reason) {
    return socket.close((short) code, reason);
  }
}
