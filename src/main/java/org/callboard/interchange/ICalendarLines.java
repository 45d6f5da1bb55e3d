package org.callboard.interchange;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content lines of an iCalendar file. They are unfolded as bytes, since a fold may cut a
 * character in two (RFC 5545 §3.1), and a line that is none goes on with the one above it.
 */
final class ICalendarLines {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9-]*+)\\s?[;:]");
  private static final Set<String> KNOWN =
      Set.of("begin", "end", "summary", "dtstart", "dtend", "duration", "location", "uid");
  private static final int SHORTEST_FOLDED = 72;
  private static final int LONGEST_FOLDED = 76;

  /**
   * One content line.
   *
   * @param number the line of the file on which it begins, from 1
   */
  record Line(int number, String text) {}

  private final Warnings warnings;
  private final List<Line> lines = new ArrayList<>();
  private int strays;
  private int firstStray;
  private int lastLength;
  private int foreign;

  private ICalendarLines(Warnings warnings) {
    this.warnings = warnings;
  }

  static List<Line> of(Source source, Warnings warnings) {
    ICalendarLines found = new ICalendarLines(warnings);
    found.read(utf8(source.bytes()));
    found.warn();
    return found.lines;
  }

  private static byte[] utf8(byte[] bytes) {
    return Decoded.isUtf16(bytes)
        ? new String(bytes, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8)
        : bytes;
  }

  private void read(byte[] bytes) {
    int at = Decoded.startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    int number = 1;
    int begun = 0;
    ByteArrayOutputStream open = new ByteArrayOutputStream();
    while (at < bytes.length) {
      int end = endOfLine(bytes, at);
      boolean isFold = begun > 0 && end > at && (bytes[at] == ' ' || bytes[at] == '\t');
      if (isFold) {
        open.write(bytes, at + 1, end - at - 1);
      } else if (end > at) {
        close(begun, open);
        begun = number;
        open.write(bytes, at, end - at);
      }
      boolean isPair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
      at = end + (isPair ? 2 : 1);
      number++;
    }
    close(begun, open);
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\r' && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private void close(int number, ByteArrayOutputStream open) {
    if (open.size() == 0) {
      return;
    }
    byte[] bytes = open.toByteArray();
    open.reset();
    String text = decoded(number, bytes).replace("\0", "");
    if (lines.isEmpty() || isNamed(text)) {
      lines.add(new Line(number, text));
    } else {
      goOn(number, text);
    }
    lastLength = bytes.length;
  }

  private String decoded(int number, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      foreign = foreign == 0 ? number : foreign;
      return new String(bytes, WINDOWS);
    }
  }

  /** Names stand in capitals in practice; a sentence such as "Note: …" does not. */
  private static boolean isNamed(String text) {
    Matcher match = NAMED.matcher(text);
    if (!match.lookingAt()) {
      return false;
    }
    String name = match.group(1);
    return name.equals(name.toUpperCase(java.util.Locale.ROOT))
        || KNOWN.contains(name.toLowerCase(java.util.Locale.ROOT))
            && text.charAt(match.end() - 1) != ' ';
  }

  /** A line that was cut at the length of a fold goes on in the same word. */
  private void goOn(int number, String text) {
    Line last = lines.remove(lines.size() - 1);
    boolean isCut = lastLength >= SHORTEST_FOLDED && lastLength <= LONGEST_FOLDED;
    lines.add(new Line(last.number(), last.text() + (isCut ? "" : "\\n") + text));
    firstStray = strays == 0 ? number : firstStray;
    strays++;
  }

  private void warn() {
    if (strays > 0) {
      warnings.add(
          firstStray,
          "folding",
          strays
              + (strays == 1 ? " line is" : " lines are")
              + " no calendar line, and taken as more of the text above; fold long lines with a space in front");
    }
    if (foreign > 0) {
      warnings.add(
          foreign,
          "encoding",
          "a line is not UTF-8 and was read as windows-1252; check the accents, or save it as UTF-8");
    }
  }
}
