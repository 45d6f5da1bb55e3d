package org.callboard.feeds;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.text.ICalWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A calendar as text: lines that end in CRLF and are folded at 75 octets of UTF-8, never within a
 * character (RFC 5545 §3.1).
 */
final class ContentLines {
  private static final int LONGEST_OCTETS = 75;
  private static final String END = "\r\n";

  private ContentLines() {}

  static String of(ICalendar calendar) {
    StringBuilder folded = new StringBuilder();
    for (String line : unfolded(calendar).split(END)) {
      fold(line, folded);
    }
    return folded.toString();
  }

  /** The library folds by characters, so that it is asked not to. */
  private static String unfolded(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return text.toString();
  }

  private static void fold(String line, StringBuilder folded) {
    int octets = 0;
    for (int at = 0; at < line.length(); ) {
      String character = Character.toString(line.codePointAt(at));
      int more = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > LONGEST_OCTETS) {
        folded.append(END).append(' ');
        octets = 1;
      }
      folded.append(character);
      octets += more;
      at += character.length();
    }
    folded.append(END);
  }
}
