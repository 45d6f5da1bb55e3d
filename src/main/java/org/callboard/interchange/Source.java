package org.callboard.interchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What is to be read: bytes, and the text of them for who asks. Not for use by several threads. */
final class Source {
  private static final int HEAD = 8_192;

  private final String name;
  private final byte[] bytes;
  private final String head;
  private Optional<Decoded> decoded = Optional.empty();

  Source(byte[] bytes) {
    this("", bytes);
  }

  /** The name may hold what the bytes leave out, such as a year; it decides no format. */
  Source(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    this.head = head(bytes);
  }

  String name() {
    return name;
  }

  byte[] bytes() {
    return bytes;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** Whether it begins with these bytes, each from 0 to 255. */
  boolean startsWith(int... mark) {
    return Decoded.startsWith(bytes, mark);
  }

  /**
   * The beginning as text without white space before it, for a cheap look: plain letters are right
   * in every encoding that is read, others may not be.
   */
  String head() {
    return head;
  }

  /**
   * All of it as text.
   *
   * @throws UnreadableProgramme where the bytes are no text
   */
  String text() throws UnreadableProgramme {
    if (decoded.isEmpty()) {
      decoded = Optional.of(Decoded.of(bytes));
    }
    return decoded.get().text();
  }

  /** What was odd about the text, for as far as anybody asked for it. */
  List<Warning> warnings() {
    return decoded.map(Decoded::warnings).orElse(List.of());
  }

  private static String head(byte[] bytes) {
    boolean isWide = Decoded.isUtf16(bytes);
    String start =
        new String(
            bytes,
            0,
            Math.min(bytes.length, HEAD),
            isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return (start.startsWith("\uFEFF") ? start.substring(1) : start).stripLeading();
  }
}
