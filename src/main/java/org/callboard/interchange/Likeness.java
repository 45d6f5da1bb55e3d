package org.callboard.interchange;

import java.util.Locale;
import java.util.Optional;

/** What a source that cannot be read looks like, in words for the person who chose it. */
final class Likeness {
  private static final int LOOK = 4_000;

  private Likeness() {}

  /** The kind of file for bytes that are no text at all. */
  static Optional<String> ofBytes(byte[] bytes) {
    if (Decoded.startsWith(bytes, 'P', 'K', 3, 4)) {
      return Optional.of("a spreadsheet or another zip file (XLSX, ODS, DOCX)");
    }
    if (Decoded.startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      return Optional.of("an old or locked Office file (save it as XLSX or DOCX, unlocked)");
    }
    if (Decoded.startsWith(bytes, 0x89, 'P', 'N', 'G')
        || Decoded.startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
      return Optional.of("a picture");
    }
    return hasMark(bytes) || !hasNul(bytes) ? Optional.empty() : Optional.of("a binary file");
  }

  /** The kind of text, by its beginning. */
  static String ofText(String text) {
    String start = text.stripLeading();
    start = start.substring(0, Math.min(LOOK, start.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "a web page (HTML)";
    }
    if (start.startsWith("<")) {
      return start.contains("<schedule") ? "a schedule.xml" : "XML";
    }
    if (start.startsWith("begin:vcalendar")) {
      return "an iCalendar file";
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return start.contains("\"schedule\"") ? "a schedule.json" : "JSON without event and sessions";
    }
    return isTable(start) ? "a CSV table" : "text without times";
  }

  private static boolean isTable(String start) {
    String header = start.lines().findFirst().orElse("");
    return header.chars().filter(c -> c == ',' || c == ';' || c == '\t').count() >= 2;
  }

  private static boolean hasMark(byte[] bytes) {
    return Decoded.startsWith(bytes, 0xFE, 0xFF) || Decoded.startsWith(bytes, 0xFF, 0xFE);
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }
}
