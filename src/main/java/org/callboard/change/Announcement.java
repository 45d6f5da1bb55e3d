package org.callboard.change;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A message to people, as published; it is never edited, the next version of its thread takes its
 * place.
 *
 * @param id empty in a draft
 * @param thread the id of the first version
 * @param text what it says where there is no translation
 * @param translations by ISO 639-1 code
 * @param targets whom it is for: those whom any of these names
 * @param from when it opens
 * @param until when it closes by itself; empty only where its level may stay open
 * @param reviewBy when somebody must look whether it still holds
 * @param isAllClear whether it says that another is over
 */
public record Announcement(
    String id,
    String thread,
    Level level,
    Mode mode,
    Text text,
    Map<String, Text> translations,
    List<Target> targets,
    Instant from,
    Optional<Instant> until,
    Optional<Instant> reviewBy,
    boolean isAllClear) {

  public static final int LONGEST_HEADLINE = 60;
  public static final int LONGEST_DETAIL = 160;

  public Announcement {
    translations = Collections.unmodifiableMap(new LinkedHashMap<>(translations));
    targets = List.copyOf(targets);
  }

  /** What it says; the detail may be empty, the headline never. */
  public record Text(String headline, String detail) {

    public Text {
      if (headline.isBlank()) {
        throw new IllegalArgumentException("An announcement needs a headline");
      }
    }
  }

  /** How far it goes; a higher level suppresses what it covers. */
  public enum Level {
    /** Takes over the whole screen. */
    SAFETY,
    /** A band on top; the board stays. */
    URGENT,
    /** In the notice area. */
    NOTICE,
    /** Only where there is room. */
    AMBIENT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> ofWord(String word) {
      return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }

    public boolean mustEnd() {
      return this == URGENT || this == NOTICE;
    }
  }

  /** Whether it is meant: all but live are watermarked in words. */
  public enum Mode {
    LIVE,
    EXERCISE,
    TEST;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mode> ofWord(String word) {
      return Arrays.stream(values()).filter(mode -> mode.word().equals(word)).findFirst();
    }
  }

  /**
   * A selector: all that it names must hold; empty names nothing, so that four empty ones are the
   * whole venue.
   *
   * @param role lobby, door or phone
   */
  public record Target(String room, String zone, String screen, String role) {

    public static final Target VENUE = new Target("", "", "", "");
    public static final List<String> ROLES = List.of("lobby", "door", "phone");
  }

  public Announcement as(String newId, String newThread) {
    return new Announcement(
        newId,
        newThread,
        level,
        mode,
        text,
        translations,
        targets,
        from,
        until,
        reviewBy,
        isAllClear);
  }

  /** Its words in a language, else in its own; never empty. */
  public Text textIn(String language) {
    return translations.getOrDefault(language.toLowerCase(Locale.ROOT), text);
  }
}
