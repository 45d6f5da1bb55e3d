package org.callboard.pages;

import java.util.List;
import java.util.Locale;

/**
 * What people are to do in danger, as a sign that is read before any word. Each sign is drawn with
 * round strokes on a field of 120 by 100: people and things as safety signs have them, in one ink.
 */
public enum Action {
  /** A running figure, and which way: out. */
  LEAVE(
      new Stroke("M58 13L58 13.1", 18),
      new Stroke("M54 32L43 55", 15),
      new Stroke("M55 31L71 44L84 36", 9),
      new Stroke("M52 31L33 36L25 51", 9),
      new Stroke("M44 56L62 67L57 89", 11),
      new Stroke("M43 56L35 75L12 77", 11),
      new Stroke("M82 63L110 63M97 49L111 63L97 77", 10)),
  /** A figure that stands in a room. */
  STAY(
      new Stroke("M14 10L106 10L106 92L14 92Z", 8),
      new Stroke("M60 27L60 27.1", 17),
      new Stroke("M60 46L60 60", 15),
      new Stroke("M54 44L44 61M66 44L76 61", 7),
      new Stroke("M56 62L54 82M64 62L66 82", 8)),
  /** A figure under a roof. */
  SHELTER(
      new Stroke("M8 50L60 9L112 50", 10),
      new Stroke("M22 56L22 92M98 56L98 92", 8),
      new Stroke("M60 44L60 44.1", 16),
      new Stroke("M60 62L60 72", 14),
      new Stroke("M55 60L45 74M65 60L75 74", 7),
      new Stroke("M56 74L54 91M64 74L66 91", 8)),
  /** A case of first aid. */
  MEDICAL(
      new Stroke("M42 24L42 11L78 11L78 24", 8),
      new Stroke("M12 27L108 27L108 91L12 91Z", 8),
      new Stroke("M60 43L60 75M44 59L76 59", 12)),
  /** That it is grave, where the words alone say what to do. */
  ATTENTION(
      new Stroke("M60 10L110 90L10 90Z", 10),
      new Stroke("M60 40L60 60", 11),
      new Stroke("M60 77L60 77.1", 12));

  public static final int WIDTH = 120;
  public static final int HEIGHT = 100;

  private final List<Stroke> strokes;

  Action(Stroke... strokes) {
    this.strokes = List.of(strokes);
  }

  /**
   * A line of a sign.
   *
   * @param path straight lines in the terms of SVG: M, L and Z with absolute coordinates
   */
  public record Stroke(String path, int width) {}

  public List<Stroke> strokes() {
    return strokes;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
