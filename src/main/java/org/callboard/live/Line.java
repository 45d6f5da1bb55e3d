package org.callboard.live;

import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;

/** One accepted socket as the live channel needs it. It lives on the event loop of its socket. */
interface Line {
  /** Bytes in a message from a screen; one that is longer is refused before it is read. */
  int LONGEST_MESSAGE = 16 * 1024;

  /** Bytes that may wait in a socket before its reader counts as slow. */
  int WRITE_QUEUE_BYTES = 64 * 1024;

  int POLICY_VIOLATION = 1008;
  int TOO_BIG = 1009;

  String BROKEN = "the line broke RFC 6455 or is too long";
  String BINARY = "messages are JSON text, not binary";

  /** Who is told what happens on a line, on its event loop. */
  interface Listener {
    void heard(String text);

    /** It was not ready, and is ready for more. */
    void drained();

    /** It is closed, and says nothing any more. */
    void gone();
  }

  /** The lightest line that a socket, which was a connection of HTTP before, can be. */
  static Line of(HttpConnection connection, ServerWebSocket socket, Listener listener) {
    return BareLine.of(connection, listener).orElseGet(() -> new VertxLine(socket, listener));
  }

  boolean isOpen();

  /** Whether it is open and takes more now; a slow reader's is not. */
  boolean isReady();

  /** Hands over a text, which leaves with the next flush at the latest. */
  void write(WireText text);

  void flush();

  /** Closes with a code and reason of RFC 6455 §7.4; the future is that of being closed. */
  Future<Void> close(int code, String reason);
}
