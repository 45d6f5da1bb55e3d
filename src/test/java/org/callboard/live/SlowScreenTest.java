package org.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.callboard.app.TestNode;
import org.callboard.interchange.Programmes;
import org.callboard.programme.Programme;
import org.junit.jupiter.api.Test;

/** A screen that asks and never reads: it is owed the newest state, never a queue of messages. */
class SlowScreenTest {
  private static final int SUBSCRIPTIONS = 3_000;
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int QUIET_MILLIS = 1_500;
  private static final long LEAST_BYTES = 50_000; // the whole state once
  // What the kernel's buffers may hold on loopback, with a wide margin; all answers would be 150
  // MB.
  private static final long BOUND_BYTES = 40_000_000;

  @Test
  void a_screen_that_never_reads_costs_a_bounded_amount_and_nobody_else_waits() throws Exception {
    Programme example =
        Programmes.read(Path.of("config", "programme.md"), Optional.empty()).programme();
    try (TestNode node = TestNode.rehearsing(example, Instant.parse("2017-11-16T09:40:00Z"), 1);
        Socket slow = new Socket("127.0.0.1", node.port())) {
      upgrade(slow, node.port());
      for (int i = 0; i < SUBSCRIPTIONS; i++) {
        slow.getOutputStream().write(frame("{\"type\":\"subscribe\",\"topics\":[\"*\"]}"));
      }

      TestScreen neighbour = TestScreen.open(node.port()).subscribe("venue");
      assertThat(neighbour.next("venue").json().getLong("revision")).isEqualTo(1);
      assertThat(bytesUntilQuiet(slow)).isBetween(LEAST_BYTES, BOUND_BYTES);
    }
  }

  private static void upgrade(Socket socket, int port) throws IOException {
    String request =
        "GET /live HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
  }

  /** A masked text frame of fewer than 126 bytes (RFC 6455 §5.2); the mask is all zero. */
  private static byte[] frame(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(payload.length + 6)
        .put((byte) 0x81)
        .put((byte) (0x80 | payload.length))
        .putInt(0)
        .put(payload)
        .array();
  }

  private static long bytesUntilQuiet(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[65_536];
    long total = 0;
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        total += read;
        if (total >= LEAST_BYTES) {
          socket.setSoTimeout(QUIET_MILLIS);
        }
      }
    } catch (SocketTimeoutException quiet) {
      return total;
    }
    return total;
  }
}
