package org.callboard.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * An instant as a person types it: RFC 3339 with an offset, or local event time without one. A
 * local time that a clock change repeats is its first occurrence; one that it skips takes the
 * offset before the change.
 */
public final class InstantText {

  private InstantText() {}

  /**
   * Reads an instant.
   *
   * @throws IllegalArgumentException when the text is neither form; the message says what would be
   */
  public static Instant parse(String text, ZoneId zone) {
    // A plus sign in a query that nobody escaped arrives as a space.
    String written = text.strip().replaceFirst("(T[0-9:.]+) ([0-9]{2}:[0-9]{2})$", "$1+$2");
    String iso = written.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d)", "$1T$2");
    try {
      return hasOffset(iso)
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeException malformed) {
      throw new IllegalArgumentException(
          "An instant is not readable: value="
              + shortened(text)
              + "; write 2017-11-16T10:31 (event time) or 2017-11-16T10:31:00+01:00",
          malformed);
    }
  }

  private static boolean hasOffset(String iso) {
    return iso.matches(".*T.*([Zz]|[+-]\\d{2}:\\d{2})$");
  }

  private static String shortened(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "…" : text;
  }
}
