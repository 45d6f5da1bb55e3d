package org.callboard.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A text as the bytes of one WebSocket message from a server: whole and unmasked (RFC 6455 §5.2).
 * It is encoded once, and any number of sockets, on any event loop, are written the same bytes.
 */
final class WireText {
  private static final byte WHOLE_TEXT = (byte) 0x81;
  private static final int LONGEST_SHORT = 125;
  private static final int LONGEST_MEDIUM = 0xFFFF;
  private static final int LONGEST_HEADER = 10;

  private final String text;
  private final ByteBuf bytes;

  private WireText(String text, ByteBuffer bytes) {
    this.text = text;
    this.bytes = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes));
  }

  /** Kept where a socket takes it from without another copy. */
  static WireText forMany(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return new WireText(
        text, message(payload, ByteBuffer.allocateDirect(LONGEST_HEADER + payload.length)));
  }

  static WireText forOne(String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return new WireText(
        text, message(payload, ByteBuffer.allocate(LONGEST_HEADER + payload.length)));
  }

  private static ByteBuffer message(byte[] payload, ByteBuffer into) {
    into.put(WHOLE_TEXT);
    if (payload.length <= LONGEST_SHORT) {
      into.put((byte) payload.length);
    } else if (payload.length <= LONGEST_MEDIUM) {
      into.put((byte) 126).putShort((short) payload.length);
    } else {
      into.put((byte) 127).putLong(payload.length);
    }
    return into.put(payload).flip();
  }

  String text() {
    return text;
  }

  /** The bytes for one write: a reading position of its own over what all share. */
  ByteBuf bytes() {
    return bytes.duplicate();
  }
}
