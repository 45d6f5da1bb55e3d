package org.callboard.interchange;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * How much the packed streams of a PDF unpack to, told before a library unpacks them in memory.
 * Streams stand in the file one after another and cannot hide in another (ISO 32000-1 §7.5.7).
 */
final class PdfStreams {
  private static final long MOST_BYTES = 96L * 1024 * 1024;
  private static final int LARGEST_LZW = 512 * 1024;
  private static final byte[] BEGIN = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final int DICTIONARY = 600;
  private static final Pattern TWICE =
      Pattern.compile("Filter\\s*\\[[^\\]]*(?:Fl|LZW)[^\\]]*(?:Fl|LZW)[^\\]]*\\]");
  private static final Pattern ESCAPED =
      Pattern.compile("/[A-Za-z]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*Decode|/#46|/F#");

  private PdfStreams() {}

  static void requireBounds(byte[] bytes) throws UnreadableProgramme {
    long sum = 0;
    int from = next(bytes, 0);
    while (from >= 0) {
      sum += unpacked(bytes, from, MOST_BYTES - sum);
      if (sum >= MOST_BYTES || isNested(bytes, from)) {
        throw new UnreadableProgramme(
            0, "this PDF unpacks to far more than a programme needs: export the text alone");
      }
      from = next(bytes, from);
    }
  }

  /** The first byte after the next word "stream" that begins one; -1 at the end. */
  private static int next(byte[] bytes, int from) {
    for (int i = from; i + BEGIN.length < bytes.length; i++) {
      if (bytes[i] == 's' && matches(bytes, i) && (i == 0 || bytes[i - 1] != 'd')) {
        int at = i + BEGIN.length;
        at += bytes[at] == '\r' && at + 1 < bytes.length ? 1 : 0;
        return bytes[at] == '\n' ? at + 1 : at;
      }
    }
    return -1;
  }

  private static boolean matches(byte[] bytes, int at) {
    for (int i = 0; i < BEGIN.length; i++) {
      if (bytes[at + i] != BEGIN[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNested(byte[] bytes, int from) {
    int begin = Math.max(0, from - DICTIONARY);
    String before = new String(bytes, begin, from - begin, StandardCharsets.ISO_8859_1);
    String own = before.substring(Math.max(0, before.lastIndexOf("endobj")));
    return TWICE.matcher(own).find()
        || ESCAPED.matcher(own).find()
        || (own.contains("LZW") && length(bytes, from) > LARGEST_LZW);
  }

  private static int length(byte[] bytes, int from) {
    int end = next(bytes, from);
    return (end < 0 ? bytes.length : end) - from;
  }

  /** What a stream unpacks to if it is packed by Flate; 0 if it is not. */
  private static long unpacked(byte[] bytes, int from, long most) {
    Inflater inflater = new Inflater();
    byte[] chunk = new byte[64 * 1024];
    long sum = 0;
    try {
      inflater.setInput(bytes, from, bytes.length - from);
      int read = inflater.inflate(chunk);
      while (read > 0 && sum < most) {
        sum += read;
        read = inflater.inflate(chunk);
      }
      return sum;
    } catch (DataFormatException notFlate) {
      return sum;
    } finally {
      inflater.end();
    }
  }
}
