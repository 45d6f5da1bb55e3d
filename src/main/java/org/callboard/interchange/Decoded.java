package org.callboard.interchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of some bytes: UTF-8, UTF-16 by its mark, else windows-1252 with a warning. */
record Decoded(String text, List<Warning> warnings) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  static Decoded of(byte[] bytes) throws UnreadableProgramme {
    Optional<String> binary = Likeness.ofBytes(bytes);
    if (binary.isPresent()) {
      throw new UnreadableProgramme(
          0, "this looks like " + binary.get() + "; read are " + Programmes.READ);
    }
    if (isUtf16(bytes)) {
      return new Decoded(new String(bytes, StandardCharsets.UTF_16), List.of());
    }
    return utf8(bytes).orElseGet(() -> windows(bytes));
  }

  private static Optional<Decoded> utf8(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(
          new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Decoded windows(byte[] bytes) {
    Warning warning =
        new Warning(
            0,
            "encoding",
            "this is not UTF-8 and was read as windows-1252; check the accents, or save it as UTF-8");
    return new Decoded(new String(bytes, WINDOWS), List.of(warning));
  }

  static boolean isUtf16(byte[] bytes) {
    return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE);
  }

  static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
