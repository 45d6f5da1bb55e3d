package org.callboard.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** A screen that writes the bytes of RFC 6455 itself, so that it can write them wrong. */
final class RawScreen implements AutoCloseable {
  static final int CONTINUATION = 0x0;
  static final int TEXT = 0x1;
  static final int BINARY = 0x2;
  static final int CLOSE = 0x8;
  static final int PING = 0x9;
  static final int PONG = 0xA;
  static final int WHOLE = 0x80;

  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  /** A frame of the server's. */
  record Frame(int opcode, byte[] payload) {
    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }

    /** The code of a frame that closes. */
    int code() {
      return ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }
  }

  RawScreen(int port, String... headers) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
    out.write(
        ("GET /live HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + String.join("", List.of(headers).stream().map(each -> each + "\r\n").toList())
                + "\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101")) {
      throw new IOException(head.toString());
    }
  }

  RawScreen say(String text) throws IOException {
    return send(WHOLE | TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** One frame, masked by zeros (§5.3). */
  RawScreen send(int first, byte[] payload) throws IOException {
    ByteBuffer frame = head(first, payload.length, 0x80);
    return write(frame.putInt(0).put(payload));
  }

  RawScreen sendUnmasked(int first, byte[] payload) throws IOException {
    return write(head(first, payload.length, 0).put(payload));
  }

  private static ByteBuffer head(int first, int length, int masked) {
    ByteBuffer frame = ByteBuffer.allocate(length + 8).put((byte) first);
    return length < 126
        ? frame.put((byte) (masked | length))
        : frame.put((byte) (masked | 126)).putShort((short) length);
  }

  RawScreen write(ByteBuffer bytes) throws IOException {
    out.write(bytes.array(), 0, bytes.position());
    return this;
  }

  /** The next frame of a kind; others before it are passed over. */
  Frame next(int opcode) throws IOException {
    Frame frame = read();
    while (frame.opcode() != opcode) {
      frame = read();
    }
    return frame;
  }

  private Frame read() throws IOException {
    int first = in.readUnsignedByte();
    int length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = (int) in.readLong();
    }
    byte[] payload = in.readNBytes(length);
    boolean isCompressed = (first & 0x40) != 0;
    return new Frame(first & 0xF, isCompressed ? inflated(payload) : payload);
  }

  /** What permessage-deflate has made of a message (RFC 7692 §7.2.2). */
  private static byte[] inflated(byte[] payload) throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(payload);
    whole.write(new byte[] {0, 0, (byte) 0xFF, (byte) 0xFF, 1, 0, 0, (byte) 0xFF, (byte) 0xFF});
    return new InflaterInputStream(
            new ByteArrayInputStream(whole.toByteArray()), new Inflater(true))
        .readAllBytes();
  }

  /** Everything until the server has closed the connection. */
  String untilEnd() throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    in.transferTo(rest);
    return rest.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
